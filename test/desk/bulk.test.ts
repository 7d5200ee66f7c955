import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Answer } from '../../desk/api.ts';
import type { Bulk, SteppedBulk } from '../../src/contract/bulks.ts';
import type { QueueCounts } from '../../src/contract/desk.ts';
import { queueItem } from './queue-item.ts';

/** Requests that wait for the test to answer them, in the order asked. */
type Request = { words: string; answer: (answer: Answer<never>) => void };

const FAILED = { ok: false, kind: 'failed', message: 'There is no connection.' } as const;
const SIGNED_OUT = { ok: false, kind: 'signed-out' } as const;

let waiting: Request[] = [];
let bulk: typeof import('../../desk/bulk.ts');
let begin: typeof import('../../desk/bulk-begin.ts');
let cards: typeof import('../../desk/bulk-cards.ts');
let store: typeof import('../../desk/store.ts');
let stream: typeof import('../../desk/flow-stream.ts');
let replies: typeof import('../../desk/replies.ts');
let colleagues: typeof import('../../desk/colleagues.ts');

// What is under way is kept by the module: each test has its own.
beforeEach(async () => {
  vi.resetModules();
  waiting = [];
  const { api } = await import('../../desk/api.ts');
  const later = (words: string) => {
    return new Promise<Answer<never>>((answer) => waiting.push({ words, answer }));
  };
  vi.spyOn(api, 'startBulk').mockImplementation((_, { to, reason = '' }) =>
    later(`start ${to} ${reason}`.trim()),
  );
  vi.spyOn(api, 'moveBulk').mockImplementation((id, state) => later(`${state} ${id}`));
  vi.spyOn(api, 'dropBulk').mockImplementation((id) => later(`drop ${id}`));
  vi.spyOn(api, 'stepBulk').mockImplementation((id) => later(`step ${id}`));
  vi.spyOn(api, 'bulks').mockImplementation(() => later('bulks'));
  vi.spyOn(api, 'queue').mockImplementation((view) => later(`queue of ${view.site}`));
  bulk = await import('../../desk/bulk.ts');
  begin = await import('../../desk/bulk-begin.ts');
  cards = await import('../../desk/bulk-cards.ts');
  store = await import('../../desk/store.ts');
  stream = await import('../../desk/flow-stream.ts');
  replies = await import('../../desk/replies.ts');
  colleagues = await import('../../desk/colleagues.ts');
  store.sessionState.value = 'signed-in';
  store.paging.value = { state: 'ready' };
  store.flow.value = stream.show(store.flow.peek(), [queueItem('a'), queueItem('b')]);
});

afterEach(() => {
  bulk.run.value = null;
  document.body.replaceChildren();
});

function aBulk(over: Partial<Bulk> = {}): Bulk {
  return {
    ...{ id: 'b1', to: 'rejected', reason: null, at: '2026-03-01T10:00:00.000Z' },
    ...{ state: 'deciding', total: 300, done: 0, conflicts: 0, undone: 0, kept: 0, left: 300 },
    ...over,
  };
}

function aStep(over: Partial<Bulk>, given: { moved?: string[]; held?: number } = {}): SteppedBulk {
  const { moved = [], held = 7 } = given;
  const counts: QueueCounts = {
    ...{ held, reported: 0, unreviewed: 0, published: 0, spam: 0, rejected: 0 },
  };
  return { bulk: aBulk(over), counts, moved };
}

/** All that follows from an answer without another one. */
const calm = () => new Promise((done) => setTimeout(done));
const asked = () => waiting.map(({ words }) => words);

async function answer(words: string, given: Bulk | SteppedBulk | { bulks: Bulk[] }): Promise<void> {
  await give(words, { ok: true, value: given as never });
}

async function give(words: string, given: Answer<never>): Promise<void> {
  const at = waiting.findIndex((one) => one.words === words);
  expect(asked()).toContain(words);
  waiting.splice(at, 1)[0]?.answer(given);
  await calm();
}

/** One that decides, with a step on its way. */
async function underWay(over: Partial<Bulk> = {}): Promise<void> {
  begin.startBulk({ kind: 'comments', comments: [{ id: 'a', version: 1 }] }, { to: 'rejected' });
  await answer('start rejected', aBulk({ state: 'ready', ...over }));
  begin.confirmBulk();
  await answer(`deciding ${over.id ?? 'b1'}`, aBulk(over));
}

