import type { AppContext } from './app-env.ts';

/** The tag under which the edge keeps everything that shows a thread. */
export function threadTag(threadId: string): string {
  return `thread-${threadId}`;
}

/**
 * After a change: this isolate renders the site's threads anew, and where something was taken
 * away, every edge drops the thread. Purges are few a minute, so what was only added waits for
 * its short age instead.
 */
export function forgetThread(c: AppContext, change: Change): void {
  forgetThreads(c, [change]);
}

type Change = { siteKey: string; threadId: string; removed: boolean };

/** The same for what one request has changed: one purge, however many threads it is about. */
export function forgetThreads(c: AppContext, changes: Change[]): void {
  for (const { siteKey } of changes) c.var.deps.freshBytes.expire(`${siteKey} `);
  const removed = changes.filter((change) => change.removed);
  const tags = [...new Set(removed.map(({ threadId }) => threadTag(threadId)))];
  const context: object = c.executionCtx;
  if (tags.length === 0 || !('cache' in context) || !isEdgeCache(context.cache)) return;
  c.executionCtx.waitUntil(context.cache.purge({ tags }));
}

/** Only the platform has this cache; a local run has none. */
function isEdgeCache(value: unknown): value is CacheContext {
  return typeof value === 'object' && value !== null && 'purge' in value;
}
