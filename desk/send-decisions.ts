import type { Decided, DecideResult, QueueItem, Undone } from '../src/contract/desk.ts';
import { api, type Failure, messageOf } from './api.ts';
import { type DecideAct, markSent, nextToSend, type UndoAct } from './decision-flow.ts';
import { type ActAnswer, answered, failed } from './flow-answers.ts';
import { refreshNumbers } from './pages.ts';
import { announce, correctLastAct, counts, flow, session, sessionState, view } from './store.ts';

/** Decisions made within this time (ms) travel together. */
const GATHER = 40;

let running = false;

/** Sends what waits, one request at a time, until nothing waits or nobody is signed in. */
export async function sendDecisions(): Promise<void> {
  if (running) return;
  running = true;
  await new Promise((resume) => setTimeout(resume, GATHER));
  while (sessionState.peek() === 'signed-in' && (await sendNext()));
  running = false;
}

async function sendNext(): Promise<boolean> {
  const next = nextToSend(flow.peek());
  if (next === null) return false;
  if (Array.isArray(next)) await sendBatch(next);
  else await sendUndo(next);
  return true;
}

async function sendBatch(acts: DecideAct[]): Promise<void> {
  const keys = acts.map((act) => act.key);
  flow.value = markSent(flow.peek(), { keys, sent: true });
  const { site } = view.peek();
  const answer = await api.decide(
    acts.map(({ item, to, reason }) => ({
      ...{ commentId: item.id, version: item.version, to },
      ...(reason && { reason }),
    })),
    site,
  );
  if (!answer.ok) return notSent(keys, answer);
  const answers = acts.map((act, at) => lookInto(act, answer.value.results[at]));
  takeNumbers(answer.value, site);
  for (const one of answers) apply(one);
}

async function sendUndo(act: UndoAct): Promise<void> {
  flow.value = markSent(flow.peek(), { keys: [act.key], sent: true });
  const { decisionId } = act.past;
  if (decisionId === null) return notSent([act.key], UNKNOWN_DECISION);
  const { site } = view.peek();
  const answer = await api.undo(decisionId, site);
  if (!answer.ok) return notSent([act.key], answer);
  const { item } = answer.value;
  const result = ownEarlierUndo(decisionId, answer.value) ?? answer.value.result;
  const one = { key: act.key, result, item };
  takeNumbers(answer.value, site);
  apply(one);
}

const UNKNOWN_DECISION: Failure = {
  ok: false,
  kind: 'failed',
  message: 'The decision to take back is not known any more.',
};

function notSent(keys: number[], answer: Failure): void {
  if (answer.kind === 'signed-out') {
    flow.value = markSent(flow.peek(), { keys, sent: false });
    sessionState.value = 'expired';
    return;
  }
  const message = messageOf(answer);
  for (const key of keys) {
    const act = flow.peek().acts.find((one) => one.key === key);
    if (act !== undefined) correctLastAct(act.item.id, 'Not sent:');
    flow.value = failed(flow.peek(), { key, message });
  }
  announce(
    `Not sent: ${message} ${keys.length === 1 ? 'The comment is' : 'The comments are'} back.`,
  );
}

/** An answer that is missing counts as a failure. */
function lookInto(act: DecideAct, result: DecideResult | undefined): ActAnswer | null {
  if (result === undefined) return null;
  if (result.result !== 'conflict') return { key: act.key, result, item: null };
  const { item } = result;
  return { key: act.key, result: ownEarlierTry(act, result, item) ?? result, item };
}

/**
 * A request whose answer was lost may have arrived, and browsers repeat some by themselves: then
 * the "conflict" is with our own decision.
 */
function ownEarlierTry(
  act: DecideAct,
  result: Extract<DecideResult, { result: 'conflict' }>,
  item: QueueItem | null,
): DecideResult | null {
  const last = newest(item?.decisions ?? []);
  if (last === undefined || last.to !== act.to || result.status !== act.to) return null;
  if (last.by !== session.peek()?.moderator.name || item?.version !== act.item.version + 1) {
    return null;
  }
  return {
    commentId: act.item.id,
    result: 'done',
    decisionId: last.id,
    version: result.version,
    status: result.status,
  };
}

/** The same for an undo: what I have taken back already is taken back. */
function ownEarlierUndo(decisionId: string, { result, item }: Undone): DecideResult | null {
  if (result.result !== 'conflict' || item === null) return null;
  const earlier = item.decisions.find((one) => one.undoes === decisionId);
  if (earlier === undefined || earlier.by !== session.peek()?.moderator.name) return null;
  if (earlier !== newest(item.decisions)) return null;
  const { commentId, version, status } = result;
  return { commentId, result: 'done', decisionId: earlier.id, version, status };
}

function newest(decisions: QueueItem['decisions']): QueueItem['decisions'][number] | undefined {
  return decisions.toSorted((a, b) => a.at.localeCompare(b.at)).at(-1);
}

function apply(answer: ActAnswer | null): void {
  if (answer === null) return;
  flow.value = answered(flow.peek(), answer);
  if (answer.result.result === 'done') return;
  correctLastAct(answer.result.commentId, 'Not changed:');
  announce(answer.result.message);
}

/** The answer counts for the site that was chosen when it was asked. */
function takeNumbers(value: Decided | Undone, site: string | null): void {
  if (view.peek().site === site) counts.value = value.counts;
  else refreshNumbers();
}
