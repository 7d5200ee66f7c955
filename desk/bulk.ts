import { signal } from '@preact/signals';
import type { Bulk, SteppedBulk } from '../src/contract/bulks.ts';
import { type Answer, api, messageOf } from './api.ts';
import { ended, lacking, takeAway } from './bulk-cards.ts';
import { refreshNumbers } from './pages.ts';
import { announce, askFocus, counts, dialog, session, sessionState, view } from './store.ts';

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
/** Whose the bulk at hand is. */
let owner: string | undefined;
/** The bulk that this visit has taken steps of: no other goes on by itself. */
let driven: string | null = null;
/** Somebody has asked for its end, which the service may not know of yet. */
let stopWanted = false;
/** A request is on its way that begins a bulk or moves the one at hand. */
let asking = false;

export function isAsking(): boolean {
  return asking;
}

/** From here on it takes no step, whether or not the service hears of it. */
export async function stopBulk(): Promise<void> {
  stopWanted = true;
  await moveOn((id) => api.moveBulk(id, 'stopped'));
}

/** Also where it was cut: the answer says how far it is. */
export async function goOnBulk(): Promise<void> {
  const state = run.peek()?.bulk.state;
  // The service may have heard of a stop whose answer was lost.
  const mayBeStopped = state === 'stopped' || (stopWanted && state === 'deciding');
  stopWanted = false;
  if (mayBeStopped) return moveOn((id) => api.moveBulk(id, 'deciding'));
  keep({ cut: null });
  await drive();
}

/** One that was stopped earlier, from the list of one's own. */
export async function resumeBulk(bulk: Bulk): Promise<void> {
  if (asking) return;
  if (isUnderWay(run.peek()?.bulk)) return announce('Another one is still under way.');
  take(bulk);
  await goOnBulk();
}

/** One that nobody has confirmed is forgotten; any other is taken back. */
export async function undoBulk(bulk: Bulk | undefined = run.peek()?.bulk): Promise<void> {
  const here = run.peek()?.bulk;
  if (bulk === undefined || asking) return;
  if (here?.id !== bulk.id && isUnderWay(here)) return announce('Another one is still under way.');
  take(bulk);
  stopWanted = false;
  await moveOn((id) => api.dropBulk(id));
}

export function closeBulk(): void {
  run.value = null;
  leftAsIs.value = null;
  lacking.value = null;
  askFocus('keep');
}

export async function showLeft(): Promise<void> {
  const id = run.peek()?.bulk.id;
  const answer = id === undefined ? null : await api.bulk(id);
  if (answer?.ok) leftAsIs.value = answer.value.left;
}

/**
 * Somebody has signed in. One that an earlier visit left half done waits for somebody to say what to
 * do; so does one that was stopped here.
 */
export async function findOpenBulk(): Promise<void> {
  if (run.peek() !== null && owner !== session.peek()?.moderator.id) dropRun();
  if (run.peek() !== null) return goOnByItself();
  const answer = await api.bulks();
  const open = answer.ok ? answer.value.bulks.find(isUnderWay) : undefined;
  if (open === undefined || run.peek() !== null) return;
  take(open);
  keep({ cut: 'It was cut short.' });
}

/** As before the cut: a stop that did not get through is asked for again. */
async function goOnByItself(): Promise<void> {
  const bulk = run.peek()?.bulk;
  if (bulk === undefined || bulk.id !== driven || !takesSteps(bulk)) return;
  if (stopWanted) return stopBulk();
  await goOnBulk();
}

function dropRun(): void {
  run.value = null;
  if (dialog.peek() === 'bulk') dialog.value = 'none';
}

export function isUnderWay(bulk: Bulk | undefined): boolean {
  return bulk?.state === 'deciding' || bulk?.state === 'undoing';
}

function takesSteps(bulk: Bulk): boolean {
  return bulk.state === 'gathering' || isUnderWay(bulk);
}

/** Asks the service to move the one at hand, and goes on with it. */
export async function moveOn(move: (id: string) => Promise<Answer<Bulk>>): Promise<void> {
  const id = run.peek()?.bulk.id;
  if (id === undefined) return;
  const answer = await ask(() => move(id));
  if (run.peek()?.bulk.id !== id) return;
  if (!answer.ok) return cut(answer);
  take(answer.value);
  await drive();
}

export async function ask(request: () => Promise<Answer<Bulk>>): Promise<Answer<Bulk>> {
  asking = true;
  const answer = await request();
  asking = false;
  return answer;
}

let driving = false;

/** One step after the other; where another bulk is at hand meanwhile, then that one's. */
export async function drive(): Promise<void> {
  if (driving) return;
  driving = true;
  for (let bulk = nextStep(); bulk !== null; bulk = nextStep()) await step(bulk);
  driving = false;
}

function nextStep(): Bulk | null {
  const here = run.peek();
  if (here === null || here.cut !== null || stopWanted) return null;
  return sessionState.peek() === 'signed-in' && takesSteps(here.bulk) ? here.bulk : null;
}

async function step({ id }: Bulk): Promise<void> {
  driven = id;
  const { site } = view.peek();
  const answer = await api.stepBulk(id, site);
  const here = run.peek();
  if (here?.bulk.id !== id) return;
  if (!answer.ok) return cut(answer);
  stepped(answer.value, here);
  // The answer counts for the site that was chosen when it was asked.
  if (view.peek().site === site) counts.value = answer.value.counts;
  else refreshNumbers();
}

function stepped({ bulk, moved }: SteppedBulk, here: BulkRun): void {
  const after = overruled(bulk, here.bulk);
  take(after);
  // A stop that did not get through goes on saying so.
  if (stopWanted && isUnderWay(after)) keep({ cut: here.cut });
  if (['deciding', 'stopped', 'done'].includes(bulk.state)) takeAway({ bulk, moved });
  if (after.state === 'done' || after.state === 'undone') ended(after);
}

/** What was asked for during a step, and answered, is the later word. */
function overruled(stepped: Bulk, { state }: Bulk): Bulk {
  const isStopped = state === 'stopped' && stepped.state === 'deciding';
  const isUndoing = state === 'undoing' && stepped.state !== 'undone';
  return isStopped || isUndoing ? { ...stepped, state } : stepped;
}

/** Makes it the one at hand. */
export function take(bulk: Bulk): void {
  if (run.peek()?.bulk.id !== bulk.id) {
    leftAsIs.value = null;
    lacking.value = null;
    stopWanted = false;
  }
  owner = session.peek()?.moderator.id;
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

export function expiredMaybe(answer: Exclude<Answer<unknown>, { ok: true }>): void {
  if (answer.kind === 'signed-out') sessionState.value = 'expired';
}

/** A broken line goes on by itself as soon as there is one again. */
export function watchLine(): void {
  window.addEventListener('online', () => {
    if (run.peek()?.cut !== null) goOnByItself();
  });
}
