import { beforeEach, describe, expect, test } from 'vitest';
import {
  arrived,
  forgetArrivals,
  noteAtEnd,
  showArrivals,
  waitAbove,
} from '../../desk/arrivals.ts';
import {
  colleagues,
  hear,
  isIn,
  lookers,
  markOf,
  seats,
  seatsAfter,
  stillThere,
  wordsOf,
} from '../../desk/colleagues.ts';
import { wordsFor } from '../../desk/components/colleagues-line.tsx';
import { decide, dismiss, emptyFlow, type Flow, goTo, step } from '../../desk/decision-flow.ts';
import { failed } from '../../desk/flow-answers.ts';
import { append, prepend, show, sweep } from '../../desk/flow-stream.ts';
import { flow, session } from '../../desk/store.ts';
import type { DeskChange, Seat } from '../../src/contract/desk-live.ts';
import { queueItem } from './queue-item.ts';

const HELD = { queue: 'held', site: null, q: null } as const;

const aSeat = (id: string, change: Partial<Seat> = {}): Seat => ({
  id,
  person: `person-${id}`,
  name: `Name ${id}`,
  open: null,
  ...change,
});

const aChange = (id: string, change: Partial<DeskChange> = {}): DeskChange => ({
  id,
  version: 2,
  site: 'daily-planet',
  status: 'rejected',
  queues: ['rejected'],
  act: 'decided',
  by: 'Ada',
  ...change,
});

const opened = (ids: string[], taken: string[] = []): Flow =>
  show(
    { ...emptyFlow, taken: new Set(taken) },
    ids.map((id) => queueItem(id)),
  );
const ids = (of: Flow) => of.cards.map(({ item }) => item.id);

beforeEach(() => {
  seats.value = new Map();
  flow.value = emptyFlow;
  forgetArrivals();
  session.value = {
    moderator: {
      id: 'me',
      name: 'Me',
      email: 'me@x.example',
      role: 'moderator',
      hasPassword: false,
      secondFactor: false,
      signedInBy: 'session',
    },
    sites: [],
    translateUrl: null,
  };
});

describe('a list in which colleagues are', () => {
  test('begins with the first card where nobody is', () => {
    expect(opened(['a', 'b', 'c'], ['a', 'b']).current).toBe('c');
  });

  test('begins with the first card where somebody is everywhere', () => {
    expect(opened(['a', 'b'], ['a', 'b']).current).toBe('a');
  });

  test('goes on after a decision with the next card where nobody is', () => {
    const next = decide(opened(['a', 'b', 'c'], ['b']), { id: 'a', to: 'rejected' });
    expect(next.current).toBe('c');
  });

  test('goes back for a free card when only taken ones are ahead, and to a taken one at last', () => {
    const before = goTo(opened(['a', 'b', 'c'], ['c']), 'b');
    const next = decide(before, { id: 'b', to: 'spam' });
    expect(next.current).toBe('a');
    expect(decide(next, { id: 'a', to: 'spam' }).current).toBe('c');
  });

  test('is gone through forwards past them, backwards and by hand to them', () => {
    const start = opened(['a', 'b', 'c'], ['b']);
    const on = step(start, 1);
    expect(on.current).toBe('c');
    expect(step(on, -1).current).toBe('b');
    expect(goTo(start, 'b').current).toBe('b');
  });

  test('can be gone through to its end by keys alone although all that is ahead is taken', () => {
    const start = opened(['a', 'b', 'c'], ['b', 'c']);
    expect(step(start, 1).current).toBe('b');
    expect(step(step(start, 1), 1).current).toBe('c');
  });

  test('passes no card over that has come back to the moderator', () => {
    const decided = decide(opened(['a', 'b', 'c'], ['a']), { id: 'a', to: 'spam' });
    const back = failed(decided, { key: 1, message: 'No answer.' });
    const at = goTo(back, ids(back)[0] ?? '');
    expect(step(at, 1).current).toBe('a');
  });
});

describe('cards that colleagues have settled', () => {
  const settled = new Set(['a', 'c']);

  test('leave ahead of the current one when it is decided, and everywhere when one goes on', () => {
    const before = goTo(opened(['a', 'b', 'c', 'd']), 'b');
    expect(ids(sweep(before, { settled, from: 'ahead' }))).toEqual(['a', 'b', 'd']);
    expect(ids(sweep(before, { settled, from: 'everywhere' }))).toEqual(['b', 'd']);
  });

  test('never leave from under the moderator’s hands', () => {
    const before = goTo(opened(['a', 'b', 'c']), 'c');
    expect(ids(sweep(before, { settled, from: 'everywhere' }))).toEqual(['b', 'c']);
  });

  test('stay where their own decision has come back', () => {
    const decided = decide(opened(['a', 'b']), { id: 'a', to: 'spam' });
    const back = failed(decided, { key: 1, message: 'No answer.' });
    expect(ids(sweep(back, { settled, from: 'everywhere' }))).toContain('a');
  });
});

