import type { QueuePage } from '../src/contract/desk.ts';
import { addressOf, inMine, orderOf, type View } from './address.ts';
import { api, type Failure, messageOf } from './api.ts';
import { noteAtEnd, showArrivals, waitAbove } from './arrivals.ts';
import { stillThere } from './colleagues.ts';
import type { Card } from './decision-flow.ts';
import { append, cardsAhead, show } from './flow-stream.ts';
import { knowOthers, listOpened } from './live.ts';
import { filtersOf } from './narrowing.ts';
import {
  announce,
  askFocus,
  counts,
  dialog,
  floods,
  flow,
  hasMore,
  paging,
  path,
  sessionState,
  view,
} from './store.ts';
import { formatNumber, QUEUE_NAMES } from './words.ts';

const PAGE = 20;
/** The next page is fetched while this many cards are still ahead. */
const LOW = 12;

/** The last page asked for: asked again, it tells what has come in behind it. */
let lastCursor: string | null = null;
let nextCursor: string | null = null;
let fetching = false;
/** Grows with every list that is opened; answers for an older one are dropped. */
let turn = 0;

/** Opens the first page of the view in the address. */
export async function openView(): Promise<void> {
  const mine = ++turn;
  if (view.peek().mine) return openMine();
  paging.value = { state: 'loading' };
  flow.value = show(flow.peek(), []);
  listOpened();
  const first = api.queue(view.peek(), { limit: PAGE, cursor: null });
  const [answer] = await Promise.all([first, knowOthers()]);
  if (mine !== turn) return;
  if (!answer.ok) return notLoaded(answer);
  lastCursor = null;
  setNextCursor(answer.value.nextCursor);
  counts.value = answer.value.counts;
  floods.value = answer.value.floodMode;
  flow.value = show(flow.peek(), stillThere(answer.value.items, view.peek()));
  paging.value = { state: 'ready' };
  askFocus('first');
  const { queue, q } = view.peek();
  announce(
    q === null && !isSifted()
      ? `${QUEUE_NAMES[queue]}: ${formatNumber(answer.value.counts[queue])}`
      : foundWords(answer.value),
  );
  fetchMore();
}

/** Its list asks for itself; the numbers are the queues'. */
function openMine(): void {
  // What came back comes along, yet out of sight: nobody is at it.
  flow.value = { ...show(flow.peek(), []), current: null };
  setNextCursor(null);
  listOpened();
  paging.value = { state: 'ready' };
  refreshNumbers();
}

/** Whether not all of the queue is shown, so that its number is not that of the cards. */
function isSifted(): boolean {
  return filtersOf(view.peek().narrow).length > 0;
}

export function goToMine(): void {
  goToView(inMine(view.peek()));
}

export function openFilter(): void {
  if (view.peek().q === null && !view.peek().mine) dialog.value = 'filter';
}

export function openCluster(): void {
  if (flow.peek().current !== null) dialog.value = 'cluster';
}

function foundWords({ items, nextCursor }: QueuePage): string {
  if (items.length === 0) return 'Nothing found';
  return `Found ${nextCursor === null ? '' : 'more than '}${formatNumber(items.length)}`;
}

/** Goes to another queue or site; the address and the back button follow. */
export function goToView(next: View): void {
  history.pushState(null, '', addressOf(next));
  path.value = location.pathname;
  view.value = next;
  openView();
}

/** Fetches the next page before the stream runs low. Fails quietly; the next key tries again. */
export async function fetchMore(): Promise<void> {
  if (fetching || paging.peek().state !== 'ready') return;
  if (nextCursor === null || cardsAhead(flow.peek()) >= LOW) return refillWhenEmpty();
  const cursor = nextCursor;
  await fetchPage(cursor);
}

/** The next page now, for those who scroll. */
export async function showMore(): Promise<void> {
  passedOver = 0;
  if (!fetching && nextCursor !== null) await fetchPage(nextCursor);
}

/** What became of the numbers that were asked for: those that crossed a decision are not taken. */
export type Polled = 'taken' | 'crossed' | 'failed';

/**
 * What has come in since: numbers, and comments above the first card or behind the last page.
 */
export async function poll(): Promise<Polled> {
  if (sessionState.peek() !== 'signed-in' || paging.peek().state === 'failed') return 'failed';
  if (fetching || paging.peek().state === 'loading') return 'crossed';
  const { queue, q, narrow, mine } = view.peek();
  if (q !== null || narrow !== undefined || mine) return refreshNumbers();
  // There what comes in stands above; the other queues grow at their end.
  if (orderOf({ queue }) === 'newest') return pollNewest();
  if (nextCursor !== null) return refreshNumbers();
  const before = flow.peek().cards;
  const taken = await fetchPage(lastCursor);
  const { cards } = flow.peek();
  if (before.length > 0) noteAtEnd(cards.filter((card) => !before.includes(card)).map(idOf));
  return taken;
}

