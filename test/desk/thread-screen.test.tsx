import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ThreadList } from '../../desk/components/thread-list.tsx';
import { ThreadMove } from '../../desk/components/thread-move.tsx';
import { ThreadRules } from '../../desk/components/thread-rules.tsx';
import { path, session, view } from '../../desk/store.ts';
import { readRules } from '../../desk/thread-drafts.ts';
import type { DeskThread, ThreadDetail } from '../../src/contract/threads.ts';
import { button, SESSION, serviceInHand, type } from './service-in-hand.ts';

let place: HTMLElement;
let service: ReturnType<typeof serviceInHand>;

beforeEach(() => {
  localStorage.clear();
  place = document.createElement('main');
  document.body.append(place);
  service = serviceInHand();
  session.value = SESSION;
});

afterEach(() => {
  leave();
  place.remove();
  vi.unstubAllGlobals();
  view.value = { queue: 'held', site: null, q: null };
});

const leave = () => render(null, place);

function aThread(id: string, over: Partial<DeskThread> = {}): DeskThread {
  return {
    id,
    version: 1,
    site: { key: 'daily-planet', name: 'Daily Planet', mode: 'auto' },
    url: `https://planet.example/${id}`,
    title: `Article ${id}`,
    key: null,
    count: 3,
    createdAt: '2026-03-01T10:00:00.000Z',
    newestAt: null,
    isClosed: false,
    ...{ state: 'site', message: null, slowSeconds: 0, mode: null, announcement: null },
    ...{ messageBody: null, announcementBody: null },
    ...over,
  };
}

function detailOf(thread: DeskThread): ThreadDetail {
  return { thread, acts: [], addresses: [], unfinished: [] };
}

describe('rules that are typed', () => {
  let thread: DeskThread;

  beforeEach(() => {
    thread = aThread('t1', { message: 'It was.' });
  });

  const open = () =>
    act(() => {
      const take = (answer: { ok: boolean; value?: ThreadDetail }) => {
        thread = answer.value?.thread ?? thread;
        open();
        return answer.ok ? null : 'Refused.';
      };
      const onReload = () => Promise.resolve();
      render(<ThreadRules mayRule {...{ thread, take, onReload }} />, place);
    });
  const field = (id: string) => {
    const found = place.querySelector(`#${id}`);
    if (!(found instanceof HTMLTextAreaElement)) throw new Error(`There is no ${id}`);
    return found;
  };

  test('are there again after a way out and back, for their moderator and thread alone', async () => {
    await open();
    await type(field('announcement'), 'Be kind.');
    leave();
    await open();
    expect(field('announcement').value).toBe('Be kind.');
    expect(place.textContent).toContain('Not saved yet.');
    expect(readRules('t2')).toEqual({});
    session.value = { ...SESSION, moderator: { ...SESSION.moderator, id: 'other' } };
    expect(readRules('t1')).toEqual({});
  });

  test('are forgotten when they are discarded, or are what holds already', async () => {
    await open();
    await type(field('message'), 'It is.');
    await act(() => button(place, 'Discard').click());
    expect(field('message').value).toBe('It was.');
    expect(localStorage.length).toBe(0);
    await type(field('message'), 'It is.');
    await type(field('message'), 'It was.');
    expect(button(place, 'Save').disabled).toBe(true);
    expect(localStorage.length).toBe(0);
  });

  test('on while the first of them are being saved stay, and only those that were sent leave', async () => {
    await open();
    await type(field('message'), 'Closed.');
    await type(field('announcement'), 'Be kind.');
    await act(() => button(place, 'Save').click());
    await type(field('announcement'), 'Be kind, please.');
    const now = { version: 2, message: 'Closed.', announcement: 'Be kind.' };
    const sent = await service.answer('PATCH', detailOf(aThread('t1', now)));
    expect(JSON.parse(sent)).toEqual({ version: 1, message: 'Closed.', announcement: 'Be kind.' });
    expect(field('announcement').value).toBe('Be kind, please.');
    expect(readRules('t1')).toEqual({ announcement: 'Be kind, please.' });
    await act(() => button(place, 'Save').click());
    const rest = await service.answer('PATCH', detailOf(thread));
    expect(JSON.parse(rest)).toEqual({ version: 2, announcement: 'Be kind, please.' });
  });

  test('back to what held before, while the change is being saved, count as typed', async () => {
    await open();
    await type(field('message'), 'Closed.');
    await act(() => button(place, 'Save').click());
    await type(field('message'), 'It was.');
    await service.answer('PATCH', detailOf(aThread('t1', { version: 2, message: 'Closed.' })));
    expect(field('message').value).toBe('It was.');
    expect(button(place, 'Save').disabled).toBe(false);
  });
});

describe('the list of threads', () => {
  const page = (...ids: string[]) => ({ threads: ids.map((id) => aThread(id)), nextCursor: null });
  const shown = () => [...place.querySelectorAll('li a')].map(({ textContent }) => textContent);

  test('is of the site that was chosen last, whichever answer comes first', async () => {
    const held = { queue: 'held', q: null } as const;
    view.value = { ...held, site: 'slow' };
    await act(() => render(<ThreadList />, place));
    await act(() => {
      view.value = { ...held, site: 'fast' };
    });
    await service.answer('site=fast', page('f'));
    expect(shown()).toEqual(['Article f']);
    await service.answer('site=slow', page('s'));
    expect(shown()).toEqual(['Article f']);
  });

  test('is empty until the chosen site’s is there, and takes no more of the other one', async () => {
    await act(() => render(<ThreadList />, place));
    await service.answer('/threads', { ...page('a'), nextCursor: 'c1' });
    expect(shown()).toEqual(['Article a']);
    await act(() => button(place, 'More').click());
    await act(() => {
      view.value = { queue: 'held', q: null, site: 'fast' };
    });
    expect(shown()).toEqual([]);
    await service.answer('site=fast', page('f'));
    await service.answer('cursor=c1', page('b'));
    expect(shown()).toEqual(['Article f']);
  });
});

describe('a long join', () => {
  const moved = { moved: 10, isDone: true, threadId: 't2' };
  const begin = async () => {
    const detail = { ...detailOf(aThread('t1')), unfinished: [{ id: 't0', url: null }] };
    const onMoved = () => Promise.resolve();
    await act(() => render(<ThreadMove mayRule {...{ detail, onMoved }} />, place));
    path.value = '/desk/threads/t1';
    await act(() => button(place, 'Go on').click());
    await service.answer('/move', { ...moved, isDone: false });
  };

  test('leads to the joined thread', async () => {
    await begin();
    await service.answer('/move', moved);
    expect(path.value).toBe('/desk/threads/t2');
  });

  test('goes on, yet takes nobody away from what they look at since', async () => {
    await begin();
    leave();
    path.value = '/desk';
    await service.answer('/move', moved);
    expect(service.asked()).toEqual([]);
    expect(path.value).toBe('/desk');
  });
});
