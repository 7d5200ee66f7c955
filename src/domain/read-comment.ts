import { editableUntil } from './authorship.ts';
import type { Comment } from './comment.ts';
import { fail, ok, type Result } from './result.ts';
import type { Site } from './site.ts';
import type { Thread } from './thread.ts';

export type ReadCommentInput = { id: string; isAuthor: boolean; now: Date };

export type CommentView = {
  comment: Comment;
  thread: Thread;
  site: Site;
  /** null for everybody but its author. */
  author: { editableUntil: Date | null } | null;
};

export type ReadCommentDeps = {
  findComment(id: string): Promise<Comment | null>;
  findThreadById(id: string): Promise<Thread | null>;
  findSite(key: string): Promise<Site | null>;
};

/**
 * One comment under its own address. What is not published is there for its author only; to
 * everybody else it does not exist.
 */
export async function readComment(
  deps: ReadCommentDeps,
  { id, isAuthor, now }: ReadCommentInput,
): Promise<Result<CommentView, { kind: 'unknown-comment' }>> {
  const comment = await deps.findComment(id);
  if (comment === null || !maySee(comment, isAuthor)) return fail({ kind: 'unknown-comment' });
  const [thread, site] = await Promise.all([
    deps.findThreadById(comment.threadId),
    deps.findSite(comment.siteKey),
  ]);
  if (thread === null || site === null) return fail({ kind: 'unknown-comment' });
  const author = isAuthor ? { editableUntil: editableUntil(comment, { site, now }) } : null;
  return ok({ comment, thread, site, author });
}

function maySee(comment: Comment, isAuthor: boolean): boolean {
  return comment.shown || (isAuthor && comment.status !== 'deleted');
}