function idOf({ item }: Card): string {
  return item.id;
}

/** Adds what has come in to the list, where that can be done without opening it anew. */
export function showNew(): void {
  if (!showArrivals(PAGE)) openView();
}

/** The numbers alone. */
export async function refreshNumbers(): Promise<Polled> {
  const mine = turn;
  const quiet = quietMark();
  const answer = await api.queue(view.peek(), { limit: 1, cursor: null });
  if (mine !== turn) return 'crossed';
  return answer.ok ? takeCounts(answer.value, quiet) : signedOutMaybe(answer);
}

async function fetchPage(cursor: string | null): Promise<Polled> {
  const mine = turn;
  const quiet = quietMark();
  fetching = true;
  const answer = await api.queue(view.peek(), { limit: PAGE, cursor });
  fetching = false;
  if (mine !== turn) return 'crossed';
  if (!answer.ok) return signedOutMaybe(answer);
  lastCursor = cursor;
  setNextCursor(answer.value.nextCursor);
  const taken = takeCounts(answer.value, quiet);
  addItems(answer.value);
  if (answer.value.items.length === 0) lookOn();
  return taken;
}

/** Pages without a comment that are passed over before somebody is asked whether to look on. */
const PASSED_OVER = 20;
let passedOver = 0;

function lookOn(): void {
  if (nextCursor === null || view.peek().q !== null || passedOver >= PASSED_OVER) return;
  passedOver += 1;
  fetchMore();
}

function addItems(page: QueuePage): void {
  const before = flow.peek();
  flow.value = append(before, stillThere(page.items, view.peek()));
  if (before.current === null && flow.peek().current !== null) askFocus('keep');
  if (cardsAhead(flow.peek()) < LOW && nextCursor !== null && flow.peek() !== before) fetchMore();
}

async function pollNewest(): Promise<Polled> {
  const mine = turn;
  const quiet = quietMark();
  const answer = await api.queue(view.peek(), { limit: PAGE, cursor: null });
  if (mine !== turn) return 'crossed';
  if (!answer.ok) return signedOutMaybe(answer);
  waitAbove(stillThere(answer.value.items, view.peek()));
  return takeCounts(answer.value, quiet);
}

/** All is decided here, yet the service counts more: a colleague put something back. */
function refillWhenEmpty(): void {
  if (view.peek().q !== null || view.peek().mine || isSifted()) return;
  const { cards, acts } = flow.peek();
  const left = counts.peek()?.[view.peek().queue] ?? 0;
  if (cards.length === 0 && acts.length === 0 && left > 0) fetchPage(null);
}

function setNextCursor(cursor: string | null): void {
  nextCursor = cursor;
  hasMore.value = cursor !== null;
}

/** The last request for numbers, and the one whose numbers are shown. */
let asked = 0;
let shown = 0;

type Mark = { turn: number; isQuiet: boolean; nextKey: number };

/** To be taken when numbers are asked for. */
function quietMark(): Mark {
  const { acts, nextKey } = flow.peek();
  asked += 1;
  return { turn: asked, isQuiet: acts.length === 0, nextKey };
}

/**
 * Numbers that crossed with a decision may or may not hold it, and those that were asked for before
 * the ones on show may be older: neither are taken.
 */
function takeCounts(page: QueuePage, mark: Mark): Polled {
  takeFloods(page);
  const { acts, nextKey } = flow.peek();
  const isCrossed = !mark.isQuiet || acts.length > 0 || nextKey !== mark.nextKey;
  if (isCrossed || mark.turn < shown) return 'crossed';
  shown = mark.turn;
  counts.value = page.counts;
  return 'taken';
}

/** Whoever does not see the line is told once. */
function takeFloods({ floodMode }: QueuePage): void {
  if (floods.peek().length === 0 && floodMode.length > 0) announce('Flood mode is on.');
  floods.value = floodMode;
}

function notLoaded(answer: Failure): void {
  signedOutMaybe(answer);
  paging.value = { state: 'failed', message: messageOf(answer) };
}

function signedOutMaybe(answer: Failure): 'failed' {
  if (answer.kind === 'signed-out') sessionState.value = 'expired';
  return 'failed';
}
