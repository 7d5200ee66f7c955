import type { Finding } from '../domain/comment.ts';
import type { Refusal, Submission } from '../domain/submission.ts';

export type CheckResult = Omit<Finding, 'check'> & { refusal?: Refusal };

/** A pure question about a submission. Its name is stable for ever; null is nothing to say. */
export type Check = {
  name: string;
  /**
   * Looks at nothing but the text, the site's settings, what it has learned and how many of the
   * author's comments were published before, so that it can be asked about an old comment again.
   */
  timeless?: true;
  run: (submission: Submission) => CheckResult | null;
};
