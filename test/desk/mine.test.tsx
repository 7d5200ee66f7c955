import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Answer, api } from '../../desk/api.ts';
import { Mine } from '../../desk/components/mine.tsx';
import { sessionState } from '../../desk/store.ts';
import type { OwnDecision } from '../../src/contract/bulks.ts';
import type { Undone } from '../../src/contract/desk.ts';

let place: HTMLElement;
/** Undos that wait for the test to answer them. */
let waiting: ((answer: Answer<Undone>) => void)[] = [];

const numbers = { held: 0, reported: 0, unreviewed: 0, published: 0, spam: 0, rejected: 0 };
const done: Answer<Undone> = {
  ok: true,
  value: {
    ...{ item: null, counts: numbers },
    result: { commentId: 'c', result: 'done', decisionId: 'd2', version: 3, status: 'held' },
  },
};

const decision: OwnDecision = {
  ...{ id: 'd1', at: '2026-03-01T10:00:00.000Z', from: 'held', to: 'rejected' },
  ...{ reason: null, state: 'stands' },
  comment: {
    ...{ id: 'c', name: 'Rita', excerpt: 'Words.', status: 'rejected' },
    site: { key: 'daily-planet', name: 'Daily Planet' },
    thread: { id: 't1', url: 'https://planet.example/a', title: 'An article' },
  },
};

beforeEach(async () => {
  waiting = [];
  sessionState.value = 'signed-in';
  const own = { decisions: [decision], nextCursor: null };
  vi.spyOn(api, 'ownDecisions').mockResolvedValue({ ok: true, value: own });
  vi.spyOn(api, 'bulks').mockResolvedValue({ ok: true, value: { bulks: [] } });
  vi.spyOn(api, 'queue').mockResolvedValue({ ok: false, kind: 'failed', message: 'No.' });
  vi.spyOn(api, 'undo').mockImplementation(() => new Promise((answer) => waiting.push(answer)));
  vi.stubGlobal('scrollTo', () => {});
  place = document.createElement('main');
  document.body.append(place);
  await act(() => render(<Mine />, place));
  await act(() => Promise.resolve());
});

afterEach(() => {
  render(null, place);
  place.remove();
  vi.restoreAllMocks();
});

const button = () => place.querySelector<HTMLButtonElement>('button[aria-label^="Undo"]');
const answer = (given: Answer<Undone>) =>
  act(async () => {
    waiting[0]?.(given);
    await new Promise((settled) => setTimeout(settled));
  });
const row = () => place.querySelector<HTMLElement>('li.own');

test('an undo leaves the focus on its row', async () => {
  button()?.focus();
  await act(() => button()?.click());
  await answer(done);
  expect(row()?.textContent).toContain('taken back');
  expect(document.activeElement).toBe(row());
});

test('an undo leaves whoever has gone on meanwhile where they are', async () => {
  await act(() => button()?.click());
  const heading = place.querySelector<HTMLElement>('h1');
  heading?.focus();
  await answer(done);
  expect(row()?.textContent).toContain('taken back');
  expect(document.activeElement).toBe(heading);
});

test('a double click takes back once; after a failure it can be tried again', async () => {
  await act(() => {
    button()?.click();
    button()?.click();
  });
  expect(waiting).toHaveLength(1);
  expect(button()?.getAttribute('aria-disabled')).toBe('true');
  await answer({ ok: false, kind: 'failed', message: 'No connection.' });
  expect(place.querySelector('[role=alert]')?.textContent).toBe('No connection.');
  expect(button()?.getAttribute('aria-disabled')).toBe('false');
  await act(() => button()?.click());
  expect(waiting).toHaveLength(2);
});
