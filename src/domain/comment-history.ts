import type { Comment } from './comment.ts';
import { type Moderator, maySee } from './decision.ts';

/** What a comment said, until it was edited. */
export type Revision = { version: number; source: string; replacedAt: Date };

export type History = {
  comment: Comment;
  /** Oldest first; the newest of them came right before the comment as it stands. */
  earlier: Revision[];
  /** Whether there were still older ones. */
  isCut: boolean;
};

export type CommentHistoryDeps = {
  findComment(id: string): Promise<Comment | null>;
  /** Newest first. */
  listRevisions(ask: { commentId: string; limit: number }): Promise<Revision[]>;
};

/** An author can change a comment no more often than this. */
const MOST = 30;

/** A comment's earlier texts; null where it is erased or not the moderator's. */
export async function readHistory(
  deps: CommentHistoryDeps,
  { id, moderator }: { id: string; moderator: Moderator },
): Promise<History | null> {
  // The comment first: an edit between the two reads is then one revision too many, never too few.
  const comment = await deps.findComment(id);
  if (comment === null || comment.status === 'deleted') return null;
  if (!maySee(moderator, comment.siteKey)) return null;
  const newest = await deps.listRevisions({ commentId: id, limit: MOST + 1 });
  const before = newest.filter(({ version }) => version < comment.version);
  return { comment, earlier: before.slice(0, MOST).reverse(), isCut: before.length > MOST };
}
