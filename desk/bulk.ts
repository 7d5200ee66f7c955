import { signal } from '@preact/signals';
import type { Bulk, BulkOf, SteppedBulk } from '../src/contract/bulks.ts';
import { type Answer, api, messageOf } from './api.ts';
import { withoutMoved } from './flow-stream.ts';
import { fetchMore, openView } from './pages.ts';
import { clearSelection, selected } from './selection.ts';
import { announce, askFocus, counts, dialog, flow, sessionState, view } from './store.ts';
import { DECIDED_WORDS, formatNumber } from './words.ts';

/**
 * A decision about many comments. The service keeps how far it is, this side only asks for one step
 * after the other; so whatever cuts it, it goes on from there.
 */
export type BulkRun = {
  bulk: Bulk;
  /** Why it does not go on by itself; null while it does. */
  cut: string | null;
};

/** The one that is under way, waits for a confirmation, or has just ended. */
export const run = signal<BulkRun | null>(null);
/** What it left as it was, and why, once somebody asks. */
export const leftAsIs = signal<readonly { commentId: string; message: string }[] | null>(null);
/** A beginning that was refused. */
export const bulkError = signal<string | null>(null);

/** More than this are confirmed first; fewer are as quickly taken back. */
const SMALL = 10;

export type To = Bulk['to'];

export function decideSelected(to: To): void {
  const comments = selected.peek().map(({ id, version }) => ({ id, version }));
  if (comments.length > 0) startBulk({ kind: 'comments', comments }, to);
}

export async function startBulk(of: BulkOf, to: To): Promise<void> {
  bulkError.value = null;
  if (run.peek() !== null && isUnderWay(run.peek()?.bulk)) {
    announce('One bulk decision after the other: the last is still under way.');
    return;
  }
  const answer = await api.startBulk(of, to);
  if (!answer.ok) {
    bulkError.value = messageOf(answer);
    announce(`Not begun: ${messageOf(answer)}`);
    return expiredMaybe(answer);
  }
  take(answer.value);
  const { state, total } = answer.value;
  if (state === 'ready' && total <= SMALL) return confirmBulk();
  dialog.value = 'bulk';
  await drive();
}

export async function confirmBulk(): Promise<void> {
  dialog.value = 'none';
  clearSelection();
  askFocus('keep');
  await moveOn((id) => api.moveBulk(id, 'deciding'));
}

export async function stopBulk(): Promise<void> {
  await moveOn((id) => api.moveBulk(id, 'stopped'));
}

/** Also where it was cut: the answer says how far it is. */
export async function goOnBulk(): Promise<void> {
  const state = run.peek()?.bulk.state;
  if (state === 'stopped') return moveOn((id) => api.moveBulk(id, 'deciding'));
  keep({ cut: null });
  await drive();
}

/** One that was stopped earlier, from the list of one's own. */
export async function resumeBulk(bulk: Bulk): Promise<void> {
  if (isUnderWay(run.peek()?.bulk)) return announce('Another one is still under way.');
  take(bulk);
  await goOnBulk();
}

/** One that nobody has confirmed is forgotten; any other is taken back. */
export async function undoBulk(bulk: Bulk | undefined = run.peek()?.bulk): Promise<void> {
  const here = run.peek()?.bulk;
  if (bulk === undefined) return;
  if (here?.id !== bulk.id && isUnderWay(here)) return announce('Another one is still under way.');
  take(bulk);
  await moveOn((id) => api.dropBulk(id));
}

export async function dropUnconfirmed(): Promise<void> {
  const bulk = run.peek()?.bulk;
  dialog.value = 'none';
  run.value = null;
  if (bulk !== undefined) await api.dropBulk(bulk.id);
}

export function closeBulk(): void {
  run.value = null;
  leftAsIs.value = null;
  askFocus('keep');
}

export async function showLeft(): Promise<void> {
  const id = run.peek()?.bulk.id;
  const answer = id === undefined ? null : await api.bulk(id);
  if (answer?.ok) leftAsIs.value = answer.value.left;
}