describe('a bulk decision that was stopped', () => {
  test('is not gone on with when somebody signs in again', async () => {
    await underWay();
    bulk.stopBulk();
    await answer('stopped b1', aBulk({ state: 'stopped' }));
    await answer('step b1', aStep({ state: 'stopped', done: 100 }));
    bulk.findOpenBulk();
    await calm();
    expect(asked()).toEqual([]);
    expect(bulk.run.peek()?.bulk.state).toBe('stopped');
  });

  test('takes no further step while the service has not answered the stop', async () => {
    await underWay();
    bulk.stopBulk();
    await answer('step b1', aStep({ done: 100 }));
    expect(asked()).toEqual(['stopped b1']);
  });

  test('takes no further step although the stop fails, until somebody goes on', async () => {
    await underWay();
    bulk.stopBulk();
    await give('stopped b1', FAILED);
    await answer('step b1', aStep({ done: 100 }));
    expect(asked()).toEqual([]);
    expect(bulk.run.peek()?.cut).toBe('There is no connection.');
    bulk.goOnBulk();
    await calm();
    // The stop may have arrived, its answer not.
    await answer('deciding b1', aBulk({ done: 100 }));
    expect(asked()).toEqual(['step b1']);
  });

  test('is asked to stop again when the line is back', async () => {
    bulk.watchLine();
    await underWay();
    bulk.stopBulk();
    await give('step b1', FAILED);
    await give('stopped b1', FAILED);
    window.dispatchEvent(new Event('online'));
    await answer('stopped b1', aBulk({ state: 'stopped' }));
    expect(asked()).toEqual([]);
    expect(bulk.run.peek()).toMatchObject({ cut: null, bulk: { state: 'stopped' } });
  });

  test('and taken back during a step is taken back', async () => {
    await underWay();
    bulk.stopBulk();
    await answer('stopped b1', aBulk({ state: 'stopped', done: 100 }));
    bulk.undoBulk();
    await answer('drop b1', aBulk({ state: 'undoing', done: 200 }));
    await answer('step b1', aStep({ state: 'stopped', done: 200 }));
    expect(bulk.run.peek()?.bulk.state).toBe('undoing');
    expect(asked()).toEqual(['step b1']);
  });
});

describe('a bulk decision that was cut', () => {
  test('goes on by itself when somebody signs in again, if this visit was at it', async () => {
    await underWay();
    await give('step b1', SIGNED_OUT);
    expect(store.sessionState.peek()).toBe('expired');
    store.sessionState.value = 'signed-in';
    bulk.findOpenBulk();
    await calm();
    expect(asked()).toEqual(['step b1']);
  });

  test('and is of an earlier visit waits for a word, also after signing in again', async () => {
    bulk.watchLine();
    bulk.findOpenBulk();
    await answer('bulks', { bulks: [aBulk()] });
    bulk.findOpenBulk();
    window.dispatchEvent(new Event('online'));
    await calm();
    expect(asked()).toEqual([]);
    expect(bulk.run.peek()?.cut).toBe('It was cut short.');
    bulk.goOnBulk();
    expect(asked()).toEqual(['step b1']);
  });

  test('is nobody else’s who signs in', async () => {
    await underWay();
    await give('step b1', SIGNED_OUT);
    store.sessionState.value = 'signed-in';
    store.session.value = {
      moderator: {
        ...{ id: 'other', name: 'Other', email: 'o@x.example', role: 'moderator' },
        ...{ hasPassword: false, secondFactor: false, signedInBy: 'session' },
      },
      sites: [],
      translateUrl: null,
    };
    bulk.findOpenBulk();
    await calm();
    expect(asked()).toEqual(['bulks']);
    expect(bulk.run.peek()).toBeNull();
  });
});

test('a confirmation that does not get through is asked for again, and says why', async () => {
  begin.startBulk({ kind: 'queue', queue: 'held' }, { to: 'rejected' });
  await answer('start rejected', aBulk({ state: 'ready' }));
  begin.confirmBulk();
  expect(store.dialog.peek()).toBe('none');
  await give('deciding b1', FAILED);
  expect(store.dialog.peek()).toBe('bulk');
  expect(bulk.run.peek()?.cut).toBe('There is no connection.');
  begin.confirmBulk();
  await answer('deciding b1', aBulk());
  expect(store.dialog.peek()).toBe('none');
  expect(asked()).toEqual(['step b1']);
});

