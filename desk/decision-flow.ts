import type { Decide, QueueItem, Status } from '../src/contract/desk.ts';

/**
 * What a moderator does to the stream, as a pure state machine. A decision takes its card away at
 * once and waits in `acts` for the service; `flow-answers.ts` applies what the service said. A
 * comment is always in exactly one place: on a visible card, in an act that hides it, or decided.
 */

export type DecidedStatus = Decide['decisions'][number]['to'];

/** What "Try again" sends. */
export type Step =
  | { kind: 'decide'; to: DecidedStatus; reason?: string }
  | { kind: 'undo'; past: Past };

/** Why a card came back. `gone` can no longer be decided. */
export type Notice =
  | { kind: 'failed'; message: string; retry: Step | null }
  | { kind: 'conflict'; message: string }
  | { kind: 'gone'; message: string };

export type Card = { item: QueueItem; notice: Notice | null };

type Sending = {
  key: number;
  /** For a decision the comment as it was decided; for an undo as it is shown meanwhile. */
  item: QueueItem;
  sent: boolean;
  /** An earlier try may have reached the service although no answer came. */
  unsure: boolean;
};
export type DecideAct = Sending & { kind: 'decide'; to: DecidedStatus; reason?: string };
export type UndoAct = Sending & {
  kind: 'undo';
  past: Past;
  /** The comment as the service knows it until the undo is answered. */
  truth: { version: number; status: Status };
};
export type Act = DecideAct | UndoAct;

/** A decision of this visit that can still be taken back. */
export type Past = {
  key: number;
  item: QueueItem;
  to: DecidedStatus;
  /** null until the service has answered. */
  decisionId: string | null;
};

export type Flow = {
  readonly cards: readonly Card[];
  readonly current: string | null;
  /** In the order they were made; acts of one comment are sent one after the other. */
  readonly acts: readonly Act[];
  readonly past: readonly Past[];
  /** Newest version known of each comment touched here: older ones in late pages are stale. */
  readonly known: ReadonlyMap<string, number>;
  readonly nextKey: number;
  /** Comments at which a colleague is, or was first: what comes next by itself passes them over. */
  readonly taken: ReadonlySet<string>;
};

export const emptyFlow: Flow = {
  cards: [],
  current: null,
  acts: [],
  past: [],
  known: new Map(),
  nextKey: 1,
  taken: new Set(),
};

export function cardOf(flow: Flow, id: string | null): Card | undefined {
  return flow.cards.find((card) => card.item.id === id);
}

/**
 * Whether deciding would change anything: a human's "publish" counts even on a published one that
 * no human has read, or that readers have reported since.
 */
export function canDecide(card: Card | undefined, to: DecidedStatus): boolean {
  if (card === undefined || card.notice?.kind === 'gone') return false;
  if (card.item.status === 'deleted') return false;
  const { status, reviewed, reportCount } = card.item;
  return status !== to || (to === 'published' && (!reviewed || reportCount > 0));
}

/** Nothing about it is under way here, and nothing has come back. */
export function isLeftAlone({ acts }: Pick<Flow, 'acts'>, { item, notice }: Card): boolean {
  return notice === null && !acts.some((act) => act.item.id === item.id);
}

type Choice = { id: string; to: DecidedStatus; reason?: string };

/** The card leaves, the next one takes its place, the decision waits to be sent. */
export function decide(flow: Flow, choice: Choice): Flow {
  const card = cardOf(flow, choice.id);
  return card !== undefined && canDecide(card, choice.to) ? pushDecide(flow, card, choice) : flow;
}

/**
 * Takes back the last decision. What was never sent is simply dropped; else an undo waits behind
 * its decision. Either way the card is back at once, as the current one.
 */
export function undo(flow: Flow): Flow {
  const past = flow.past.at(-1);
  if (past === undefined) return flow;
  const rest = { ...flow, past: flow.past.slice(0, -1) };
  const open = flow.acts.find((act) => act.key === past.key);
  if (open !== undefined && !open.sent && !open.unsure && isLastOfComment(flow, open)) {
    const acts = flow.acts.filter((act) => act !== open);
    return showAsCurrent({ ...rest, acts }, open.item);
  }
  return pushUndo(rest, past);
}

/** Sends again what failed. Only a card that came back with something to send has this. */
export function retry(flow: Flow, id: string): Flow {
  const card = cardOf(flow, id);
  if (card?.notice?.kind !== 'failed' || card.notice.retry === null) return flow;
  const again = card.notice.retry;
  return again.kind === 'decide' ? pushDecide(flow, card, again) : pushUndo(flow, again.past);
}

/** Takes a card out of sight without deciding; the comment stays in its queue. */
export function dismiss(flow: Flow, id: string): Flow {
  return removeCard(flow, id);
}

export function goTo(flow: Flow, id: string): Flow {
  return cardOf(flow, id) === undefined ? flow : { ...flow, current: id };
}

