import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ActionBar } from '../../desk/components/action-bar.tsx';
import { decide, emptyFlow } from '../../desk/decision-flow.ts';
import { show } from '../../desk/flow-stream.ts';
import { flow, view } from '../../desk/store.ts';
import { queueItem } from './queue-item.ts';

const HELD = { queue: 'held', site: null, q: null } as const;
let place: HTMLElement;

beforeEach(() => {
  place = document.createElement('main');
  document.body.append(place);
  const items = ['a', 'b', 'c'].map((id) => queueItem(id));
  flow.value = decide(show(emptyFlow, items), { id: 'a', to: 'spam' });
});

afterEach(() => {
  render(null, place);
  place.remove();
  flow.value = emptyFlow;
  view.value = HELD;
});

async function usable(): Promise<string[]> {
  await act(() => render(<ActionBar />, place));
  return [...place.querySelectorAll('button')]
    .filter(({ disabled }) => !disabled)
    .map(({ textContent }) => textContent?.split(' ')[0] ?? '');
}

test('in a queue the current comment can be decided, the last decision taken back', async () => {
  view.value = HELD;
  expect(await usable()).toEqual(['Publish', 'Reject', 'Spam', 'Reply', 'Next', 'Undo']);
});

test('in Mine no button acts on a comment that is out of sight', async () => {
  view.value = { ...HELD, mine: true };
  expect(await usable()).toEqual([]);
});
