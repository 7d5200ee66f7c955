import type { Submission } from '../../domain/submission.ts';
import type { Check, CheckResult } from '../check.ts';
import { baseModel } from '../classifier/base.ts';
import { classify } from '../classifier/classify.ts';
import { explain, type Reason } from '../classifier/explain.ts';
import { features } from '../classifier/features.ts';
import type { Writing } from '../classifier/writing.ts';
import { placeOfReason } from '../place-of-reason.ts';

/**
 * So far above the threshold a comment goes to Spam instead of a moderator's queue. In logarithms of
 * odds: twenty times as likely spam as what is just held.
 */
const FAR = 3;
/** Reasons that are named; more would not be read. */
const NAMED = 4;

export const learned: Check = { name: 'learned', timeless: true, run: checkLearned };

function checkLearned(submission: Submission): CheckResult | null {
  const writing = writingOf(submission);
  const mind = { base: baseModel(), site: submission.siteModel ?? undefined };
  const { score, holdAbove, held } = classify(features(writing), mind);
  if (!held) return null;
  const reasons = explain(writing, mind)
    .filter(({ weight }) => weight > 0)
    .slice(0, NAMED);
  return {
    verdict: score > holdAbove + FAR ? 'spam' : 'hold',
    // The odds as a probability; two digits, since the rest is noise.
    score: Math.round(100 / (1 + Math.exp(-score))) / 100,
    message: say({ score, holdAbove }, reasons),
    matches: reasons.flatMap((reason) => placeOfReason(reason, submission.text) ?? []),
  };
}

function writingOf({ text, article }: Submission): Writing {
  const { body, name, email, website } = text;
  return { body, author: name, email, website, article: { title: article.title, text: '' } };
}

function say(
  { score, holdAbove }: { score: number; holdAbove: number },
  reasons: Reason[],
): string {
  const figures = `${score.toFixed(1)}, held above ${holdAbove.toFixed(1)}`;
  const because = reasons.map(({ text }) => text).join(', ');
  return `Reads like spam (${figures})${because === '' ? '' : `: ${because}`}.`;
}