/**
 * One card on (1) or back (-1); stays at either end. On passes over what is taken, as long as
 * something else is ahead; back does not.
 */
export function step(flow: Flow, by: 1 | -1): Flow {
  const at = flow.cards.findIndex((card) => card.item.id === flow.current);
  const free = by === 1 ? flow.cards.slice(at + 1).find((card) => isFree(flow, card)) : undefined;
  const next = free ?? flow.cards[at + by];
  return next === undefined ? flow : { ...flow, current: next.item.id };
}

/** What to send now: as many decisions as are ready, or one undo. null while one is under way. */
export function nextToSend(flow: Flow): DecideAct[] | UndoAct | null {
  if (flow.acts.some((act) => act.sent)) return null;
  const first = flow.acts[0];
  if (first === undefined) return null;
  if (first.kind === 'undo') return first;
  const ready = flow.acts.filter((act, at) => firstOfComment(flow.acts, act) === at);
  return ready.filter((act) => act.kind === 'decide').slice(0, 100);
}

/** Marks acts as under way, or (signed out meanwhile) as waiting again. */
export function markSent(flow: Flow, change: { keys: readonly number[]; sent: boolean }): Flow {
  const acts = flow.acts.map((act) =>
    change.keys.includes(act.key) ? { ...act, sent: change.sent } : act,
  );
  return { ...flow, acts };
}

/** Puts a card before the current one and makes it current; one that is visible stays in place. */
export function showAsCurrent(flow: Flow, item: QueueItem): Flow {
  const card: Card = { item, notice: null };
  if (cardOf(flow, item.id) !== undefined) {
    return { ...replaceCard(flow, card), current: item.id };
  }
  const at = flow.cards.findIndex((other) => other.item.id === flow.current);
  return { ...flow, cards: flow.cards.toSpliced(Math.max(at, 0), 0, card), current: item.id };
}

/** Shows a card behind the current one, which keeps its place. */
export function bringBack(flow: Flow, card: Card): Flow {
  if (cardOf(flow, card.item.id) !== undefined) return replaceCard(flow, card);
  const at = flow.cards.findIndex((other) => other.item.id === flow.current);
  return {
    ...flow,
    cards: flow.cards.toSpliced(at + 1, 0, card),
    current: flow.current ?? card.item.id,
  };
}

function replaceCard(flow: Flow, card: Card): Flow {
  return {
    ...flow,
    cards: flow.cards.map((other) => (other.item.id === card.item.id ? card : other)),
  };
}

function removeCard(flow: Flow, id: string): Flow {
  const at = flow.cards.findIndex((card) => card.item.id === id);
  if (at === -1) return flow;
  const cards = flow.cards.toSpliced(at, 1);
  const next = nearestFree(flow, { cards, at }) ?? cards[at] ?? cards.at(-1);
  return { ...flow, cards, current: flow.current === id ? (next?.item.id ?? null) : flow.current };
}

/** Ahead of this place if there is one, else the last before it. */
function nearestFree(
  flow: Flow,
  { cards, at }: { cards: readonly Card[]; at: number },
): Card | undefined {
  const isFreeCard = (card: Card) => isFree(flow, card);
  return cards.slice(at).find(isFreeCard) ?? cards.slice(0, at).findLast(isFreeCard);
}

/** A card that came back is the moderator's own affair, whoever looks at it. */
export function isFree(flow: Flow, { item, notice }: Card): boolean {
  return notice !== null || !flow.taken.has(item.id);
}

function pushDecide(flow: Flow, card: Card, choice: Omit<Choice, 'id'>): Flow {
  const { to, reason } = choice;
  const { item } = card;
  const key = flow.nextKey;
  const unsure = card.notice?.kind === 'failed';
  return {
    ...removeCard(flow, item.id),
    acts: [
      ...flow.acts,
      { kind: 'decide', key, item, to, sent: false, unsure, ...(reason && { reason }) },
    ],
    past: [...flow.past, { key, item, to, decisionId: null }],
    nextKey: key + 1,
  };
}

/** An undo that waits to be sent; its card shows the comment as it was before. */
export function pushUndo(flow: Flow, past: Past): Flow {
  const card = cardOf(flow, past.item.id);
  const version = flow.known.get(past.item.id) ?? past.item.version;
  const truth = card?.item ?? { version, status: past.to };
  const act: UndoAct = {
    kind: 'undo',
    key: flow.nextKey,
    item: past.item,
    past,
    truth: { version: truth.version, status: truth.status },
    sent: false,
    unsure: card?.notice?.kind === 'failed',
  };
  const pushed = { ...flow, acts: [...flow.acts, act], nextKey: act.key + 1 };
  return showAsCurrent(pushed, past.item);
}

function isLastOfComment(flow: Flow, act: Act): boolean {
  return flow.acts.findLast((other) => other.item.id === act.item.id) === act;
}

function firstOfComment(acts: readonly Act[], act: Act): number {
  return acts.findIndex((other) => other.item.id === act.item.id);
}
