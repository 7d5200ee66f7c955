import type { Finding } from '../domain/comment.ts';
import type { Refusal, Submission } from '../domain/submission.ts';

export type CheckResult = Omit<Finding, 'check'> & { refusal?: Refusal };

/** A pure question about a submission. Its name is stable for ever; null is nothing to say. */
export type Check = {
  name: string;
  /**
   * Looks at nothing but the text, the site's settings and what it has learned, so that it says of
   * an old comment what it would say of the same words now.
   */
  timeless?: true;
  run: (submission: Submission) => CheckResult | null;
};
