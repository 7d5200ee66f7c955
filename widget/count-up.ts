import type { Comment } from '../src/contract/thread.ts';
import type { View } from './view.ts';

/** The service counts a published answer for every comment above it; so does the page. */
export function countUp(view: View, comment: Comment): void {
  const seen = new Set([comment]);
  let above = view.comments.get(comment.parentId ?? '');
  while (above && !seen.has(above)) {
    seen.add(above);
    above.replyCount++;
    above = view.comments.get(above.parentId ?? '');
  }
}
