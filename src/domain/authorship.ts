import type { Comment } from './comment.ts';
import type { Site } from './site.ts';

/** Until when an author may change a comment; null when that time is over. */
export function editableUntil(
  comment: Comment,
  { site, now }: { site: Site; now: Date },
): Date | null {
  if (comment.status === 'deleted') return null;
  const until = new Date(comment.createdAt.getTime() + site.editWindowMs);
  return until > now ? until : null;
}
