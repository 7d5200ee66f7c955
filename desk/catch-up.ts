import type { QueueItem } from '../src/contract/desk.ts';
import { api } from './api.ts';
import { setMark } from './colleagues.ts';
import type { Card, Flow } from './decision-flow.ts';
import { flow, sessionState, view } from './store.ts';

/** The most that one request answers. */
const MOST = 100;

/**
 * After a gap in which nothing could be heard: cards of comments that are no longer in the queue, or
 * are there with another text, say so where they stand.
 */
export async function catchUp(): Promise<void> {
  const before = view.peek();
  if (sessionState.peek() !== 'signed-in' || before.q !== null) return;
  const answer = await api.queue(before, { limit: MOST, cursor: null });
  if (!answer.ok || view.peek() !== before) return;
  const { items, nextCursor } = answer.value;
  for (const { item } of missedCards(flow.peek(), { items, isAll: nextCursor === null })) {
    const now = items.find(({ id }) => id === item.id);
    setMark(item.id, {
      words: now === undefined ? 'Decided or changed meanwhile' : 'Changed meanwhile',
      version: now?.version ?? item.version,
      isSettled: now === undefined,
    });
  }
}

/** Cards that this page shows to be out of date. What lies behind its end nobody knows. */
export function missedCards(
  { cards, acts }: Pick<Flow, 'cards' | 'acts'>,
  { items, isAll }: { items: readonly QueueItem[]; isAll: boolean },
): Card[] {
  const versions = new Map(items.map(({ id, version }) => [id, version]));
  const [first, last] = [items.at(0)?.id ?? '', items.at(-1)?.id ?? ''];
  // Ids are in the order of time, and a page is oldest or newest first.
  const isWithin = (id: string) => isAll || (first < last ? id <= last : id >= last);
  return cards.filter(({ item, notice }) => {
    if (notice !== null || acts.some((act) => act.item.id === item.id)) return false;
    const version = versions.get(item.id);
    return version === undefined ? isWithin(item.id) : version > item.version;
  });
}
