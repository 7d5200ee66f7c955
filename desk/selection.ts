import { computed, signal } from '@preact/signals';
import { announce, flow } from './store.ts';

/** Ids of the cards that are selected, in the order of selecting. */
const chosen = signal<readonly string[]>([]);
/** Where a range begins: the card that was selected or deselected last. */
const anchor = signal<string | null>(null);

/** Only what is still on the screen: a card that is decided by itself leaves the selection. */
export const selected = computed(() => {
  const here = new Map(flow.value.cards.map((card) => [card.item.id, card.item]));
  return chosen.value.flatMap((id) => here.get(id) ?? []);
});
export const selectedIds = computed(() => new Set(selected.value.map(({ id }) => id)));

/** From the last one that was selected to the current one, either way. */
const range = computed((): readonly string[] => {
  const { cards, current } = flow.value;
  const ids = cards.map((card) => card.item.id);
  const to = ids.indexOf(current ?? '');
  if (to === -1) return [];
  const from = anchor.value === null ? -1 : ids.indexOf(anchor.value);
  return from === -1
    ? ids.slice(to, to + 1)
    : ids.slice(Math.min(from, to), Math.max(from, to) + 1);
});

/** How many a range would add to what is selected; 0 where it has no beginning yet. */
export const rangeAdds = computed(() => {
  const begun = anchor.value !== null && selectedIds.value.has(anchor.value);
  return begun ? range.value.filter((id) => !selectedIds.value.has(id)).length : 0;
});

export function toggleSelected(id: string): void {
  const isIn = selectedIds.peek().has(id);
  chosen.value = isIn ? chosen.peek().filter((one) => one !== id) : [...chosen.peek(), id];
  anchor.value = id;
  tell();
}

export function toggleCurrentSelected(): void {
  const { current } = flow.peek();
  if (current !== null) toggleSelected(current);
}

export function selectRange(): void {
  if (range.peek().length === 0) return;
  chosen.value = [...new Set([...chosen.peek(), ...range.peek()])];
  anchor.value = flow.peek().current;
  tell();
}

export function clearSelection(): void {
  if (chosen.peek().length === 0) return;
  chosen.value = [];
  anchor.value = null;
  tell();
}

function tell(): void {
  const { length } = selected.peek();
  announce(length === 0 ? 'Nothing selected' : `${length} selected`);
}
