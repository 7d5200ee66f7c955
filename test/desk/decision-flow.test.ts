import { describe, expect, test } from 'vitest';
import {
  canDecide,
  decide,
  dismiss,
  emptyFlow,
  type Flow,
  goTo,
  markSent,
  nextToSend,
  retry,
  step,
  undo,
} from '../../desk/decision-flow.ts';
import { answered, failed } from '../../desk/flow-answers.ts';
import { append, cardsAhead, restore, setAside, show } from '../../desk/flow-stream.ts';
import { queueItem } from './queue-item.ts';

const opened = (...ids: string[]): Flow =>
  show(
    emptyFlow,
    ids.map((id) => queueItem(id)),
  );
const visible = (flow: Flow) => flow.cards.map((card) => card.item.id);
const reject = (flow: Flow, id: string) => decide(flow, { id, to: 'rejected' });
const lastKey = (flow: Flow) => flow.acts.at(-1)?.key ?? 0;
const send = (flow: Flow) => markSent(flow, { keys: flow.acts.map((act) => act.key), sent: true });
const done = (flow: Flow, key: number, version = 2) => {
  const act = flow.acts.find((one) => one.key === key);
  const status = act?.kind === 'decide' ? act.to : (act?.item.status ?? 'held');
  const id = act?.item.id ?? '';
  const item = act?.kind === 'undo' ? { ...act.item, version } : null;
  return answered(flow, {
    key,
    item,
    result: { commentId: id, result: 'done', decisionId: `d${key}`, version, status },
  });
};

describe('deciding', () => {
  test('takes the card away and makes the next one current', () => {
    const flow = reject(opened('a', 'b', 'c'), 'a');
    expect(visible(flow)).toEqual(['b', 'c']);
    expect(flow.current).toBe('b');
  });

  test('makes the one before current when the last card leaves', () => {
    const flow = reject(goTo(opened('a', 'b'), 'b'), 'b');
    expect(flow.current).toBe('a');
  });

  test('leaves nothing current when the only card leaves', () => {
    expect(reject(opened('a'), 'a').current).toBeNull();
  });

  test('does nothing where the comment already is what is asked for', () => {
    const flow = decide(opened('a'), { id: 'a', to: 'held' });
    expect(flow.acts).toEqual([]);
    expect(visible(flow)).toEqual(['a']);
  });

  test('can publish what screening published, because that makes it reviewed', () => {
    const item = queueItem('a', { status: 'published', reviewed: false });
    expect(canDecide({ item, notice: null }, 'published')).toBe(true);
    expect(canDecide({ item: { ...item, reviewed: true }, notice: null }, 'published')).toBe(false);
  });

  test('sends all that is ready in one batch, in the order decided', () => {
    const flow = reject(reject(opened('a', 'b', 'c'), 'b'), 'a');
    const batch = nextToSend(flow);
    expect(Array.isArray(batch) && batch.map((act) => act.item.id)).toEqual(['b', 'a']);
  });

  test('sends nothing while a request is under way', () => {
    const flow = reject(send(reject(opened('a', 'b'), 'a')), 'b');
    expect(nextToSend(flow)).toBeNull();
  });
});

describe('undo', () => {
  test('drops a decision that was never sent, without asking the service', () => {
    const flow = undo(reject(opened('a', 'b'), 'a'));
    expect(flow.acts).toEqual([]);
    expect(visible(flow)).toEqual(['a', 'b']);
    expect(flow.current).toBe('a');
  });

  test('waits for the decision that is under way, with the card already back', () => {
    const sent = send(reject(opened('a', 'b'), 'a'));
    const flow = undo(sent);
    expect(flow.current).toBe('a');
    expect(nextToSend(flow)).toBeNull();
    const next = nextToSend(done(flow, 1));
    expect(next).toMatchObject({ kind: 'undo', past: { decisionId: 'd1' } });
  });

  test('decide, undo, decide again ends with the second decision on the newest version', () => {
    let flow = send(reject(opened('a'), 'a'));
    flow = decide(undo(flow), { id: 'a', to: 'published' });
    expect(visible(flow)).toEqual([]);
    flow = done(flow, 1, 2);
    flow = done(send1(flow), 2, 3);
    const batch = nextToSend(flow);
    expect(Array.isArray(batch) && batch[0]).toMatchObject({
      to: 'published',
      item: { version: 3 },
    });
  });

  test('walks back through all decisions of this visit, the last one first', () => {
    let flow = reject(reject(opened('a', 'b', 'c'), 'a'), 'b');
    flow = done(done(send(flow), 1), 2);
    flow = undo(undo(flow));
    expect(visible(flow)).toEqual(['a', 'b', 'c']);
    expect(flow.current).toBe('a');
    expect(flow.past).toEqual([]);
    expect(undo(flow)).toBe(flow);
  });

  test('of two decisions about one comment goes back one by one, also when the second undo fails', () => {
    let flow = done(send(reject(opened('a'), 'a')), 1, 2);
    flow = show(flow, [queueItem('a', { version: 2, status: 'rejected', reviewed: true })]);
    flow = done(send(decide(flow, { id: 'a', to: 'spam' })), 2, 3);
    flow = undo(undo(flow));
    flow = done(send1(flow), 3, 4);
    flow = failed(send1(flow), { key: 4, message: 'No connection.' });
    expect(flow.cards[0]?.item).toMatchObject({ version: 4, status: 'rejected' });
  });

  test('that fails leaves the decision standing and can be tried again', () => {
    let flow = undo(done(send(reject(opened('a'), 'a')), 1));
    flow = failed(send(flow), { key: lastKey(flow), message: 'No connection.' });
    expect(flow.cards[0]).toMatchObject({
      item: { status: 'rejected', version: 2 },
      notice: { kind: 'failed', retry: { kind: 'undo' } },
    });
    expect(nextToSend(retry(flow, 'a'))).toMatchObject({
      kind: 'undo',
      past: { decisionId: 'd1' },
    });
  });
});

