import type { Finding, Verdict } from '../domain/comment.ts';
import type { Refusal, Screening, Submission } from '../domain/submission.ts';
import type { Check } from './check.ts';

const HARSHNESS: readonly Verdict[] = ['publish', 'hold', 'spam', 'reject'];

/**
 * Runs every check. The harshest finding decides, so that one more check never makes a verdict
 * milder; the first refusal in the list is the one that its author is told.
 */
export function screen(submission: Submission, checks: readonly Check[]): Screening {
  const findings: Finding[] = [];
  let refusal: Refusal | null = null;
  for (const check of checks) {
    const result = check.run(submission);
    if (result === null) continue;
    const { refusal: refused, ...finding } = result;
    findings.push({ check: check.name, ...finding });
    refusal ??= refused ?? null;
  }
  return { verdict: harshest(findings), findings, refusal };
}

/** The verdict of these findings together. */
export function harshest(findings: readonly Finding[]): Verdict {
  const level = Math.max(0, ...findings.map((finding) => HARSHNESS.indexOf(finding.verdict)));
  return HARSHNESS[level] ?? 'hold';
}
