import type { Comment } from './comment.ts';
import {
  type ActDeps,
  type ActError,
  type Actor,
  type ActTraces,
  findActedOn,
} from './find-acted-on.ts';
import { fail, ok, type Result } from './result.ts';

/** Likes that one comment takes from one network: a household, not a server farm. */
export const MOST_LIKES_OF_NETWORK = 3;

export type LikeError = ActError | { kind: 'acting-too-fast' } | { kind: 'network-has-liked' };

/** The comment's likes after it, or why it was not taken. */
export type StoredLike = { likes: number } | 'acting-too-fast' | 'network-has-liked';

export type LikeCommentDeps = ActDeps & {
  /** Liking twice is no error and counts once. */
  storeLike(ask: {
    commentId: string;
    traces: ActTraces;
    mostOfNetwork: number;
    now: Date;
  }): Promise<StoredLike>;
  /** Answers the comment's likes after it. */
  removeLike(at: { commentId: string; reader: string }): Promise<number>;
};

export type Liked = { comment: Comment; likes: number };

export async function likeComment(
  deps: LikeCommentDeps,
  { id, actor, now }: { id: string; actor: Actor; now: Date },
): Promise<Result<Liked, LikeError>> {
  const found = await findActedOn(deps, { id, actor });
  if (!found.ok) return found;
  const { comment, traces } = found.value;
  const mostOfNetwork = MOST_LIKES_OF_NETWORK;
  const stored = await deps.storeLike({ commentId: id, traces, mostOfNetwork, now });
  if (typeof stored === 'string') return fail({ kind: stored });
  return ok({ comment, likes: stored.likes });
}

/** Takes a like back; taking back what was never given is no error. */
export async function unlikeComment(
  deps: LikeCommentDeps,
  { id, actor }: { id: string; actor: Actor },
): Promise<Result<Liked, ActError>> {
  const found = await findActedOn(deps, { id, actor });
  if (!found.ok) return found;
  const { comment, traces } = found.value;
  const likes = await deps.removeLike({ commentId: id, reader: traces.reader });
  return ok({ comment, likes });
}
