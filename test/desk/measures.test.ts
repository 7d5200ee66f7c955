import { expect, test } from 'vitest';
import { emptyFlow } from '../../desk/decision-flow.ts';
import { show } from '../../desk/flow-stream.ts';
import { withMeasure, withoutMeasure } from '../../desk/measures.ts';
import { measureWords, shareThrownOut } from '../../desk/words.ts';
import type { AuthorMeasure } from '../../src/contract/card.ts';
import { queueItem } from './queue-item.ts';

const measure: AuthorMeasure = {
  id: 'm',
  kind: 'ban',
  by: 'Ada',
  at: '2026-03-01T10:00:00.000Z',
  until: '2026-03-08T10:00:00.000Z',
  reason: null,
  endedAt: null,
  endedBy: null,
};

test('a measure is on every card that is sure to be the same author’s', () => {
  const email = 'Mallory@mail.example';
  const item = queueItem('a', { email });
  const flow = show(emptyFlow, [
    item,
    queueItem('same', { email: 'mallory@mail.example' }),
    queueItem('site', { email, site: { key: 'other', name: 'Other' } }),
    queueItem('none', { name: item.name }),
  ]);
  const marked = withMeasure(flow, { item, measure }).cards.flatMap((card) =>
    card.item.author.measure === null ? [] : card.item.id,
  );
  expect(marked).toEqual(['a', 'same']);
});

test('a measure that is lifted is on no card any more, and another one stays', () => {
  const author = { firstSeen: null, isCut: false, published: 0, held: 0, spam: 0, rejected: 0 };
  const flow = show(emptyFlow, [
    queueItem('a', { author: { ...author, measure } }),
    queueItem('b', { author: { ...author, measure: { ...measure, id: 'other' } } }),
  ]);
  const left = withoutMeasure(flow, 'm').cards.map(({ item }) => item.author.measure?.id ?? null);
  expect(left).toEqual([null, 'other']);
});

test('of a guest without an e-mail address only the card itself is known to be theirs', () => {
  const item = queueItem('a');
  const flow = show(emptyFlow, [item, queueItem('b', { name: item.name })]);
  const [first, second] = withMeasure(flow, { item, measure }).cards;
  expect(first?.item.author.measure).toBe(measure);
  expect(second?.item.author.measure).toBeNull();
});

test('a measure is told with its end', () => {
  expect(measureWords(measure)).toBe('banned until 8 Mar 2026');
  expect(measureWords({ ...measure, kind: 'hold' })).toBe('always held until 8 Mar 2026');
});

test('the share that was thrown out is of what was decided', () => {
  const author = {
    firstSeen: null,
    isCut: false,
    published: 1,
    held: 9,
    spam: 1,
    rejected: 1,
    measure: null,
  };
  expect(shareThrownOut(author)).toBe('67 % thrown out');
  expect(shareThrownOut({ ...author, published: 0, spam: 0, rejected: 0 })).toBeNull();
});
