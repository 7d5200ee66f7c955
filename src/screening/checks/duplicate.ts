import type { Earlier, Submission } from '../../domain/submission.ts';
import type { Check, CheckResult } from '../check.ts';
import { fold } from '../fold.ts';

/** Shorter texts ("Thank you!", "So true.") are honestly said by many. In folded characters. */
const SHORTEST_TELLING = 25;

export const duplicate: Check = { name: 'duplicate', run: checkDuplicate };

function checkDuplicate(submission: Submission): CheckResult | null {
  const { earlier, text } = submission;
  const repeated = earlier.find((comment) => isSameAgain(comment, submission));
  if (repeated !== undefined) return refuseRepeat();
  if (fold(text.body).text.length < SHORTEST_TELLING) return null;
  const thrownOut = earlier.filter(({ status }) => status === 'spam' || status === 'rejected');
  if (thrownOut.length > 0) return sendToSpam(thrownOut.length);
  const others = earlier.filter(({ status }) => status !== 'deleted');
  return others.length > 0 ? hold(others) : null;
}

/** The same words by the same author at the same place: a second click, not a second thought. */
function isSameAgain(comment: Earlier, { source, thread, parentId }: Submission): boolean {
  return (
    comment.sameAuthor &&
    comment.status !== 'deleted' &&
    comment.source === source &&
    comment.threadId === thread.id &&
    comment.parentId === parentId
  );
}

function refuseRepeat(): CheckResult {
  return {
    verdict: 'reject',
    score: 1,
    message: 'The same author already said exactly this here.',
    matches: [],
    refusal: 'duplicate',
  };
}

function sendToSpam(times: number): CheckResult {
  return {
    verdict: 'spam',
    score: 0.9,
    message: `The same text was thrown out ${times === 1 ? 'once' : `${times} times`} in the last seven days.`,
    matches: [],
  };
}

function hold(others: readonly Earlier[]): CheckResult {
  const by = others.every(({ sameAuthor }) => sameAuthor) ? 'by the same author' : 'by others too';
  return {
    verdict: 'hold',
    score: 0.6,
    message: `The same text came ${others.length === 1 ? 'once' : `${others.length} times`} in the last seven days, ${by}.`,
    matches: [],
  };
}
