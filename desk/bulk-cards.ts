import { signal } from '@preact/signals';
import type { Bulk, SteppedBulk } from '../src/contract/bulks.ts';
import type { View } from './address.ts';
import { bulkWords } from './bulk-words.ts';
import { setMark } from './colleagues.ts';
import { cardOf } from './decision-flow.ts';
import { withoutMoved } from './flow-stream.ts';
import { fetchMore, openView } from './pages.ts';
import { announce, askFocus, flow, view } from './store.ts';
import { DECIDED_WORDS } from './words.ts';
import { writtenAt } from './writing.ts';

/** What a bulk decision does to the cards on the screen. */

/** A view that lacks what was taken back, because somebody wrote there and it was not opened anew. */
export const lacking = signal<View | null>(null);

/** The cards that a step has decided leave; one that is written at says what happened. */
export function takeAway({ bulk, moved }: Pick<SteppedBulk, 'bulk' | 'moved'>): void {
  const card = cardOf(flow.peek(), writtenAt());
  const kept = card !== undefined && moved.includes(card.item.id) ? card.item : null;
  const gone = moved.filter((id) => id !== kept?.id);
  const next = withoutMoved(flow.peek(), gone);
  flow.value = next;
  if (kept !== null) {
    const version = kept.version + 1;
    flow.value = { ...next, known: new Map(next.known).set(kept.id, version) };
    const words = `${DECIDED_WORDS[bulk.to]} with the others`;
    setMark(kept.id, { words, version, isSettled: true });
  }
  fetchMore();
}

export function ended(bulk: Bulk): void {
  announce(bulkWords(bulk));
  // What stands again belongs somewhere among the cards.
  if (bulk.state !== 'undone') askFocus('keep');
  else if (writtenAt() === null) openView();
  else lacking.value = view.peek();
}

/** Opens the view anew, for what was taken back while somebody wrote there. */
export function showTakenBack(): void {
  lacking.value = null;
  openView();
}
