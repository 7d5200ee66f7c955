import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { run } from '../../desk/bulk.ts';
import { bulkWords } from '../../desk/bulk-words.ts';
import { BulkDialog } from '../../desk/components/bulk-dialog.tsx';
import { ReasonsDialog } from '../../desk/components/reasons-dialog.tsx';
import { SelectionLine } from '../../desk/components/selection-line.tsx';
import { emptyFlow } from '../../desk/decision-flow.ts';
import { show } from '../../desk/flow-stream.ts';
import { clearSelection, toggleSelected } from '../../desk/selection.ts';
import { dialog, flow, session, sessionState, view } from '../../desk/store.ts';
import type { Bulk } from '../../src/contract/bulks.ts';
import type { QueueItem } from '../../src/contract/desk.ts';
import { queueItem } from './queue-item.ts';
import { button, SESSION, serviceInHand } from './service-in-hand.ts';

let place: HTMLElement;
let service: ReturnType<typeof serviceInHand>;

const HELD = { queue: 'held', site: null, q: null } as const;
const planet = { key: 'daily-planet', name: 'Daily Planet', role: 'editor' as const };
const post = { key: 'post', name: 'The Post', role: 'editor' as const };
const bulk: Bulk = {
  ...{ id: 'b1', to: 'rejected', reason: 'Off topic', at: '2026-03-01T10:00:00.000Z' },
  ...{ state: 'ready', total: 40, done: 0, conflicts: 0, undone: 0, kept: 0, left: 40 },
};

beforeEach(() => {
  service = serviceInHand();
  place = document.createElement('main');
  document.body.append(place);
  const sites = [
    { ...planet, rejectReasons: ['Insult', 'Off topic'] },
    { ...post, rejectReasons: ['Off topic', 'Not in English'] },
  ];
  session.value = { ...SESSION, sites };
  sessionState.value = 'signed-in';
  view.value = HELD;
});

afterEach(() => {
  render(null, place);
  place.remove();
  clearSelection();
  flow.value = emptyFlow;
  dialog.value = 'none';
  run.value = null;
  sessionState.value = 'loading';
  vi.unstubAllGlobals();
});

function Screen() {
  return (
    <>
      <SelectionLine />
      {dialog.value === 'reasons' && <ReasonsDialog />}
      {(dialog.value === 'all' || dialog.value === 'bulk') && <BulkDialog />}
    </>
  );
}

async function select(...items: QueueItem[]): Promise<void> {
  flow.value = show(emptyFlow, items);
  for (const { id } of items) toggleSelected(id);
  await act(() => render(<Screen />, place));
}

const labels = () => [...place.querySelectorAll('button')].map(({ textContent }) => textContent);
const press = (key: string) =>
  act(() => {
    document.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
  });

test('what is selected is rejected for a reason, by one key', async () => {
  await select(queueItem('a'), queueItem('b'));
  await act(() => button(place, 'Reject, because').click());
  expect(place.querySelector('dialog')?.getAttribute('aria-label') ?? place.textContent).toContain(
    'Reject 2 selected, because',
  );
  await press('2');
  const comments = [
    { id: 'a', version: 1 },
    { id: 'b', version: 1 },
  ];
  expect(JSON.parse(await service.answer('POST /api/v1/desk/bulks', bulk))).toEqual({
    of: { kind: 'comments', comments },
    ...{ to: 'rejected', reason: 'Off topic' },
  });
  expect(place.textContent).toContain('40 comments will be rejected (Off topic).');
});

test('of several sites only the reasons that all of them have are offered', async () => {
  await select(queueItem('a'), queueItem('b', { site: { key: 'post', name: 'The Post' } }));
  await act(() => button(place, 'Reject, because').click());
  const offered = [...place.querySelectorAll('.choice bdi')].map(({ textContent }) => textContent);
  expect(offered).toEqual(['Off topic']);
});

test('Hold is there where it would change something', async () => {
  await select(queueItem('a'));
  expect(labels()).not.toContain('Hold');
  await act(() => toggleSelected('a'));
  await select(queueItem('b', { status: 'published' }), queueItem('c'));
  await act(() => button(place, 'Hold').click());
  const begun = { ...bulk, to: 'held' as const, reason: null };
  expect(JSON.parse(await service.answer('POST /api/v1/desk/bulks', begun)).to).toBe('held');
});

test('a whole filter is held, or rejected for a reason of its site', async () => {
  view.value = { queue: 'published', site: 'post', q: null, narrow: { section: 'sport' } };
  dialog.value = 'all';
  await act(() => render(<Screen />, place));
  expect(labels()).toContain('Hold all…');
  await act(() => button(place, 'Reject all, because').click());
  await press('2');
  const sent = await service.answer('POST /api/v1/desk/bulks', { ...bulk, state: 'gathering' });
  expect(JSON.parse(sent)).toEqual({
    of: { kind: 'queue', queue: 'published', site: 'post', section: 'sport' },
    ...{ to: 'rejected', reason: 'Not in English' },
  });
  view.value = HELD;
  dialog.value = 'all';
  run.value = null;
  await act(() => render(<Screen />, place));
  expect(labels()).not.toContain('Hold all…');
});

test('how far it is, is said with the reason', () => {
  const half = { ...bulk, state: 'deciding' as const, done: 20, left: 20 };
  expect(bulkWords(half)).toBe('Rejected (Off topic): 20 of 40');
  expect(bulkWords({ ...half, reason: null })).toBe('Rejected: 20 of 40');
});
