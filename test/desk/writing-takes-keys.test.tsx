import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyFlow } from '../../desk/decision-flow.ts';
import { show } from '../../desk/flow-stream.ts';
import { closeNote, NOTE_FIELD, noting, openNote } from '../../desk/marks.ts';
import { closeReply, REPLY_FIELD, replying, replyToCurrent } from '../../desk/replies.ts';
import { flow, session } from '../../desk/store.ts';
import { Current } from './current.tsx';
import { queueItem } from './queue-item.ts';
import { SESSION } from './service-in-hand.ts';

let place: HTMLElement;

beforeEach(async () => {
  place = document.createElement('main');
  document.body.append(place);
  session.value = SESSION;
  flow.value = show(emptyFlow, [queueItem('a')]);
  await act(() => render(<Current />, place));
});

afterEach(() => {
  render(null, place);
  place.remove();
  flow.value = emptyFlow;
  noting.value = null;
  replying.value = null;
});

/** What a browser does before it gives a page the next key: its microtasks, and no timer. */
async function nextKey(): Promise<void> {
  for (let i = 0; i < 20; i++) await Promise.resolve();
}

test.each([
  ['a reply', { open: replyToCurrent, close: closeReply, field: REPLY_FIELD }],
  ['a note', { open: openNote, close: closeNote, field: NOTE_FIELD }],
])('the key after the one that begins %s is typed, and decides nothing', async (_, box) => {
  box.open();
  await nextKey();
  expect(document.activeElement?.id).toBe(box.field);
  box.close();
  await nextKey();
  expect(document.getElementById(box.field)).toBeNull();
  // Begun again, and where the box was open already but the focus was not in it.
  box.open();
  await nextKey();
  document.getElementById(box.field)?.blur();
  box.open();
  await nextKey();
  expect(document.activeElement?.id).toBe(box.field);
});
