import type { LiveMessage } from '../contract/live.ts';
import type { AppContext } from './app-env.ts';
import { presentThread } from './present.ts';

/** After a moderator has closed, opened or slowed down a thread: tells those who read it now. */
export function announceThread(c: AppContext, threadId: string): void {
  const told = tell(c, threadId);
  c.executionCtx.waitUntil(told.catch((error) => console.error('live', error)));
}

async function tell(c: AppContext, threadId: string): Promise<void> {
  const { deps } = c.var;
  const thread = await deps.threads.findThreadById(threadId);
  const site = thread && (await deps.findSite(thread.siteKey));
  if (!thread || !site) return;
  const { siteKey, page, url, version } = thread;
  const now = deps.now();
  const message: LiveMessage = {
    type: 'thread',
    thread: presentThread(thread, { site, url, now }),
    version,
  };
  await deps.channel({ siteKey, page }).announce([message]);
}
