import type { Submission } from '../../domain/submission.ts';
import type { Check, CheckResult } from '../check.ts';
import { baseModel } from '../classifier/base.ts';
import { classify } from '../classifier/classify.ts';
import { explain, type Reason } from '../classifier/explain.ts';
import { features } from '../classifier/features.ts';
import type { Writing } from '../classifier/writing.ts';
import { placeOfReason } from '../place-of-reason.ts';

/** Reasons that are named; more would not be read. */
const NAMED = 4;

export const learned: Check = { name: 'learned', timeless: true, run: checkLearned };

function checkLearned(submission: Submission): CheckResult | null {
  const writing = writingOf(submission);
  const mind = { base: baseModel(), site: submission.siteModel ?? undefined };
  const opinion = classify(features(writing), mind);
  const { strictness, spamBeyond } = submission.site.screening;
  const { score } = opinion;
  const holdAbove = opinion.holdAbove - strictness;
  if (score <= holdAbove) return pass({ score, holdAbove });
  const reasons = explain(writing, mind)
    .filter(({ weight }) => weight > 0)
    .slice(0, NAMED);
  return {
    verdict: score > holdAbove + spamBeyond ? 'spam' : 'hold',
    score: asProbability(score),
    message: say({ score, holdAbove }, reasons),
    matches: reasons.flatMap((reason) => placeOfReason(reason, submission.text) ?? []),
  };
}

function writingOf({ text, article }: Submission): Writing {
  const { body, name, email, website } = text;
  return { body, author: name, email, website, article: { title: article.title, text: '' } };
}

/** No reason for anything, but kept: what was published is what a new threshold is tried on. */
function pass({ score, holdAbove }: { score: number; holdAbove: number }): CheckResult {
  const message = `Does not read like spam (${score.toFixed(1)}, held above ${holdAbove.toFixed(1)}).`;
  return { verdict: 'publish', score: asProbability(score), message, matches: [] };
}

/** Of the odds; two digits, since the rest is noise. */
function asProbability(score: number): number {
  return Math.round(100 / (1 + Math.exp(-score))) / 100;
}

function say(
  { score, holdAbove }: { score: number; holdAbove: number },
  reasons: Reason[],
): string {
  const figures = `${score.toFixed(1)}, held above ${holdAbove.toFixed(1)}`;
  const because = reasons.map(({ text }) => text).join(', ');
  return `Reads like spam (${figures})${because === '' ? '' : `: ${because}`}.`;
}
