import type { Submission } from '../../domain/submission.ts';
import type { Check, CheckResult } from '../check.ts';

/**
 * Comments in a minute. An address can be a school or a mobile network, so it may send more than
 * one author. Beyond the second number nothing is stored, to keep the service standing.
 */
const AUTHOR = { hold: 5, refuse: 60 };
const ADDRESS = { hold: 20, refuse: 300 };

export const flood: Check = { name: 'flood', run: checkFlood };

function checkFlood({ lastMinute }: Submission): CheckResult | null {
  const { author, address } = lastMinute;
  if (author < AUTHOR.hold && address < ADDRESS.hold) return null;
  const refused = author >= AUTHOR.refuse || address >= ADDRESS.refuse;
  const finding: CheckResult = {
    verdict: 'hold',
    score: 0.7,
    message:
      author >= AUTHOR.hold
        ? `This author sent ${author} comments in the minute before.`
        : `This address sent ${address} comments in the minute before.`,
    matches: [],
  };
  return refused ? { ...finding, refusal: 'too-fast' } : finding;
}
