import type { Submission } from '../../domain/submission.ts';
import type { Check, CheckResult } from '../check.ts';

/** Published comments from which on an author is known, if nothing of theirs was thrown out. */
export const KNOWN_FROM = 3;

export const floodMode: Check = { name: 'flood-mode', run: checkFloodMode };

/** Everybody who writes is a guest; who has a good past is let through. An edit floods nothing. */
function checkFloodMode(submission: Submission): CheckResult | null {
  const { floodMode: flood, formTime, publishedBefore, history } = submission;
  if (flood === null || formTime.kind === 'edit') return null;
  if (publishedBefore >= KNOWN_FROM && history.author.thrownOut === 0) return null;
  return {
    verdict: 'hold',
    score: 0.4,
    message: `The ${flood.of} is in flood mode and does not know this author. ${flood.why}`,
    matches: [],
  };
}
