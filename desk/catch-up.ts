import type { QueueItem } from '../src/contract/desk.ts';
import { orderOf, type View } from './address.ts';
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
  if (before.mine) return;
  const answer = await api.queue(before, { limit: MOST, cursor: null });
  if (!answer.ok || view.peek() !== before) return;
  const { items, nextCursor } = answer.value;
  const page = { items, isAll: nextCursor === null, view: before };
  for (const { item } of missedCards(flow.peek(), page)) {
    const now = items.find(({ id }) => id === item.id);
    setMark(item.id, {
      words: now === undefined ? 'Decided or changed meanwhile' : 'Changed meanwhile',
      version: now?.version ?? item.version,
      isSettled: now === undefined,
    });
  }
}

type Page = {
  items: readonly QueueItem[];
  /** Nothing lies behind its end. */
  isAll: boolean;
  view: Pick<View, 'queue' | 'narrow'>;
};

/** Cards that this page shows to be out of date. What lies behind its end nobody knows. */
export function missedCards({ cards, acts }: Pick<Flow, 'cards' | 'acts'>, page: Page): Card[] {
  const versions = new Map(page.items.map(({ id, version }) => [id, version]));
  const isCovered = covers(page);
  return cards.filter(({ item, notice }) => {
    if (notice !== null || acts.some((act) => act.item.id === item.id)) return false;
    const version = versions.get(item.id);
    return version === undefined ? isCovered(item.id) : version > item.version;
  });
}

/** Whether a comment that is not on this page can no longer be in the queue. */
function covers({ items, isAll, view }: Page): (id: string) => boolean {
  const order = orderOf(view);
  // Ids are in the order of time.
  const ids = items.map(({ id }) => id).sort();
  const [oldest, newest] = [ids.at(0), ids.at(-1)];
  const isAfter = (id: string) => oldest !== undefined && id >= oldest;
  const isBefore = (id: string) => newest !== undefined && id <= newest;
  // With time alone a comment grows too old for "newer than".
  const agesOut = view.narrow?.newer !== undefined;
  if (isAll) return (id) => !agesOut || isAfter(id);
  if (order === 'priority') return () => false;
  if (order === 'newest') return isAfter;
  return (id) => isBefore(id) && (!agesOut || isAfter(id));
}
