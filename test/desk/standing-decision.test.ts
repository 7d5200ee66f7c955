import { describe, expect, test } from 'vitest';
import { decide, emptyFlow, nextToSend, undo } from '../../desk/decision-flow.ts';
import { answered, failed } from '../../desk/flow-answers.ts';
import { show } from '../../desk/flow-stream.ts';
import { numbersNow } from '../../desk/queue-numbers.ts';
import { standingDecision, takeBack } from '../../desk/standing-decision.ts';
import type { Decision } from '../../src/contract/desk.ts';
import { queueItem } from './queue-item.ts';

const decision = (id: string, over: Partial<Decision> = {}): Decision => ({
  id,
  commentId: 'a',
  by: 'Ada',
  at: `2026-03-01T1${id}:00:00.000Z`,
  from: 'held',
  to: 'rejected',
  reason: null,
  undoes: null,
  ...over,
});

const rejected = (...decisions: Decision[]) =>
  queueItem('a', { status: 'rejected', reviewed: true, version: 2, decisions });

describe('the decision that can be taken back', () => {
  test('is the last one that nothing has taken back', () => {
    expect(standingDecision(rejected())).toBeNull();
    expect(standingDecision(rejected(decision('1')))?.id).toBe('1');
    expect(standingDecision(rejected(decision('2'), decision('1')))?.id).toBe('2');
    const undone = [decision('1'), decision('2'), decision('3', { undoes: '2' })];
    expect(standingDecision(rejected(...undone))?.id).toBe('1');
    expect(standingDecision(rejected(decision('1'), decision('2', { undoes: '1' })))).toBeNull();
  });

  test('is none once its author has changed or deleted the comment', () => {
    const item = rejected(decision('1'));
    expect(standingDecision({ ...item, editedAt: '2026-03-01T12:00:00.000Z' })).toBeNull();
    expect(standingDecision({ ...item, editedAt: '2026-03-01T09:00:00.000Z' })?.id).toBe('1');
    expect(standingDecision({ ...item, status: 'deleted' })).toBeNull();
  });
});

describe('taking back a decision of another visit', () => {
  const start = () => show(emptyFlow, [rejected(decision('1')), queueItem('b')]);

  test('shows the comment as it was and sends that very decision', () => {
    const flow = takeBack(start(), 'a');
    expect(flow.cards.map(({ item }) => [item.id, item.status])).toEqual([
      ['a', 'held'],
      ['b', 'held'],
    ]);
    expect(flow.cards[0]?.item.reviewed).toBe(false);
    expect(nextToSend(flow)).toMatchObject({ kind: 'undo', past: { decisionId: '1' } });
  });

  test('counts at once', () => {
    const counts = { held: 1, reported: 0, unreviewed: 0, published: 0, spam: 0, rejected: 1 };
    const flow = takeBack(start(), 'a');
    expect(numbersNow(counts, { acts: flow.acts, site: null })).toMatchObject({
      held: 2,
      rejected: 0,
    });
  });

  test('is asked once, however often the key is pressed', () => {
    const once = takeBack(start(), 'a');
    expect(takeBack(once, 'a')).toBe(once);
  });

  test('that could not be sent brings the comment back as it is, with a way to try again', () => {
    const flow = takeBack(start(), 'a');
    const back = failed(flow, { key: flow.acts[0]?.key ?? 0, message: 'No connection.' });
    expect(back.cards[0]).toMatchObject({
      item: { id: 'a', status: 'rejected' },
      notice: { kind: 'failed', retry: { kind: 'undo', past: { decisionId: '1' } } },
    });
  });

  test('leaves nothing for Undo to do once more', () => {
    const decided = decide(show(emptyFlow, [queueItem('a')]), { id: 'a', to: 'rejected' });
    const known = answered(decided, {
      key: decided.acts[0]?.key ?? 0,
      result: { commentId: 'a', result: 'done', decisionId: '1', version: 2, status: 'rejected' },
      item: null,
    });
    const seenAgain = show(known, [rejected(decision('1'))]);
    const flow = takeBack(seenAgain, 'a');
    expect(flow.past).toEqual([]);
    expect(undo(flow)).toBe(flow);
  });

  test('does nothing where there is nothing to take back', () => {
    const flow = start();
    expect(takeBack(flow, 'b')).toBe(flow);
    expect(takeBack(flow, 'c')).toBe(flow);
  });
});
