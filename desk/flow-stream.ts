import type { QueueItem } from '../src/contract/desk.ts';
import type { Act, Card, DecideAct, Flow, Step } from './decision-flow.ts';
import { bringBack, isFree } from './decision-flow.ts';

/** Another queue or site: its first page. Cards whose decision could not be sent come along. */
export function show(flow: Flow, items: readonly QueueItem[]): Flow {
  const kept = flow.cards.filter((card) => card.notice?.kind === 'failed');
  const shown = append({ ...flow, cards: kept, current: null }, items);
  return startFree(shown);
}

/** Makes the first card current that no colleague is at, else the first. */
export function startFree(flow: Flow): Flow {
  const first = flow.cards.find((card) => isFree(flow, card)) ?? flow.cards[0];
  return { ...flow, current: first?.item.id ?? null };
}

/** Comments that have come in above the first card; the current one stays. */
export function prepend(flow: Flow, items: readonly QueueItem[]): Flow {
  const added = append({ ...flow, cards: [] }, items).cards;
  const own = new Set(flow.cards.map((card) => card.item.id));
  const fresh = added.filter((card) => !own.has(card.item.id));
  return { ...flow, cards: [...fresh, ...flow.cards] };
}

/**
 * Without the cards that colleagues have settled: those behind the current one, or all but that.
 * A card that came back stays.
 */
export function sweep(
  flow: Flow,
  { settled, from }: { settled: ReadonlySet<string>; from: 'ahead' | 'everywhere' },
): Flow {
  const at = flow.cards.findIndex((card) => card.item.id === flow.current);
  const cards = flow.cards.filter((card, place) => {
    const isKept = place === at || (from === 'ahead' && place < at) || card.notice !== null;
    return isKept || !settled.has(card.item.id);
  });
  return cards.length === flow.cards.length ? flow : { ...flow, cards };
}

/** A further page, behind what is there. Never shows a comment twice, nor one just decided. */
export function append(flow: Flow, items: readonly QueueItem[]): Flow {
  const taken = new Set([
    ...flow.cards.map((card) => card.item.id),
    ...flow.acts.map((act) => act.item.id),
  ]);
  const fresh: Card[] = [];
  for (const item of items) {
    if (taken.has(item.id) || item.version < (flow.known.get(item.id) ?? 0)) continue;
    taken.add(item.id);
    fresh.push({ item, notice: null });
  }
  if (fresh.length === 0) return flow;
  const cards = [...flow.cards, ...fresh];
  return { ...flow, cards, current: flow.current ?? cards[0]?.item.id ?? null };
}

/** How many cards are still to come behind the current one. */
export function cardsAhead(flow: Flow): number {
  const at = flow.cards.findIndex((card) => card.item.id === flow.current);
  return flow.cards.length - at - 1;
}

/** Acts of an earlier visit to this page that were never answered: to be sent again. */
export function restore(flow: Flow, acts: readonly Act[]): Flow {
  const nextKey = Math.max(flow.nextKey, ...acts.map((act) => act.key + 1));
  const again = acts.map((act) => ({ ...act, sent: false, unsure: true }));
  const past = again.flatMap((act) =>
    act.kind === 'decide' && !isUndone(again, act.key)
      ? [{ key: act.key, item: act.item, to: act.to, decisionId: null }]
      : [],
  );
  return { ...flow, acts: again, past, nextKey };
}

/** Acts that may not be sent, because somebody else signed in: their cards say so. */
export function setAside(flow: Flow, message: string): Flow {
  const cleared = { ...flow, acts: [], past: [] };
  const last = new Map(flow.acts.map((act) => [act.item.id, act]));
  return [...last.values()].reduce<Flow>((next, act) => {
    const retry = act.kind === 'decide' ? stepAgain(act) : null;
    return bringBack(next, { item: act.item, notice: { kind: 'failed', message, retry } });
  }, cleared);
}

function stepAgain({ kind, to, reason }: DecideAct): Step {
  return { kind, to, ...(reason && { reason }) };
}

function isUndone(acts: readonly Act[], key: number): boolean {
  return acts.some((act) => act.kind === 'undo' && act.past.key === key);
}

/** Without cards that a bulk has moved: late pages that still know them are stale. */
export function withoutMoved(flow: Flow, ids: readonly string[]): Flow {
  const gone = new Set(ids);
  const known = new Map(flow.known);
  for (const { item } of flow.cards) if (gone.has(item.id)) known.set(item.id, item.version + 1);
  const at = flow.cards.findIndex((card) => card.item.id === flow.current);
  const cards = flow.cards.filter((card) => !gone.has(card.item.id));
  if (flow.current === null || !gone.has(flow.current)) return { ...flow, cards, known };
  const next = flow.cards.slice(at).find((card) => !gone.has(card.item.id)) ?? cards.at(-1);
  return { ...flow, cards, known, current: next?.item.id ?? null };
}
