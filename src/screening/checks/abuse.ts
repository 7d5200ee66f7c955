import { ownWords } from '../../domain/body.ts';
import type { Field, Finding } from '../../domain/comment.ts';
import type { Submission } from '../../domain/submission.ts';
import { type Abuse, findAbuse, type Reason } from '../abuse/find-abuse.ts';
import type { Check, CheckResult } from '../check.ts';
import { readingsOf, readingsOfText } from '../readings.ts';

export const abuse: Check = { name: 'abuse', timeless: true, run: checkAbuse };

/** Words that are named; more would not be read, and a finding is stored with every comment. */
const NAMED = 10;

const SAY: Record<Reason, { score: number; words: string }> = {
  threat: { score: 0.9, words: 'Threatens' },
  slur: { score: 0.8, words: 'Insults grossly' },
  addressed: { score: 0.7, words: 'Swears at somebody' },
  number: { score: 0.6, words: 'Swears repeatedly' },
};

/** A question to a moderator, never a ban: a list of words knows neither irony nor who is meant. */
function checkAbuse(submission: Submission): CheckResult | null {
  if (submission.site.screening.abuse === 'off') return null;
  const found = (['body', 'name'] as const).flatMap((field) => lookAt(submission, field) ?? []);
  const [worst] = found.sort((a, b) => SAY[b.reason].score - SAY[a.reason].score);
  if (worst === undefined) return null;
  const { score, words } = SAY[worst.reason];
  const matches = found.flatMap((one) => distinct(one.matches)).slice(0, NAMED);
  const named = [...new Set(matches.map(({ text }) => `“${text}”`))];
  return { verdict: 'hold', score, message: `${words}: ${named.join(', ')}.`, matches };
}

function distinct(matches: Finding['matches']): Finding['matches'] {
  return [...new Map(matches.map((match) => [match.text, match])).values()];
}

type Look = { reason: Abuse['reason']; matches: Finding['matches'] };

/** Quotes do not count: their words are somebody else's. */
function lookAt({ text, body }: Submission, field: Extract<Field, 'body' | 'name'>): Look | null {
  const own = field === 'body' ? ownWords(body) : text[field];
  const known = readingsOf(text).find((one) => one.field === field);
  const isAll = own === text[field] && known !== undefined;
  const abuse = findAbuse(isAll ? known.readings : readingsOfText(own));
  if (abuse === null) return null;
  const matches = abuse.ranges.map(([start, end]) => ({ field, text: own.slice(start, end) }));
  return { reason: abuse.reason, matches };
}
