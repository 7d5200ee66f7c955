import type { Finding } from '../domain/comment.ts';
import type { Submission } from './submission.ts';

/**
 * A reason to send a comment back instead of storing it: its author can do something about it, so
 * they are told, and their text stays in the form.
 */
export type Refusal = 'thread-closed' | 'too-long' | 'duplicate' | 'too-fast';

export type CheckResult = Omit<Finding, 'check'> & { refusal?: Refusal };

/** A pure question about a submission. Its name is stable for ever; null is nothing to say. */
export type Check = { name: string; run: (submission: Submission) => CheckResult | null };