test('a reason goes with the decision about all that is selected', async () => {
  const { toggleSelected } = await import('../../desk/selection.ts');
  toggleSelected('a');
  begin.decideSelected('rejected', 'Off topic');
  expect(asked()).toEqual(['start rejected Off topic']);
});

test('a double click begins one bulk decision', async () => {
  const of = { kind: 'comments' as const, comments: [{ id: 'a', version: 1 }] };
  begin.startBulk(of, { to: 'rejected' });
  begin.startBulk(of, { to: 'rejected' });
  expect(asked()).toEqual(['start rejected']);
  await answer('start rejected', aBulk({ state: 'ready', total: 1 }));
  begin.startBulk(of, { to: 'rejected' });
  expect(asked()).toEqual(['deciding b1']);
});

test('one that is begun while an older one’s step is out is counted nevertheless', async () => {
  begin.startBulk({ kind: 'queue', queue: 'held' }, { to: 'spam' });
  await answer('start spam', aBulk({ state: 'gathering' }));
  begin.dropUnconfirmed();
  begin.startBulk({ kind: 'queue', queue: 'held' }, { to: 'rejected' });
  await answer('start rejected', aBulk({ id: 'b2', state: 'gathering' }));
  await answer('step b1', aStep({ state: 'gathering' }));
  expect(asked()).toContain('step b2');
  expect(bulk.run.peek()?.bulk.id).toBe('b2');
});

test('the numbers of a site that is no longer chosen are not shown', async () => {
  await underWay();
  store.view.value = { ...store.view.peek(), site: 'gazette' };
  await answer('step b1', aStep({ done: 100 }, { held: 99 }));
  expect(store.counts.peek()?.held).not.toBe(99);
  expect(asked()).toContain('queue of gazette');
  await answer('step b1', aStep({ done: 200 }, { held: 5 }));
  expect(store.counts.peek()?.held).toBe(5);
});

describe('a card that somebody writes at', () => {
  const ids = () => store.flow.peek().cards.map(({ item }) => item.id);

  test('stays when a bulk decides its comment, says so, and leaves once it is let go', async () => {
    await underWay();
    replies.replying.value = 'a';
    await answer('step b1', aStep({ done: 2, state: 'done' }, { moved: ['a', 'b'] }));
    expect(ids()).toEqual(['a']);
    expect(store.flow.peek().current).toBe('a');
    expect(colleagues.marks.peek().get('a')).toEqual({
      words: 'Rejected with the others',
      version: 2,
      isSettled: true,
    });
  });

  test('stays also where the focus is in another of its fields', async () => {
    const card = document.createElement('article');
    card.dataset.id = 'a';
    const field = document.createElement('textarea');
    card.append(field);
    document.body.append(card);
    await underWay();
    field.focus();
    await answer('step b1', aStep({ done: 100 }, { moved: ['a'] }));
    expect(ids()).toEqual(['a', 'b']);
    field.blur();
    await answer('step b1', aStep({ done: 200 }, { moved: ['a'] }));
    expect(ids()).toEqual(['b']);
  });

  test('stays at the end of an undo, and the list is opened anew on request', async () => {
    await underWay({ state: 'undoing', done: 100 });
    replies.replying.value = 'a';
    await answer('step b1', aStep({ state: 'undone', undone: 100 }));
    expect(ids()).toEqual(['a', 'b']);
    expect(asked()).toEqual([]);
    expect(cards.lacking.peek()).toBe(store.view.peek());
    replies.replying.value = null;
    cards.showTakenBack();
    expect(cards.lacking.peek()).toBeNull();
    expect(asked()).toEqual(['queue of null']);
  });

  test('is the only reason not to open the list anew at the end of an undo', async () => {
    await underWay({ state: 'undoing', done: 100 });
    await answer('step b1', aStep({ state: 'undone', undone: 100 }));
    expect(asked()).toEqual(['queue of null']);
    expect(cards.lacking.peek()).toBeNull();
  });
});
