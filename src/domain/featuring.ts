import type { Comment } from './comment.ts';
import type { By } from './decide.ts';
import { maySee } from './decision.ts';
import { fail, ok, type Result } from './result.ts';

/** Of a thread: what stands on top must be read before the thread is, and five are a screen. */
export const MOST_FEATURED = 5;

export type FeatureError =
  | { kind: 'unknown-comment' }
  | { kind: 'not-published' }
  | { kind: 'too-many-featured' };

/** The last time that somebody put a comment on top, of one that stands there. */
export type Featuring = { commentId: string; by: string; at: Date };

export type FeatureDeps = {
  newId(now: Date): string;
  findComment(id: string): Promise<Comment | null>;
  /** False where the comment is not published, or the thread has `most` others. */
  storeFeatured(ask: { id: string; commentId: string; by: By; most: number }): Promise<boolean>;
  removeFeatured(ask: { id: string; commentId: string; by: By }): Promise<void>;
};

type Ask = { commentId: string; by: By };

/** Puts a published comment on top of its thread. Doing so again changes nothing. */
export async function featureComment(
  deps: FeatureDeps,
  { commentId, by }: Ask,
): Promise<Result<Comment, FeatureError>> {
  const comment = await findOwn(deps, { commentId, by });
  if (comment === null) return fail({ kind: 'unknown-comment' });
  if (comment.status !== 'published') return fail({ kind: 'not-published' });
  if (comment.featured) return ok(comment);
  const id = deps.newId(by.at);
  const stored = await deps.storeFeatured({ id, commentId, by, most: MOST_FEATURED });
  if (stored) return ok(comment);
  const now = await deps.findComment(commentId);
  if (now?.status !== 'published') return fail({ kind: 'not-published' });
  return now.featured ? ok(now) : fail({ kind: 'too-many-featured' });
}

/** Takes it away from there; where it is not, nothing changes. */
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