describe('an answer that is not "done"', () => {
  test('brings a failed card back behind the current one, with the reason and a way to retry', () => {
    let flow = send(reject(opened('a', 'b', 'c'), 'a'));
    flow = failed(flow, { key: 1, message: 'No connection.' });
    expect(visible(flow)).toEqual(['b', 'a', 'c']);
    expect(flow.current).toBe('b');
    expect(flow.past).toEqual([]);
    const again = nextToSend(retry(flow, 'a'));
    expect(Array.isArray(again) && again[0]).toMatchObject({ to: 'rejected', unsure: true });
  });

  test('brings a conflict back in its present state and overwrites nothing', () => {
    const now = queueItem('a', { status: 'spam', version: 5 });
    const flow = answered(send(reject(opened('a', 'b'), 'a')), {
      key: 1,
      item: now,
      result: {
        commentId: 'a',
        result: 'conflict',
        message: 'By Ada',
        version: 5,
        status: 'spam',
        item: now,
      },
    });
    expect(flow.cards[1]).toEqual({ item: now, notice: { kind: 'conflict', message: 'By Ada' } });
    expect(flow.acts).toEqual([]);
  });

  test('keeps the old version when the present state is unknown, so unseen text is never decided', () => {
    const flow = answered(send(reject(opened('a'), 'a')), {
      key: 1,
      item: null,
      result: {
        commentId: 'a',
        result: 'conflict',
        message: 'Edited',
        version: 5,
        status: 'held',
        item: null,
      },
    });
    expect(flow.cards[0]?.item.version).toBe(1);
  });

  test('a comment that is gone can be put aside but not decided', () => {
    const flow = answered(send(reject(opened('a', 'b'), 'a')), {
      key: 1,
      item: null,
      result: { commentId: 'a', result: 'not-found', message: 'Gone' },
    });
    expect(reject(flow, 'a')).toBe(flow);
    expect(visible(dismiss(flow, 'a'))).toEqual(['b']);
  });

  test('a session that ran out leaves the decision waiting', () => {
    const flow = markSent(send(reject(opened('a', 'b'), 'a')), { keys: [1], sent: false });
    expect(visible(flow)).toEqual(['b']);
    expect(nextToSend(flow)).toMatchObject([{ key: 1 }]);
  });
});

describe('the stream', () => {
  test('a late page shows neither a card twice nor a comment just decided', () => {
    let flow = reject(opened('a', 'b'), 'a');
    const page = [queueItem('a'), queueItem('b'), queueItem('c')];
    expect(visible(append(flow, page))).toEqual(['b', 'c']);
    flow = done(send(flow), 1);
    expect(visible(append(flow, page))).toEqual(['b', 'c']);
  });

  test('a decided comment shows in the queue it went to', () => {
    const flow = done(send(reject(opened('a'), 'a')), 1);
    const there = show(flow, [queueItem('a', { version: 2, status: 'rejected' })]);
    expect(visible(there)).toEqual(['a']);
  });

  test('another queue takes along the cards whose decision was not sent', () => {
    const flow = failed(send(reject(opened('a', 'b'), 'a')), { key: 1, message: 'No.' });
    expect(visible(show(flow, [queueItem('x')]))).toEqual(['a', 'x']);
  });

  test('stepping stays at either end', () => {
    const flow = opened('a', 'b');
    expect(step(flow, -1)).toBe(flow);
    expect(step(step(flow, 1), 1).current).toBe('b');
    expect(cardsAhead(flow)).toBe(1);
  });

  test('new comments come behind and leave the current card alone', () => {
    const flow = append(opened('a'), [queueItem('b')]);
    expect(flow.current).toBe('a');
    expect(visible(flow)).toEqual(['a', 'b']);
  });
});

describe('after a reload', () => {
  test('what was not answered is sent again', () => {
    const before = send(reject(opened('a', 'b'), 'a'));
    const flow = append(restore(emptyFlow, before.acts), [queueItem('a'), queueItem('b')]);
    expect(visible(flow)).toEqual(['b']);
    expect(nextToSend(flow)).toMatchObject([{ key: 1, to: 'rejected', unsure: true }]);
  });

  test('somebody else gets the cards back instead, and nothing is sent', () => {
    const before = reject(opened('a', 'b'), 'a');
    const flow = setAside(restore(emptyFlow, before.acts), 'Another person.');
    expect(nextToSend(flow)).toBeNull();
    expect(flow.cards[0]).toMatchObject({ item: { id: 'a' }, notice: { kind: 'failed' } });
  });
});

function send1(flow: Flow): Flow {
  const next = nextToSend(flow);
  const keys = Array.isArray(next) ? next.map((act) => act.key) : next === null ? [] : [next.key];
  return markSent(flow, { keys, sent: true });
}
