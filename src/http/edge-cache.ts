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
export function forgetThread(
  c: AppContext,
  change: { siteKey: string; threadId: string; removed: boolean },
): void {
  c.var.deps.freshBytes.expire(`${change.siteKey} `);
  if (!change.removed) return;
  const context: object = c.executionCtx;
  if (!('cache' in context) || !isEdgeCache(context.cache)) return;
  c.executionCtx.waitUntil(context.cache.purge({ tags: [threadTag(change.threadId)] }));
}

/** Only the platform has this cache; a local run has none. */
function isEdgeCache(value: unknown): value is CacheContext {
  return typeof value === 'object' && value !== null && 'purge' in value;
}