/** One that an earlier visit left half done: it waits for somebody to say what to do. */
export async function findOpenBulk(): Promise<void> {
  if (run.peek() !== null) return goOnBulk();
  const answer = await api.bulks();
  const open = answer.ok ? answer.value.bulks.find(isUnderWay) : undefined;
  if (open === undefined || run.peek() !== null) return;
  run.value = { bulk: open, cut: 'It was cut short.' };
}

export function isUnderWay(bulk: Bulk | undefined): boolean {
  return bulk?.state === 'deciding' || bulk?.state === 'undoing';
}

async function moveOn(move: (id: string) => Promise<Answer<Bulk>>): Promise<void> {
  const id = run.peek()?.bulk.id;
  if (id === undefined) return;
  const answer = await move(id);
  if (!answer.ok) return cut(answer);
  take(answer.value);
  await drive();
}

let driving = false;

async function drive(): Promise<void> {
  if (driving) return;
  driving = true;
  while (await step());
  driving = false;
}

async function step(): Promise<boolean> {
  const here = run.peek();
  if (here === null || here.cut !== null || sessionState.peek() !== 'signed-in') return false;
  const { id, state } = here.bulk;
  if (state !== 'gathering' && !isUnderWay(here.bulk)) return false;
  const answer = await api.stepBulk(id, view.peek().site);
  if (run.peek()?.bulk.id !== id) return false;
  if (!answer.ok) {
    cut(answer);
    return false;
  }
  stepped(answer.value);
  return true;
}

function stepped({ bulk, counts: numbers, moved }: SteppedBulk): void {
  // A stop that was answered meanwhile is the later word.
  const wasStopped = run.peek()?.bulk.state === 'stopped';
  take(wasStopped && bulk.state === 'deciding' ? { ...bulk, state: 'stopped' } : bulk);
  counts.value = numbers;
  if (bulk.state === 'deciding' || bulk.state === 'done') {
    flow.value = withoutMoved(flow.peek(), moved);
    fetchMore();
  }
  if (bulk.state === 'done' || bulk.state === 'undone') ended(bulk);
}

function ended(bulk: Bulk): void {
  announce(bulkWords(bulk));
  // What stands again belongs somewhere among the cards.
  if (bulk.state === 'undone') openView();
  else askFocus('keep');
}

function take(bulk: Bulk): void {
  if (run.peek()?.bulk.id !== bulk.id) leftAsIs.value = null;
  run.value = { bulk, cut: null };
}

function keep(change: Partial<BulkRun>): void {
  const here = run.peek();
  if (here !== null) run.value = { ...here, ...change };
}

function cut(answer: Exclude<Answer<unknown>, { ok: true }>): void {
  keep({ cut: messageOf(answer) });
  announce(`Cut short: ${messageOf(answer)}`);
  expiredMaybe(answer);
}

function expiredMaybe(answer: Exclude<Answer<unknown>, { ok: true }>): void {
  if (answer.kind === 'signed-out') sessionState.value = 'expired';
}

/** How far it is, in a sentence. */
export function bulkWords({ state, to, total, done, conflicts, undone, kept }: Bulk): string {
  const word = DECIDED_WORDS[to];
  if (state === 'gathering') return `${formatNumber(total)} found so far`;
  if (state === 'ready') return `${formatNumber(total)} found`;
  if (state === 'undoing' || state === 'undone') {
    const left = kept > 0 ? `, ${formatNumber(kept)} left as they are` : '';
    const of = state === 'undoing' ? ` of ${formatNumber(undone + kept + done)}` : '';
    return `Taken back: ${formatNumber(undone)}${of}${left}`;
  }
  const left = conflicts > 0 ? `, ${formatNumber(conflicts)} left as they are` : '';
  return `${word}: ${formatNumber(done)} of ${formatNumber(total)}${left}`;
}

/** A broken line goes on by itself as soon as there is one again. */
export function watchLine(): void {
  window.addEventListener('online', () => {
    if (run.peek()?.cut !== null && isUnderWay(run.peek()?.bulk)) goOnBulk();
  });
}
