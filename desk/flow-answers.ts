import type { DecideResult, QueueItem } from '../src/contract/desk.ts';
import type { Act, Card, DecideAct, Flow, Notice, Past, UndoAct } from './decision-flow.ts';
import { bringBack, cardOf } from './decision-flow.ts';

/** What the service said to one act. `item` is the comment's present state where it is known. */
export type ActAnswer = { key: number; result: DecideResult; item: QueueItem | null };

export function answered(flow: Flow, answer: ActAnswer): Flow {
  const act = flow.acts.find((other) => other.key === answer.key);
  if (act === undefined) return flow;
  if (act.kind === 'undo') return undoAnswered(flow, act, answer);
  const { result } = answer;
  if (result.result === 'done') return decided(flow, act, result);
  return refused(flow, act, answer);
}

/** No answer came, or the service failed: the card comes back with the reason. */
export function failed(flow: Flow, failure: { key: number; message: string }): Flow {
  const act = flow.acts.find((other) => other.key === failure.key);
  if (act === undefined) return flow;
  const last = flow.acts.findLast((other) => other.item.id === act.item.id) ?? act;
  const notice: Notice = { kind: 'failed', message: failure.message, retry: stepOf(last) };
  const card = { item: atTruth(act), notice };
  return bringBack(dropFrom(flow, act), card);
}

/**
 * A decision whose undo already waits behind it has nothing worth repeating: the moderator wants
 * the comment as it was.
 */
function stepOf(last: Act): Extract<Notice, { kind: 'failed' }>['retry'] {
  if (last.kind === 'decide')
    return { kind: 'decide', to: last.to, ...(last.reason && { reason: last.reason }) };
  return last.past.decisionId === null ? null : { kind: 'undo', past: last.past };
}

function decided(
  flow: Flow,
  act: DecideAct,
  result: Extract<DecideResult, { result: 'done' }>,
): Flow {
  const { decisionId, version, status } = result;
  const withId = (past: Past): Past => (past.key === act.key ? { ...past, decisionId } : past);
  const acts = flow.acts
    .filter((other) => other !== act)
    .map((other) =>
      other.kind === 'undo' && other.past.key === act.key
        ? { ...other, past: withId(other.past), truth: { version, status } }
        : other,
    );
  return learn({ ...flow, acts, past: flow.past.map(withId) }, act.item.id, version);
}

function undoAnswered(flow: Flow, act: UndoAct, answer: ActAnswer): Flow {
  const { result } = answer;
  if (result.result !== 'done') return refused(flow, act, answer);
  const { version, status } = result;
  const item = answer.item ?? { ...act.item, version, status };
  const rest = flow.acts.filter((other) => other !== act);
  const next = rest.find((other) => other.item.id === item.id);
  const known = learn({ ...flow, acts: rest }, item.id, item.version);
  // A decision made while the undo was under way was made on this state: it takes its version.
  if (next?.kind === 'decide') return decideOn(known, next, item);
  if (next?.kind === 'undo') return undoneUnder(known, next, { version, status });
  return bringBack(known, { item, notice: null });
}

/** Another undo of the same comment waits: its truth is what this one has led to. */
function undoneUnder(flow: Flow, next: UndoAct, truth: UndoAct['truth']): Flow {
  return { ...flow, acts: flow.acts.map((act) => (act === next ? { ...next, truth } : act)) };
}

function decideOn(flow: Flow, next: DecideAct, item: QueueItem): Flow {
  const past = flow.past.map((one) => (one.key === next.key ? { ...one, item } : one));
  const acts = flow.acts.map((act) => {
    if (act === next) return { ...next, item };
    if (act.kind === 'undo' && act.past.key === next.key) {
      return { ...act, item, past: { ...act.past, item } };
    }
    return act;
  });
  const shown = cardOf(flow, item.id);
  const moved = { ...flow, acts, past };
  return shown === undefined ? moved : bringBack(moved, { ...shown, item });
}

/** Somebody was quicker, or the comment is gone: nothing is overwritten, the card says why. */
function refused(flow: Flow, act: Act, answer: ActAnswer): Flow {
  const { result } = answer;
  if (result.result === 'done') return flow;
  const gone = result.result === 'not-found' && answer.item === null;
  // Without its present state the old version stays: deciding unseen text must conflict again.
  const status = result.result === 'conflict' ? result.status : act.item.status;
  const item = answer.item ?? { ...atTruth(act), status };
  const card: Card = {
    item,
    notice: { kind: gone ? 'gone' : 'conflict', message: result.message },
  };
  return bringBack(learn(dropFrom(flow, act), item.id, item.version), card);
}

/** Without an act and all that was built on it: acts of one comment are sent in their order. */
function dropFrom(flow: Flow, act: Act): Flow {
  const isDropped = (other: Act) => other.item.id === act.item.id;
  const keys = flow.acts.filter(isDropped).map((other) => other.key);
  return {
    ...flow,
    acts: flow.acts.filter((other) => !isDropped(other)),
    past: flow.past.filter((past) => !keys.includes(past.key)),
  };
}

/** The comment as the service knows it; an undo shows it as it was before. */
function atTruth(act: Act): QueueItem {
  return act.kind === 'undo' ? { ...act.item, ...act.truth, reviewed: true } : act.item;
}

function learn(flow: Flow, id: string, version: number): Flow {
  const newest = Math.max(version, flow.known.get(id) ?? 0);
  return { ...flow, known: new Map(flow.known).set(id, newest) };
}
