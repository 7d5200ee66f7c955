import { computed, signal } from '@preact/signals';
import type { QueueItem } from '../src/contract/desk.ts';
import { cardOf, goTo } from './decision-flow.ts';
import { append, prepend } from './flow-stream.ts';
import { askFocus, flow } from './store.ts';

/**
 * What has come in since the list was opened. Where the newest stand first it waits here until the
 * moderator wants it, so that nothing moves; elsewhere it stands at the end already.
 */
const above = signal<readonly QueueItem[]>([]);
const atEnd = signal<readonly string[]>([]);

/** Of those at the end only what the moderator has not come to. */
export const arrived = computed(() => {
  const { cards, current } = flow.value;
  const at = cards.findIndex((card) => card.item.id === current);
  const ahead = cards.slice(at + 1).filter((card) => atEnd.value.includes(card.item.id));
  return above.value.length + ahead.length;
});

export function forgetArrivals(): void {
  above.value = [];
  atEnd.value = [];
}

/** Takes the newest page of a list that begins with the newest. */
export function waitAbove(items: readonly QueueItem[]): void {
  const here = flow.peek();
  const unseen = items.filter((item) => item.version > (here.known.get(item.id) ?? 0));
  const added = append({ ...here, cards: here.cards }, unseen).cards.slice(here.cards.length);
  above.value = added.map((card) => card.item);
}

/** Notes what a page has added behind the last card. */
export function noteAtEnd(ids: readonly string[]): void {
  if (ids.length > 0) atEnd.value = [...atEnd.peek(), ...ids];
}

/**
 * Shows what has come in and goes to the first of it. False where there may be more than is known
 * here, so that the list must be opened anew.
 */
export function showArrivals(most: number): boolean {
  const waiting = above.peek();
  if (arrived.peek() === 0) return true;
  if (waiting.length >= most) return false;
  const first = waiting[0]?.id ?? atEnd.peek().find((id) => cardOf(flow.peek(), id) !== undefined);
  if (waiting.length > 0) flow.value = prepend(flow.peek(), waiting);
  if (first !== undefined) flow.value = goTo(flow.peek(), first);
  const place = waiting.length > 0 ? 'first' : 'top';
  forgetArrivals();
  askFocus(place);
  return true;
}
