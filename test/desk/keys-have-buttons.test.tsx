import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { arrived, forgetArrivals, noteAtEnd } from '../../desk/arrivals.ts';
import { Desk } from '../../desk/components/desk.tsx';
import { emptyFlow, goTo } from '../../desk/decision-flow.ts';
import { show } from '../../desk/flow-stream.ts';
import { KEYS } from '../../desk/keys.ts';
import { labelOf } from '../../desk/own-keys.ts';
import { clearSelection, selectedIds, toggleSelected } from '../../desk/selection.ts';
import { flow, paging, session, sessionState } from '../../desk/store.ts';
import type { Decision } from '../../src/contract/desk.ts';
import { queueItem } from './queue-item.ts';
import { button, SESSION, serviceInHand } from './service-in-hand.ts';

let place: HTMLElement;

const HELD_BY_HAND: Decision = {
  ...{ id: 'd1', commentId: 'c', by: 'Ada', at: '2026-03-01T10:00:00.000Z' },
  ...{ from: 'published', to: 'held', undoes: null, reason: null },
};

beforeEach(async () => {
  serviceInHand();
  place = document.createElement('div');
  document.body.append(place);
  session.value = SESSION;
  sessionState.value = 'signed-in';
  paging.value = { state: 'ready' };
  const items = ['a', 'b', 'c', 'd'].map((id) => queueItem(id, { decisions: [HELD_BY_HAND] }));
  flow.value = goTo(show(emptyFlow, [...items, queueItem('e')]), 'c');
  await act(() => render(<Desk />, place));
});

afterEach(() => {
  render(null, place);
  place.remove();
  clearSelection();
  forgetArrivals();
  flow.value = emptyFlow;
  sessionState.value = 'loading';
  vi.unstubAllGlobals();
});

const range = () => place.querySelector<HTMLButtonElement>('[aria-keyshortcuts="Shift+X"]');

test('a range has a button beside what is selected, only while it would select something', async () => {
  expect(range()).toBeNull();
  await act(() => toggleSelected('c'));
  expect(range()).toBeNull();
  await act(() => {
    flow.value = goTo(flow.value, 'a');
  });
  await act(() => button(place, 'Select to current').click());
  expect([...selectedIds.value].toSorted()).toEqual(['a', 'b', 'c']);
  expect(range()).toBeNull();
  await act(clearSelection);
  await act(() => {
    flow.value = goTo(flow.value, 'd');
  });
  expect(range()).toBeNull();
});

test('every key of the list stands on something that can be pressed', async () => {
  await act(() => {
    toggleSelected('a');
    noteAtEnd(['e']);
    const notice = { kind: 'failed', message: 'No line.', retry: { kind: 'decide', to: 'spam' } };
    const cards = flow.value.cards.map((card) => ({
      item: { ...card.item, editedAt: '2026-03-01T09:30:00.000Z' },
      notice: card.item.id === 'c' ? (notice as never) : null,
    }));
    flow.value = { ...flow.value, cards };
  });
  expect(arrived.value).toBe(1);
  const pressable = [...place.querySelectorAll('a, button, input')];
  const shown = pressable.flatMap((one) => one.getAttribute('aria-keyshortcuts')?.split(' ') ?? []);
  const without = KEYS.filter(({ keys }) => !keys.some((key) => shown.includes(labelOf(key))));
  expect(without.map(({ does }) => does)).toEqual([]);
});
