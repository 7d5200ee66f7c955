import type { Site } from './site.ts';

/**
 * The order of a page. `newest` and `oldest` go by the time of the top comments; `top` by their
 * likes and what they started with; `replies` by all answers in their branch.
 */
export type Sort = 'newest' | 'oldest' | 'top' | 'replies';

/** The comments of one article. */
export type Thread = {
  id: string;
  siteKey: string;
  page: string;
  url: string | null;
  title: string | null;
  closedAt: Date | null;
  /** Published comments. */
  count: number;
  createdAt: Date;
};

const DAY_MS = 86_400_000;

/** Closed by a moderator, or by its age where the site closes threads after some days. */
export function isClosed(thread: Thread, at: { site: Site; now: Date }): boolean {
  if (thread.closedAt !== null && thread.closedAt <= at.now) return true;
  const { closeAfterDays } = at.site;
  if (closeAfterDays === null) return false;
  return at.now.getTime() - thread.createdAt.getTime() >= closeAfterDays * DAY_MS;
}

/** The title as readers may see it: a title comes with a comment, so it waits for a published one. */
export function titleIn(thread: Thread | null): string | null {
  return thread !== null && thread.count > 0 ? thread.title : null;
}
