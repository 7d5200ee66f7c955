import type { Queue, QueuePage } from '../src/contract/desk.ts';
import { addressOf, type View } from './address.ts';
import { api, type Failure, messageOf } from './api.ts';
import { append, cardsAhead, show } from './flow-stream.ts';
import { filtersOf } from './narrowing.ts';
import {
  announce,
  askFocus,
  counts,
  dialog,
  floods,
  flow,
  hasMore,
  newer,
  paging,
  path,
  sessionState,
  view,
} from './store.ts';
import { formatNumber, QUEUE_NAMES } from './words.ts';

const PAGE = 20;
/** In these what comes in stands above; the others grow at their end. */
const NEWEST_FIRST: readonly Queue[] = ['reported', 'published', 'spam', 'rejected'];
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
  newer.value = 0;
  const answer = await api.queue(view.peek(), { limit: PAGE, cursor: null });
  if (mine !== turn) return;
  if (!answer.ok) return notLoaded(answer);
  lastCursor = null;
  setNextCursor(answer.value.nextCursor);
  counts.value = answer.value.counts;
  floods.value = answer.value.floodMode;
  flow.value = show(flow.peek(), answer.value.items);
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
function openMine(): Promise<void> {
  flow.value = show(flow.peek(), []);
  setNextCursor(null);
  newer.value = 0;
  paging.value = { state: 'ready' };
  return refreshNumbers();
}

/** Whether not all of the queue is shown, so that its number is not that of the cards. */
function isSifted(): boolean {
  return filtersOf(view.peek().narrow).length > 0;
}

export function goToMine(): void {
  goToView({ queue: 'held', site: view.peek().site, q: null, mine: true });
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

/** What has come in since: numbers, and comments behind the last page. */
export async function poll(): Promise<void> {
  if (sessionState.peek() !== 'signed-in' || fetching || paging.peek().state !== 'ready') return;
  const { queue, q, narrow, mine } = view.peek();
  if (q !== null || narrow !== undefined || mine) await refreshNumbers();
  else if (NEWEST_FIRST.includes(queue)) await pollNewest();
  else if (nextCursor !== null) await refreshNumbers();
  else await fetchPage(lastCursor);
}

/** The numbers alone. */
export async function refreshNumbers(): Promise<void> {
  const mine = turn;
  const quiet = quietMark();
  const answer = await api.queue(view.peek(), { limit: 1, cursor: null });
  if (mine === turn && answer.ok) takeCounts(answer.value, quiet);
}

async function fetchPage(cursor: string | null): Promise<void> {
  const mine = turn;
  const quiet = quietMark();
  fetching = true;
  const answer = await api.queue(view.peek(), { limit: PAGE, cursor });
  fetching = false;
  if (mine !== turn) return;
  if (!answer.ok) return signedOutMaybe(answer);
  lastCursor = cursor;
  setNextCursor(answer.value.nextCursor);
  takeCounts(answer.value, quiet);
  addItems(answer.value);
  if (answer.value.items.length === 0) lookOn();
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
  flow.value = append(before, page.items);
  if (before.current === null && flow.peek().current !== null) askFocus('keep');
  if (cardsAhead(flow.peek()) < LOW && nextCursor !== null && flow.peek() !== before) fetchMore();
}

async function pollNewest(): Promise<void> {
  const mine = turn;
  const quiet = quietMark();
  const answer = await api.queue(view.peek(), { limit: PAGE, cursor: null });
  if (mine !== turn) return;
  if (!answer.ok) return signedOutMaybe(answer);
  takeCounts(answer.value, quiet);
  const here = flow.peek();
  const unseen = answer.value.items.filter((item) => !here.known.has(item.id));
  newer.value = append(here, unseen).cards.length - here.cards.length;
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

/** Numbers that crossed with a decision may or may not hold it: they are not taken. */
function quietMark(): readonly unknown[] {
  return flow.peek().acts;
}

function takeCounts(page: QueuePage, mark: readonly unknown[]): void {
  takeFloods(page);
  if (mark.length === 0 && flow.peek().acts.length === 0) counts.value = page.counts;
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

function signedOutMaybe(answer: Failure): void {
  if (answer.kind === 'signed-out') sessionState.value = 'expired';
}
