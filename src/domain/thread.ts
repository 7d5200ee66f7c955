import type { Block } from './body.ts';
import type { Mode, Site } from './site.ts';

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
  rules: ThreadRules;
  /** Grows with every act of a moderator about the thread. */
  version: number;
};

/** What moderators have to say to a thread's readers, in the markup that comments have. */
export type Note = { source: string; body: Block[] };

/** What holds in this thread alone. */
export type ThreadRules = {
  /** By hand, whatever the site says about old threads. */
  keptOpen: boolean;
  /** In the place of the form while the thread is closed. */
  message: Note | null;
  /** Above the comments. */
  announcement: Note | null;
  /** Between two comments of one author; 0 for none. */
  slowSeconds: number;
  /** null is the site's. */
  mode: Mode | null;
};

export const NO_RULES: ThreadRules = {
  keptOpen: false,
  message: null,
  announcement: null,
  slowSeconds: 0,
  mode: null,
};

const DAY_MS = 86_400_000;

/** Closed by a moderator, or by its age where the site closes threads after some days. */
export function isClosed(
  thread: Thread,
  at: { site: Pick<Site, 'closeAfterDays'>; now: Date },
): boolean {
  if (thread.closedAt !== null && thread.closedAt <= at.now) return true;
  const { closeAfterDays } = at.site;
  if (closeAfterDays === null || thread.rules.keptOpen) return false;
  return at.now.getTime() - thread.createdAt.getTime() >= closeAfterDays * DAY_MS;
}

/** The site as it is in this thread, which may have a mode of its own. */
export function siteIn(thread: Thread | null, site: Site): Site {
  const mode = thread?.rules.mode ?? null;
  return mode === null ? site : { ...site, mode };
}

/** The title as readers may see it: a title comes with a comment, so it waits for a published one. */
export function titleIn(thread: Thread | null): string | null {
  return thread !== null && thread.count > 0 ? thread.title : null;
}
