import { computed, signal } from '@preact/signals';
import { announce, flow } from './store.ts';

/** Ids of the cards that are selected, in the order of selecting. */
const chosen = signal<readonly string[]>([]);
/** Where a range begins: the card that was selected or deselected last. */
let anchor: string | null = null;

/** Only what is still on the screen: a card that is decided by itself leaves the selection. */
export const selected = computed(() => {
  const here = new Map(flow.value.cards.map((card) => [card.item.id, card.item]));
  return chosen.value.flatMap((id) => here.get(id) ?? []);
});
export const selectedIds = computed(() => new Set(selected.value.map(({ id }) => id)));

export function toggleSelected(id: string): void {
  const isIn = selectedIds.peek().has(id);
  chosen.value = isIn ? chosen.peek().filter((one) => one !== id) : [...chosen.peek(), id];
  anchor = id;
  tell();
}

export function toggleCurrentSelected(): void {
  const { current } = flow.peek();
  if (current !== null) toggleSelected(current);
}

/** All from the last one that was selected to the current one. */
export function selectRange(): void {
  const { cards, current } = flow.peek();
  const ids = cards.map((card) => card.item.id);
  const to = ids.indexOf(current ?? '');
  if (to === -1) return;
  const from = anchor === null ? to : ids.indexOf(anchor);
  const range = from === -1 ? [to, to] : [Math.min(from, to), Math.max(from, to)];
  const fresh = ids.slice(range[0], (range[1] ?? to) + 1);
  chosen.value = [...new Set([...chosen.peek(), ...fresh])];
  anchor = current;
  tell();
}

export function clearSelection(): void {
  if (chosen.peek().length === 0) return;
  chosen.value = [];
  anchor = null;
  tell();
}

function tell(): void {
  const { length } = selected.peek();
  announce(length === 0 ? 'Nothing selected' : `${length} selected`);
}
