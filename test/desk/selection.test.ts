import { beforeEach, expect, test } from 'vitest';
import { emptyFlow, goTo } from '../../desk/decision-flow.ts';
import { append, show, withoutMoved } from '../../desk/flow-stream.ts';
import {
  clearSelection,
  selected,
  selectRange,
  toggleCurrentSelected,
  toggleSelected,
} from '../../desk/selection.ts';
import { flow } from '../../desk/store.ts';
import { queueItem } from './queue-item.ts';

const ids = () => selected.value.map(({ id }) => id);
const items = ['a', 'b', 'c', 'd', 'e'].map((id) => queueItem(id));

beforeEach(() => {
  flow.value = show(emptyFlow, items);
  clearSelection();
});

test('the current card is selected, and a second time no longer', () => {
  toggleCurrentSelected();
  expect(ids()).toEqual(['a']);
  toggleCurrentSelected();
  expect(ids()).toEqual([]);
});

test('a range goes from the last selected to the current, either way, and adds', () => {
  toggleSelected('d');
  flow.value = goTo(flow.value, 'b');
  selectRange();
  expect(ids().toSorted()).toEqual(['b', 'c', 'd']);
  flow.value = goTo(flow.value, 'e');
  selectRange();
  expect(ids().toSorted()).toEqual(['b', 'c', 'd', 'e']);
});

test('a range without a beginning is the current card', () => {
  flow.value = goTo(flow.value, 'c');
  selectRange();
  expect(ids()).toEqual(['c']);
});

test('what leaves the screen leaves the selection', () => {
  toggleSelected('a');
  toggleSelected('b');
  flow.value = withoutMoved(flow.value, ['a']);
  expect(ids()).toEqual(['b']);
});

test('what a bulk has moved leaves, the next card becomes current, and late pages do not bring it back', () => {
  const moved = withoutMoved(goTo(flow.value, 'b'), ['a', 'b', 'c']);
  expect(moved.cards.map(({ item }) => item.id)).toEqual(['d', 'e']);
  expect(moved.current).toBe('d');
  expect(append(moved, items).cards.map(({ item }) => item.id)).toEqual(['d', 'e']);
  const last = withoutMoved(goTo(flow.value, 'e'), ['d', 'e']);
  expect(last.current).toBe('c');
  expect(withoutMoved(flow.value, ['a', 'b', 'c', 'd', 'e']).current).toBeNull();
});
