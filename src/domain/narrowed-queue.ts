import {
  type About,
  byPriority,
  type Light,
  type Order,
  priorityOf,
  readPriorityCursor,
  writePriorityCursor,
} from './narrow.ts';
import type { QueueItem } from './queue.ts';

export type NarrowedQueueDeps = {
  /** In order; `next` is where to look on, null at the end of the queue. */
  scanQueue(
    ask: About & { oldestFirst: boolean; after: string | null; limit: number; upto?: string },
  ): Promise<{ found: Light[]; next: string | null }>;
  /** In the order asked; what is gone meanwhile is left out. */
  findQueueItems(ids: string[]): Promise<QueueItem[]>;
};

export type NarrowedAsk = About & { order: Order; limit: number; cursor: string | null };

/** By priority a queue is ordered in blocks of so many of those that wait longest. */
const BLOCK = 1000;

/**
 * A page of a queue that is narrowed or in another order. It may have fewer comments than asked for,
 * even none, and still say where to go on. null for a cursor that is none.
 */
export async function readNarrowedQueue(
  deps: NarrowedQueueDeps,
  ask: NarrowedAsk,
): Promise<{ items: QueueItem[]; next: string | null } | null> {
  if (ask.order === 'priority') return readByPriority(deps, ask);
  const { order, cursor, limit, ...about } = ask;
  if (cursor !== null && !/^[0-9a-z]{20}$/.test(cursor)) return null;
  const scan = { ...about, oldestFirst: order === 'oldest', after: cursor, limit };
  const { found, next } = await deps.scanQueue(scan);
  return { items: await deps.findQueueItems(found.map(({ id }) => id)), next };
}

async function readByPriority(deps: NarrowedQueueDeps, ask: NarrowedAsk) {
  const cursor =
    ask.cursor === null ? { block: null, after: null } : readPriorityCursor(ask.cursor);
  if (cursor === null) return null;
  const { queue, siteKeys, narrow, limit } = ask;
  const { block, after } = cursor;
  const scan = { queue, siteKeys, narrow, oldestFirst: true, after: block, limit: BLOCK };
  const { found, next } = await deps.scanQueue(scan);
  const left = found.sort(byPriority).filter((one) => after === null || isBehind(one, after));
  const page = left.slice(0, limit);
  const last = page.at(-1);
  const items = await deps.findQueueItems(page.map(({ id }) => id));
  if (left.length > page.length && last !== undefined) {
    const place = { priority: priorityOf(last), id: last.id };
    return { items, next: writePriorityCursor({ block, after: place }) };
  }
  return { items, next: next === null ? null : writePriorityCursor({ block: next, after: null }) };
}

function isBehind(one: Light, { priority, id }: { priority: number; id: string }): boolean {
  const own = priorityOf(one);
  return own < priority || (own === priority && one.id > id);
}
