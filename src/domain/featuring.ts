import type { Comment } from './comment.ts';
import { type By, type DecideDeps, explainConflicts } from './decide.ts';
import { maySee } from './decision.ts';
import { fail, ok, type Result } from './result.ts';

/** Of a thread: what stands on top must be read before the thread is, and five are a screen. */
export const MOST_FEATURED = 5;

export type FeatureError =
  | { kind: 'unknown-comment' }
  /** `message` says to the moderator what happened. */
  | { kind: 'changed-meanwhile'; message: string }
  | { kind: 'not-published' }
  | { kind: 'too-many-featured' };

/** The last time that somebody put a comment on top, of one that stands there. */
export type Featuring = { commentId: string; by: string; at: Date };

export type FeatureDeps = Pick<DecideDeps, 'findComments' | 'listDecisions'> & {
  newId(now: Date): string;
  findComment(id: string): Promise<Comment | null>;
  /** False where it is not this version, not published, or the thread has `most` others. */
  storeFeatured(ask: {
    id: string;
    commentId: string;
    version: number;
    by: By;
    most: number;
  }): Promise<boolean>;
  removeFeatured(ask: { id: string; commentId: string; by: By }): Promise<void>;
};

type Ask = { commentId: string; by: By };

/**
 * Puts a published comment on top of its thread, in the version that the moderator has read. Doing
 * so again changes nothing.
 */
export async function featureComment(
  deps: FeatureDeps,
  { version, ...ask }: Ask & { version: number },
): Promise<Result<Comment, FeatureError>> {
  const comment = await findOwn(deps, ask);
  if (comment === null) return fail({ kind: 'unknown-comment' });
  // An edit takes it from the top: what stands there is what somebody has read.
  if (comment.featured) return ok(comment);
  const refusal = await refusalOf(deps, { comment, version, by: ask.by });
  if (refusal !== null) return fail(refusal);
  const id = deps.newId(ask.by.at);
  const stored = await deps.storeFeatured({ ...ask, id, version, most: MOST_FEATURED });
  if (stored) return ok(comment);
  const now = await findOwn(deps, ask);
  if (now === null) return fail({ kind: 'unknown-comment' });
  if (now.featured) return ok(now);
  const late = await refusalOf(deps, { comment: now, version, by: ask.by });
  return fail(late ?? { kind: 'too-many-featured' });
}

/** null where the comment is as the moderator has read it, and readers see it. */
async function refusalOf(
  deps: FeatureDeps,
  { comment, version, by }: { comment: Comment; version: number; by: By },
): Promise<FeatureError | null> {
  if (comment.version !== version) {
    const conflicts = await explainConflicts(deps, { ids: [comment.id], by });
    const now = conflicts.get(comment.id);
    const message = now?.result === 'conflict' ? now.message : '';
    return { kind: 'changed-meanwhile', message };
  }
  return comment.status === 'published' ? null : { kind: 'not-published' };
}

/** Takes it away from there, whatever its words are now; where it is not, nothing changes. */
export async function unfeatureComment(
  deps: FeatureDeps,
  { commentId, by }: Ask,
): Promise<Result<Comment, FeatureError>> {
  const comment = await findOwn(deps, { commentId, by });
  if (comment === null) return fail({ kind: 'unknown-comment' });
  if (comment.featured) await deps.removeFeatured({ id: deps.newId(by.at), commentId, by });
  return ok(comment);
}

/** Whatever belongs to another site is as good as unknown. */
async function findOwn(deps: FeatureDeps, { commentId, by }: Ask): Promise<Comment | null> {
  const comment = await deps.findComment(commentId);
  return comment !== null && maySee(by.moderator, comment.siteKey) ? comment : null;
}