describe('who is there', () => {
  test('is what the first message says, and then what came and left', () => {
    let now = seatsAfter(new Map([['old', aSeat('old')]]), { type: 'here', seats: [aSeat('a')] });
    now = seatsAfter(now, { type: 'seat', seat: aSeat('b') });
    now = seatsAfter(now, { type: 'seat', seat: aSeat('a', { open: 'c1' }) });
    expect([...now.values()].map(({ id, open }) => [id, open])).toEqual([
      ['a', 'c1'],
      ['b', null],
    ]);
    expect([...seatsAfter(now, { type: 'left', id: 'a' }).keys()]).toEqual(['b']);
  });

  test('is counted by person, and oneself in another window is nobody', () => {
    seats.value = new Map([
      ['1', aSeat('1', { person: 'ada', name: 'Ada' })],
      ['2', aSeat('2', { person: 'ada', name: 'Ada' })],
      ['3', aSeat('3', { person: 'me', name: 'Me', open: 'c1' })],
    ]);
    expect(colleagues.value).toEqual(['Ada']);
    expect(lookers.value.size).toBe(0);
  });

  test.each([
    [['Ada'], 'Ada is here'],
    [['Jon', 'Ada'], 'Ada and Jon are here'],
    [['Jon', 'Ada', 'Bo'], 'Ada, Bo and 1 more here'],
    [[null], '1 colleague here'],
    [[null, null], '2 colleagues here'],
    [['Ada', null], 'Ada and 1 more here'],
    [['Ada', 'Jon', null], 'Ada, Jon and 1 more here'],
  ])('%j is said as “%s”', (others, words) => {
    expect(wordsFor(others)).toBe(words);
  });

  test('at a comment is told by name, without one, and for several', () => {
    seats.value = new Map([
      ['1', aSeat('1', { name: 'Ada', open: 'a' })],
      ['2', aSeat('2', { name: null, open: 'b' })],
      ['3', aSeat('3', { name: 'Jon', open: 'c' })],
      ['4', aSeat('4', { name: 'Bo', open: 'c' })],
    ]);
    expect([...lookers.value]).toEqual([
      ['a', 'Ada is'],
      ['b', 'A colleague is'],
      ['c', 'Several colleagues are'],
    ]);
  });
});

describe('a change', () => {
  test('that is older than what was heard of its comment counts for nothing', () => {
    expect(hear(aChange('x1', { version: 3 }))).toBe(true);
    expect(hear(aChange('x1', { version: 2 }))).toBe(false);
    expect(hear(aChange('x1', { version: 3, act: 'reported' }))).toBe(true);
  });

  test('takes its comment out of pages that were asked for before it', () => {
    hear(aChange('x2', { version: 4 }));
    hear(aChange('x3', { version: 4, queues: ['held'], act: 'edited' }));
    const page = [
      queueItem('x2', { version: 3 }),
      queueItem('x3', { version: 4 }),
      queueItem('x4'),
    ];
    expect(stillThere(page, HELD).map(({ id }) => id)).toEqual(['x3', 'x4']);
  });

  test('settles a card where the comment leaves what is looked at, and only there', () => {
    expect(markOf(aChange('a'), HELD)).toEqual({
      words: 'Rejected by Ada',
      version: 2,
      isSettled: true,
    });
    expect(markOf(aChange('a'), { ...HELD, queue: 'rejected' }).isSettled).toBe(false);
    expect(markOf(aChange('a'), { ...HELD, q: 'words' }).isSettled).toBe(false);
    expect(isIn(aChange('a', { queues: ['held'] }), { ...HELD, site: 'gazette' })).toBe(false);
  });

  test.each([
    [{ status: 'published' }, 'Published by Ada'],
    [{ status: 'spam', by: 'Me' }, 'Marked as spam by you, in another window'],
    [{ act: 'undone', status: 'held' }, 'Held again: taken back by Ada'],
    [{ act: 'edited', by: null }, 'Edited by its author meanwhile'],
    [{ act: 'deleted', by: null, status: 'deleted' }, 'Deleted by its author'],
    [{ act: 'reported', by: null, status: 'published' }, 'Readers have reported it'],
    [{ act: 'reported', by: null, status: 'held' }, 'Held: readers have reported it'],
  ] as const)('%j reads “%s”', (change, words) => {
    expect(wordsOf(aChange('a', change))).toBe(words);
  });
});

describe('what has come in', () => {
  test('above the list waits until it is wanted, each once, and then the first of it is current', () => {
    flow.value = opened(['a', 'b']);
    waitAbove([queueItem('n2'), queueItem('n1'), queueItem('a')]);
    waitAbove([queueItem('n2'), queueItem('n1'), queueItem('a')]);
    expect(arrived.value).toBe(2);
    expect(ids(flow.value)).toEqual(['a', 'b']);
    expect(showArrivals(20)).toBe(true);
    expect(ids(flow.value)).toEqual(['n2', 'n1', 'a', 'b']);
    expect(flow.value.current).toBe('n2');
    expect(arrived.value).toBe(0);
  });

  test('above the list in a number that one page may not hold wants the list anew', () => {
    flow.value = opened(['a']);
    waitAbove([queueItem('n2'), queueItem('n1')]);
    expect(showArrivals(2)).toBe(false);
    expect(ids(flow.value)).toEqual(['a']);
  });

  test('at the end is new until the moderator has come to it', () => {
    flow.value = append(opened(['a', 'b']), [queueItem('n1'), queueItem('n2')]);
    noteAtEnd(['n1', 'n2']);
    expect(arrived.value).toBe(2);
    flow.value = goTo(flow.value, 'n1');
    expect(arrived.value).toBe(1);
    flow.value = dismiss(flow.value, 'n2');
    expect(arrived.value).toBe(0);
  });

  test('is never what was decided here a moment ago', () => {
    const known = new Map([['n1', 2]]);
    flow.value = { ...opened(['a']), known };
    waitAbove([queueItem('n1', { version: 2 }), queueItem('n0', { version: 1 })]);
    expect(arrived.value).toBe(1);
    // Changed by a colleague since, it is.
    waitAbove([queueItem('n1', { version: 3 })]);
    expect(arrived.value).toBe(1);
  });

  test('is put above without a second card for what stands there', () => {
    const before = goTo(opened(['a', 'b']), 'b');
    const after = prepend(before, [queueItem('n1'), queueItem('a')]);
    expect(ids(after)).toEqual(['n1', 'a', 'b']);
    expect(after.current).toBe('b');
  });
});
