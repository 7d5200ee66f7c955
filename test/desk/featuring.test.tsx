import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { emptyFlow } from '../../desk/decision-flow.ts';
import { show } from '../../desk/flow-stream.ts';
import { markTrouble, toggleFeatured } from '../../desk/marks.ts';
import { flow, session } from '../../desk/store.ts';
import { Current } from './current.tsx';
import { queueItem } from './queue-item.ts';
import { SESSION, serviceInHand } from './service-in-hand.ts';

let place: HTMLElement;
let service: ReturnType<typeof serviceInHand>;

beforeEach(() => {
  place = document.createElement('main');
  document.body.append(place);
  service = serviceInHand();
  session.value = SESSION;
  flow.value = show(emptyFlow, [queueItem('a', { status: 'published', version: 4 })]);
});

afterEach(() => {
  render(null, place);
  place.remove();
  flow.value = emptyFlow;
  markTrouble.value = null;
  vi.unstubAllGlobals();
});

const EDITED = Response.json(
  {
    type: '/problems/changed-meanwhile',
    title: 'The comment has changed meanwhile.',
    status: 409,
    detail: 'Its author has edited this comment meanwhile.',
  },
  { status: 409, headers: { 'content-type': 'application/problem+json' } },
);

test('featuring names the version that was read; a conflict shows the new text and says why', async () => {
  await act(() => render(<Current />, place));
  void toggleFeatured();
  expect(await service.answer('/comments/a/featured', EDITED)).toBe('{"version":4}');
  const body = [{ type: 'paragraph' as const, children: ['Buy my boat.'] }];
  const item = queueItem('a', { status: 'published', version: 5, body });
  await service.answer('/comments?ids=a', { items: [item] });
  expect(place.textContent).toContain('Its author has edited this comment meanwhile.');
  expect(place.textContent).toContain('Buy my boat.');
  void toggleFeatured();
  const done = { ...item, featured: { by: 'Me', at: '2026-03-01T10:00:00.000Z' } };
  expect(await service.answer('/comments/a/featured', { item: done })).toBe('{"version":5}');
  expect(place.textContent).not.toContain('meanwhile');
  expect(place.textContent).toContain('Featured by');
});
