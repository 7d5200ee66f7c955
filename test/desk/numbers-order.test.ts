import { beforeEach, expect, test, vi } from 'vitest';
import { makeAskSoon } from '../../desk/ask-soon.ts';
import { decide, emptyFlow, markSent } from '../../desk/decision-flow.ts';
import { answered } from '../../desk/flow-answers.ts';
import { show } from '../../desk/flow-stream.ts';
import { type Polled, refreshNumbers } from '../../desk/pages.ts';
import { counts, flow, paging, sessionState } from '../../desk/store.ts';
import type { QueuePage } from '../../src/contract/desk.ts';
import { queueItem } from './queue-item.ts';

/** Requests that wait for the test to answer them, in the order asked. */
let waiting: ((held: number) => void)[] = [];

const numbers = (held: number) => ({
  held,
  reported: 0,
  unreviewed: 0,
  published: 0,
  spam: 0,
  rejected: 0,
});

function aPage(held: number): Response {
  const page: QueuePage = { items: [], counts: numbers(held), floodMode: [], nextCursor: null };
  return Response.json(page);
}

beforeEach(() => {
  waiting = [];
  vi.stubGlobal('fetch', () => {
    return new Promise<Response>((done) => waiting.push((held) => done(aPage(held))));
  });
  flow.value = show(emptyFlow, [queueItem('a'), queueItem('b')]);
  counts.value = numbers(1);
  paging.value = { state: 'ready' };
  sessionState.value = 'signed-in';
});

const decideA = () => {
  flow.value = decide(flow.peek(), { id: 'a', to: 'spam' });
  const key = flow.peek().acts[0]?.key ?? 0;
  return {
    send: () => {
      flow.value = markSent(flow.peek(), { keys: [key], sent: true });
    },
    answer: () => {
      flow.value = answered(flow.peek(), {
        key,
        item: null,
        result: { commentId: 'a', result: 'done', decisionId: 'd', version: 2, status: 'spam' },
      });
    },
  };
};

test('numbers that were asked for before those on show are not shown after them', async () => {
  const first = refreshNumbers();
  const second = refreshNumbers();
  waiting[1]?.(5);
  expect(await second).toBe('taken');
  waiting[0]?.(9);
  expect(await first).toBe('crossed');
  expect(counts.value?.held).toBe(5);
});

test('numbers that were asked for before a decision are not shown after its answer', async () => {
  const asked = refreshNumbers();
  const decision = decideA();
  decision.send();
  decision.answer();
  expect(flow.value.acts).toEqual([]);
  waiting[0]?.(9);
  expect(await asked).toBe('crossed');
  expect(counts.value?.held).toBe(1);
});

test('numbers that crossed with a decision are asked for again when it is answered', async () => {
  vi.useFakeTimers();
  const answers: Polled[] = ['crossed', 'taken'];
  const ask = vi.fn(() => Promise.resolve(answers.shift() ?? 'taken'));
  const askSoon = makeAskSoon(ask);
  const decision = decideA();
  askSoon();
  await vi.advanceTimersByTimeAsync(5000);
  expect(ask).toHaveBeenCalledTimes(0);
  decision.answer();
  await vi.advanceTimersByTimeAsync(0);
  expect(ask).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(500);
  expect(ask).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(ask).toHaveBeenCalledTimes(2);
  vi.useRealTimers();
});

test('a burst of changes asks at once and then twice a second at most', async () => {
  vi.useFakeTimers();
  const ask = vi.fn((): Promise<Polled> => Promise.resolve('taken'));
  const askSoon = makeAskSoon(ask);
  for (let heard = 0; heard < 40; heard += 1) {
    askSoon();
    await vi.advanceTimersByTimeAsync(50);
  }
  await vi.advanceTimersByTimeAsync(1000);
  expect(ask.mock.calls.length).toBeGreaterThanOrEqual(4);
  expect(ask.mock.calls.length).toBeLessThanOrEqual(6);
  vi.useRealTimers();
});

test('an answer that does not come is not asked for twice a second', async () => {
  vi.useFakeTimers();
  const ask = vi.fn((): Promise<Polled> => Promise.resolve('failed'));
  makeAskSoon(ask)();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(ask.mock.calls.length).toBeLessThanOrEqual(7);
  expect(ask.mock.calls.length).toBeGreaterThanOrEqual(5);
  vi.useRealTimers();
});
