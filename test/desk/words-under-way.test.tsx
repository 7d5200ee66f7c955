import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { NoteBox } from '../../desk/components/notes.tsx';
import { ReplyBox } from '../../desk/components/reply-box.tsx';
import { SavedReplies } from '../../desk/components/saved-replies.tsx';
import { emptyFlow } from '../../desk/decision-flow.ts';
import { show } from '../../desk/flow-stream.ts';
import { notePlace, noting } from '../../desk/marks.ts';
import { deleteAnswer, draftPlace, replying } from '../../desk/replies.ts';
import { keepDraft, NO_DRAFT, readDraft } from '../../desk/reply-drafts.ts';
import { announcement, flow, session } from '../../desk/store.ts';
import { queueItem } from './queue-item.ts';
import { button, SESSION, serviceInHand, type } from './service-in-hand.ts';

let place: HTMLElement;
let service: ReturnType<typeof serviceInHand>;
const item = queueItem('a');

beforeEach(() => {
  localStorage.clear();
  place = document.createElement('main');
  document.body.append(place);
  service = serviceInHand();
  session.value = SESSION;
  flow.value = show(emptyFlow, [item]);
});

afterEach(() => {
  render(null, place);
  place.remove();
  vi.unstubAllGlobals();
  noting.value = null;
  replying.value = null;
  flow.value = emptyFlow;
});

const field = () => place.querySelector('textarea');

describe('a note', () => {
  test('cannot be written on while it is being saved, and is gone from its box afterwards', async () => {
    noting.value = 'a';
    await act(() => render(<NoteBox item={item} />, place));
    await type(field(), 'Known from last week.');
    await act(() => button(place, 'Save note').click());
    expect(field()?.readOnly).toBe(true);
    const sent = await service.answer('/notes', { item });
    expect(sent).toContain('Known from last week.');
    expect(readDraft(notePlace('a')).body).toBe('');
    expect(noting.value).toBeNull();
  });

  test('that did not go through can be written on', async () => {
    noting.value = 'a';
    await act(() => render(<NoteBox item={item} />, place));
    await type(field(), 'Known.');
    await act(() => button(place, 'Save note').click());
    const problem = { type: '/problems/invalid', title: 'It is too long.', status: 422 };
    const json = { 'content-type': 'application/problem+json' };
    const refusal = new Response(JSON.stringify(problem), { status: 422, headers: json });
    await service.answer('/notes', refusal);
    expect(place.textContent).toContain('It is too long.');
    expect(field()?.readOnly).toBe(false);
    expect(field()?.value).toBe('Known.');
  });
});

describe('the words of an answer that is deleted', () => {
  const answer = {
    id: 'r1',
    moderatorId: 'me',
    name: 'Me',
    badge: 'author' as const,
    body: [],
    source: 'My answer.',
    createdAt: '2026-03-01T10:00:00.000Z',
  };
  const remove = async () => {
    const done = deleteAnswer(item, answer);
    await service.answer('DELETE /api/v1/desk/replies/r1', { id: 'r1', item });
    await done;
  };

  test('are in the reply box that is open, also when it is written on', async () => {
    replying.value = 'a';
    await act(() => render(<ReplyBox item={item} />, place));
    await remove();
    expect(field()?.value).toBe('My answer.');
    expect(announcement.value.text).toContain('Its words are kept in the reply box.');
    await type(field(), `${field()?.value} And more.`);
    expect(readDraft(draftPlace('a'))).toMatchObject({
      body: 'My answer. And more.',
      as: 'author',
    });
  });

  test('stand behind what is begun there, and that is what is said', async () => {
    keepDraft(draftPlace('a'), { ...NO_DRAFT, body: 'Begun.' });
    replying.value = 'a';
    await act(() => render(<ReplyBox item={item} />, place));
    await remove();
    expect(field()?.value).toBe('Begun.\n\nMy answer.');
    expect(announcement.value.text).toContain('Its words are kept behind what you have begun.');
  });
});

describe('the digits of saved replies', () => {
  const inserted = vi.fn();
  const press = (on: Element | null) =>
    on?.dispatchEvent(new KeyboardEvent('keydown', { key: '1', bubbles: true, cancelable: true }));

  test('insert in their own dialog, and are letters in one that lies over it', async () => {
    const site = { key: 'daily-planet', name: 'Daily Planet' };
    const view = (
      <>
        <dialog open>
          <SavedReplies site={site} insert={inserted} />
        </dialog>
        <dialog open>
          <input type="text" />
        </dialog>
      </>
    );
    await act(() => render(view, place));
    const replies = [{ id: 's1', title: 'Thanks', body: 'Thank you.' }];
    await service.answer('/replies', { replies, mayChange: false });
    press(place.querySelector('input'));
    expect(inserted).not.toHaveBeenCalled();
    press(place.querySelector('ol button'));
    expect(inserted).toHaveBeenCalledExactlyOnceWith('Thank you.');
  });
});
