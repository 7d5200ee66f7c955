import { expect, test } from 'vitest';
import { decide, emptyFlow, undo } from '../../desk/decision-flow.ts';
import { show } from '../../desk/flow-stream.ts';
import { numbersNow } from '../../desk/queue-numbers.ts';
import { queueItem } from './queue-item.ts';

const counts = { held: 2, reported: 1, unreviewed: 3, published: 5, spam: 0, rejected: 0 };

test('a decision counts at once', () => {
  const { acts } = decide(show(emptyFlow, [queueItem('a')]), { id: 'a', to: 'rejected' });
  expect(numbersNow(counts, { acts, site: null })).toEqual({ ...counts, held: 1, rejected: 1 });
});

test('publishing what nobody had reviewed leaves it published and takes it out of Unreviewed', () => {
  const item = queueItem('a', { status: 'published', reviewed: false });
  const { acts } = decide(show(emptyFlow, [item]), { id: 'a', to: 'published' });
  expect(numbersNow(counts, { acts, site: null })).toEqual({ ...counts, unreviewed: 2 });
});

test('an undo under way counts back what its decision counted', () => {
  let flow = decide(show(emptyFlow, [queueItem('a')]), { id: 'a', to: 'spam' });
  flow = { ...flow, acts: flow.acts.map((act) => ({ ...act, sent: true })) };
  expect(numbersNow(counts, { acts: undo(flow).acts, site: null })).toEqual(counts);
});

test('with one site chosen only its own comments count', () => {
  const { acts } = decide(show(emptyFlow, [queueItem('a')]), { id: 'a', to: 'rejected' });
  expect(numbersNow(counts, { acts, site: 'gotham-gazette' })).toEqual(counts);
});

test('whatever is decided about a reported comment takes it out of Reported, and an undo back in', () => {
  const item = queueItem('a', { status: 'published', reviewed: true, reportCount: 2 });
  const decided = decide(show(emptyFlow, [item]), { id: 'a', to: 'published' });
  expect(numbersNow(counts, { acts: decided.acts, site: null })).toEqual({
    ...counts,
    reported: 0,
  });
  const flow = { ...decided, acts: decided.acts.map((act) => ({ ...act, sent: true })) };
  expect(numbersNow(counts, { acts: undo(flow).acts, site: null })).toEqual(counts);
});
