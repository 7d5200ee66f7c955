import type { Queue, QueueItem, Status } from '../src/contract/desk.ts';
import { api } from './api.ts';

/** Pages of 100 that are looked through; a comment further down is not found. */
const DEEPEST = 3;

/** A comment as it is now, looked for in the queue of its status. null where it is not found. */
export async function findComment(seen: QueueItem, status: Status): Promise<QueueItem | null> {
  if (status === 'deleted') return null;
  const view: { queue: Queue; site: string } = { queue: status, site: seen.site.key };
  let cursor: string | null = null;
  for (let page = 0; page < DEEPEST; page++) {
    const answer: Awaited<ReturnType<typeof api.queue>> = await api.queue(view, {
      limit: 100,
      cursor,
    });
    if (!answer.ok) return null;
    const found = answer.value.items.find((item) => item.id === seen.id);
    if (found !== undefined) return found;
    cursor = answer.value.nextCursor;
    if (cursor === null) return null;
  }
  return null;
}
