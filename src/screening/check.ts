import type { Finding } from '../domain/comment.ts';
import type { Refusal, Submission } from '../domain/submission.ts';

export type CheckResult = Omit<Finding, 'check'> & { refusal?: Refusal };

/** A pure question about a submission. Its name is stable for ever; null is nothing to say. */
export type Check = { name: string; run: (submission: Submission) => CheckResult | null };
