import type { Thread } from './thread.ts';

export type SlowModeDeps = {
  /** When an author wrote in this thread last, whatever became of it; null for not since then. */
  lastInThread(ask: { thread: Thread; authorHash: string; since: Date }): Promise<Date | null>;
};

type Ask = { thread: Thread | null; authorHash: string; now: Date };

/**
 * Whole seconds until an author may write in this thread again; 0 for now. Asks the database only
 * where the thread has a slow mode, so that other posts pay nothing for it.
 */
export async function secondsToWait(
  deps: SlowModeDeps,
  { thread, authorHash, now }: Ask,
): Promise<number> {
  if (thread === null || thread.rules.slowSeconds === 0) return 0;
  const pause = thread.rules.slowSeconds * 1000;
  const since = new Date(now.getTime() - pause);
  const last = await deps.lastInThread({ thread, authorHash, since });
  if (last === null) return 0;
  return Math.max(0, Math.ceil((last.getTime() + pause - now.getTime()) / 1000));
}
