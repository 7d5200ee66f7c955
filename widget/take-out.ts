import type { View } from './view.ts';

/** A deleted comment leaves the page; with answers below it, a line says that it was there. */
export function takeOut(view: View, id: string): void {
  const comment = view.comments.get(id);
  view.own.delete(id);
  view.lose?.(id, true);
  if (comment === undefined) return;
  const isAnswered = [...view.comments.values()].some(({ parentId }) => parentId === id);
  if (comment.status === 'published') view.thread.count--;
  if (isAnswered || comment.replyCount > 0)
    view.comments.set(id, { ...comment, status: 'deleted' });
  else view.comments.delete(id);
}
