import type { History } from '../../domain/history.ts';
import type { Submission } from '../../domain/submission.ts';
import type { Check, CheckResult } from '../check.ts';

type Bar = { thrownOut: number; share: number };

/** From so many thrown out on, if they are this share of what was decided. */
const HOLD: Bar = { thrownOut: 3, share: 0.5 };
const SPAM: Bar = { thrownOut: 5, share: 0.8 };
/** An address can be a school or a mobile network: it takes more, and it never leads to Spam. */
const HOLD_ADDRESS: Bar = SPAM;

export const history: Check = { name: 'history', run: checkHistory };

function checkHistory({ history: { author, address } }: Submission): CheckResult | null {
  if (reaches(author, SPAM)) return report('spam', say(author, 'author'), shareOf(author));
  if (reaches(author, HOLD)) return report('hold', say(author, 'author'), shareOf(author));
  if (reaches(address, HOLD_ADDRESS)) {
    return report('hold', say(address, 'address'), shareOf(address) * 0.7);
  }
  return null;
}

function reaches(past: History, bar: Bar): boolean {
  return past.thrownOut >= bar.thrownOut && shareOf(past) >= bar.share;
}

function shareOf({ published, thrownOut }: History): number {
  return thrownOut / Math.max(1, published + thrownOut);
}

function say({ published, thrownOut }: History, who: 'author' | 'address'): string {
  const decided = published + thrownOut;
  return `Of the last ${decided} decided comments from this ${who} within 30 days, ${thrownOut} were thrown out.`;
}

function report(verdict: 'hold' | 'spam', message: string, share: number): CheckResult {
  return { verdict, score: Math.round(share * 90) / 100, message, matches: [] };
}
