import { effect, signal } from '@preact/signals';
import type { DeskChange, DeskMessage } from '../src/contract/desk-live.ts';
import { forgetArrivals } from './arrivals.ts';
import {
  clearMarks,
  hear,
  lookers,
  markOf,
  seats,
  seatsAfter,
  setMark,
  settled,
} from './colleagues.ts';
import { cardOf, dismiss, goTo, isFree } from './decision-flow.ts';
import { sweep } from './flow-stream.ts';
import { type Line, makeLine } from './live-line.ts';
import { announce, askFocus, currentCard, flow, sessionState, view } from './store.ts';

/** `lost` when the connection cannot be had; `new` until that is known. */
export const liveState = signal<'new' | 'lost' | 'live'>('new');

/** What the desk asks for when it hears that something has changed. */
type Asking = {
  /** Numbers, and what has come in. */
  askSoon(): void;
  /** What a gap in the connection may have hidden. */
  catchUp(): void;
  /** Whether somebody is still signed in; if not, offers to sign in. */
  isSignedIn(): Promise<boolean>;
};

/** An open card is said again after this, so that it goes on counting as open. In ms. */
const RENEW = 25_000;
/** Keys that go through cards quickly tell of the last one only. */
const SETTLE = 150;
/** Who does nothing for this long lets the card go, though it is still there. */
const IDLE = 5 * 60_000;
/** A list is opened without knowing who is there when that takes longer. */
const PATIENCE = 400;
/** For so long after that the first card may still turn out to be another one. */
const FRESH = 2000;

let line: Line | null = null;
let isFirst = true;
/** From the opening of a connection until its first message, or until it is lost. */
let isWaiting = false;
let known = (): void => {};
let lastHand = Date.now();
/** When the list was opened; 0 once somebody has touched it. */
let untouchedSince = 0;

/** Connects whenever somebody is signed in. Runs once. */
export function goLive(asking: Asking): void {
  const address = `${location.origin.replace(/^http/, 'ws')}/api/v1/desk/live`;
  line = makeLine(address, {
    take: (message) => take(message, asking),
    opened: () => {
      liveState.value = 'live';
      sayOpen();
      // Also the first time: the list may be older than the connection.
      if (isFirst) asking.askSoon();
      else asking.catchUp();
      isFirst = false;
    },
    lost: (why) => {
      forgetOthers('lost');
      if (why === 'signed-out') askWhoIsThere(asking);
    },
  });
  effect(() => (sessionState.value === 'signed-in' ? callUp() : hangUp()));
  effect(passOver);
  effect(sayWhenSettled);
  setInterval(sayOpen, RENEW);
  watchHands();
  window.addEventListener('online', () => {
    if (sessionState.peek() === 'signed-in') line?.open();
  });
  window.addEventListener('offline', () => {
    line?.drop();
  });
}

/** Whether anybody is at this desk. */
function watchHands(): void {
  document.addEventListener('visibilitychange', () => {
    lastHand = Date.now();
    sayOpen();
  });
  for (const kind of ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const) {
    window.addEventListener(kind, onHand, { passive: true, capture: true });
  }
}

/** Somebody else may have signed in meanwhile, in another tab. */
async function askWhoIsThere(asking: Asking): Promise<void> {
  if (await asking.isSignedIn()) line?.open();
}

/** Waits a moment for who else is here, so that two who open one list begin on different cards. */
export function knowOthers(): Promise<void> {
  if (!isWaiting) return Promise.resolve();
  return new Promise((done) => {
    known = done;
    setTimeout(done, PATIENCE);
  });
}

/** Another list stands there. */
export function listOpened(): void {
  untouchedSince = Date.now();
  clearMarks();
  forgetArrivals();
}

/** Before the moderator goes on: what colleagues have settled leaves with the card that is left. */
export function sweepSettled(from: 'ahead' | 'everywhere'): void {
  if (settled.peek().size > 0) flow.value = sweep(flow.peek(), { settled: settled.peek(), from });
}

function take(message: DeskMessage, asking: Asking): void {
  seats.value = seatsAfter(seats.peek(), message);
  if (message.type === 'here') {
    isWaiting = false;
    known();
  }
  if (message.type === 'here' || message.type === 'taken') giveWay();
  if (message.type !== 'changed') return;
  const news = message.changes.filter(hear).filter(isNews);
  for (const change of news) markCard(change);
  if (news.length > 0) asking.askSoon();
}

/** What was decided here is known already, or its answer is on the way. */
function isNews({ id, version, site, act }: DeskChange): boolean {
  const { acts, known } = flow.peek();
  if (acts.some(({ item }) => item.id === id)) return false;
  const chosen = view.peek().site;
  if (chosen !== null && chosen !== site) return false;
  return act === 'reported' || version > (known.get(id) ?? 0);
}

/** A card out of sight leaves; one in sight stays where it is and says what happened. */
function markCard(change: DeskChange): void {
  const card = cardOf(flow.peek(), change.id);
  if (card === undefined || card.notice !== null) return;
  if (card.item.version >= change.version && change.act !== 'reported') return;
  const mark = markOf(change, view.peek());
  if (change.id === flow.peek().current) announce(mark.words);
  else if (mark.isSettled && isBelowSight(change.id)) {
    flow.value = dismiss(flow.peek(), change.id);
    return;
  }
  setMark(change.id, mark);
}

function isBelowSight(id: string): boolean {
  const card = document.querySelector(`article[data-id="${CSS.escape(id)}"]`);
  return card === null || card.getBoundingClientRect().top > innerHeight;
}

/** Two desks opened one list in the same moment: whoever came second begins further on. */
function giveWay(): void {
  const before = flow.peek();
  const card = cardOf(before, before.current);
  if (Date.now() - untouchedSince > FRESH || card === undefined || isFree(before, card)) return;
  const free = before.cards.find((other) => isFree(before, other));
  if (free === undefined) return;
  flow.value = goTo(before, free.item.id);
  askFocus('keep');
}

function passOver(): void {
  const taken = new Set([...lookers.value.keys(), ...settled.value]);
  flow.value = { ...flow.peek(), taken };
}

let settling = 0;

function sayWhenSettled(): void {
  void currentCard.value?.item.id;
  clearTimeout(settling);
  settling = window.setTimeout(sayOpen, SETTLE);
}

function sayOpen(): void {
  const item = currentCard.peek()?.item;
  const isAtIt = document.visibilityState === 'visible' && Date.now() - lastHand < IDLE;
  line?.say({ open: item !== undefined && isAtIt ? { id: item.id, site: item.site.key } : null });
}

function onHand(event: Event): void {
  const wasAway = Date.now() - lastHand > IDLE;
  lastHand = Date.now();
  if (event.type !== 'pointermove') untouchedSince = 0;
  if (wasAway) sayOpen();
}

function callUp(): void {
  isWaiting = liveState.peek() !== 'live';
  line?.open();
}

function hangUp(): void {
  line?.close();
  forgetOthers('new');
}

function forgetOthers(state: 'new' | 'lost'): void {
  isWaiting = false;
  known();
  liveState.value = state;
  seats.value = new Map();
}
