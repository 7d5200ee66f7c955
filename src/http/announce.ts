import type { LiveMessage } from '../contract/live.ts';
import type { Comment } from '../domain/comment.ts';
import type { Posted } from '../domain/post-comment.ts';
import type { AppContext } from './app-env.ts';
import { presentComment } from './present.ts';

/** The same for a comment that was sent just now, of which more is known. */
export function announcePosted(
  c: AppContext,
  { comment, thread }: Pick<Posted, 'comment' | 'thread'>,
): void {
  if (comment.status !== 'published') return;
  if (thread === null) {
    announce(c, [comment.id]);
    return;
  }
  const message = messageOf(comment, thread.count);
  const told = Promise.resolve().then(() => c.var.deps.channel(thread).announce([message]));
  c.executionCtx.waitUntil(told.catch((error) => console.error('live', error)));
}

/**
 * After comments came, changed or left: tells those who read their threads now. Off the request; a
 * message that is lost costs freshness and nothing else. Comments that wait are never told of.
 */
export function announce(c: AppContext, commentIds: string[]): void {
  if (commentIds.length === 0) return;
  const told = tell(c, commentIds);
  c.executionCtx.waitUntil(told.catch((error) => console.error('live', error)));
}

async function tell(c: AppContext, commentIds: string[]): Promise<void> {
  const { deps } = c.var;
  const comments = await deps.desk.findComments(commentIds);
  for (const [threadId, some] of Map.groupBy(comments, (comment) => comment.threadId)) {
    // Not from a replica: it may not know the thread yet.
    const thread = await deps.readComment.findThreadById(threadId);
    if (thread === null) continue;
    const { siteKey, page, count } = thread;
    const messages = some.map((comment) => messageOf(comment, count));
    await deps.channel({ siteKey, page }).announce(messages);
  }
}

function messageOf(comment: Comment, count: number): LiveMessage {
  const { id, version, status, shown } = comment;
  return status === 'published' || shown
    ? { type: 'comment', comment: presentComment(comment), version, count }
    : { type: 'gone', id, version, count };
}
