import { cleanText } from './clean-text.ts';
import type { Comment } from './comment.ts';
import {
  type ActDeps,
  type ActError,
  type Actor,
  type ActTraces,
  findActedOn,
} from './find-acted-on.ts';
import { fail, ok, type Result } from './result.ts';

export type ReportInput = {
  id: string;
  actor: Actor;
  /** One of the site's reasons. */
  reason: string;
  text: string | undefined;
  now: Date;
};

export type ReportError =
  | ActError
  | { kind: 'acting-too-fast' }
  | { kind: 'unknown-reason'; reasons: readonly string[] };

export type NewReport = {
  commentId: string;
  traces: ActTraces;
  reason: string;
  text: string | null;
  now: Date;
  /** Open reports with which an unreviewed comment is held; 0 never holds. */
  toHold: number;
  /** Of the row in the log that says so. */
  decisionId: string;
};

/** What became of a report; a second one of the same reader is done, and counts no more. */
export type StoredReport = 'reported' | 'held' | 'acting-too-fast';

export type ReportCommentDeps = ActDeps & {
  newId(now: Date): string;
  storeReport(report: NewReport): Promise<StoredReport>;
};

export type Reported = { comment: Comment; held: boolean };

/** Takes a reader's complaint. Enough of them hold a comment that no moderator has looked at. */
export async function reportComment(
  deps: ReportCommentDeps,
  { id, actor, reason, text, now }: ReportInput,
): Promise<Result<Reported, ReportError>> {
  const found = await findActedOn(deps, { id, actor });
  if (!found.ok) return found;
  const { comment, site, traces } = found.value;
  const { reportReasons, reportsToHold } = site.screening;
  if (!reportReasons.includes(reason)) {
    return fail({ kind: 'unknown-reason', reasons: reportReasons });
  }
  const stored = await deps.storeReport({
    commentId: id,
    traces,
    reason,
    text: cleanText(text ?? '') || null,
    now,
    toHold: reportsToHold,
    decisionId: deps.newId(now),
  });
  if (stored === 'acting-too-fast') return fail({ kind: stored });
  return ok({ comment, held: stored === 'held' });
}
