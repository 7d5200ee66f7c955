import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { View } from '../../desk/address.ts';
import { catchUp, markSince, toAskFor } from '../../desk/catch-up.ts';
import { clearMarks, marks, setMark } from '../../desk/colleagues.ts';
import { decide, emptyFlow, goTo } from '../../desk/decision-flow.ts';
import { show } from '../../desk/flow-stream.ts';
import { flow, session, sessionState, view } from '../../desk/store.ts';
import type { Decision, QueueItem } from '../../src/contract/desk.ts';
import { queueItem } from './queue-item.ts';
import { SESSION, serviceInHand } from './service-in-hand.ts';

const HELD: View = { queue: 'held', site: null, q: null };
const TEN = '2026-03-01T10:00:00.000Z';
const ELEVEN = '2026-03-01T11:00:00.000Z';

/** Each letter is a comment, its id. */
const cards = (letters: string) =>
  show(
    emptyFlow,
    [...letters].map((id) => queueItem(id)),
  );

const aDecision = (over: Partial<Decision> = {}): Decision => ({
  ...{ id: 'd1', commentId: 'a', by: 'Ada', at: TEN, from: 'held', to: 'rejected' },
  ...{ reason: null, undoes: null },
  ...over,
});

function since(change: Partial<QueueItem> | undefined, before: Partial<QueueItem> = {}, at = HELD) {
  const now = change && queueItem('a', { version: 2, ...change });
  return markSince(queueItem('a', before), { now, view: at });
}

beforeEach(() => {
  session.value = SESSION;
});

describe('after a gap a card', () => {
  test('says who has decided what, and when', () => {
    const rejected = { status: 'rejected' as const, decisions: [aDecision()] };
    const words = { words: 'Rejected by Ada', at: TEN, version: 2 };
    expect(since(rejected)).toEqual({ ...words, isSettled: true });
    expect(since(rejected, {}, { ...HELD, queue: 'rejected' })).toEqual({
      ...words,
      isSettled: false,
    });
    expect(since(rejected, {}, { ...HELD, q: 'words' })?.isSettled).toBe(false);
    expect(since(rejected, {}, { ...HELD, site: 'gazette' })?.isSettled).toBe(true);
  });

  test('says the last of several, and what was taken back', () => {
    const back = aDecision({ id: 'd2', by: 'Bob', at: ELEVEN, to: 'held', undoes: 'd1' });
    expect(since({ version: 3, decisions: [aDecision(), back] })).toEqual({
      words: 'Held again: taken back by Bob',
      at: ELEVEN,
      version: 3,
      isSettled: false,
    });
    const mine = aDecision({ by: 'Me' });
    expect(since({ status: 'rejected', decisions: [mine] })?.words).toBe(
      'Rejected by you, in another window',
    );
  });

  test('does not tell what it has shown already', () => {
    expect(since({ version: 1 })).toBeNull();
    const decisions = [aDecision()];
    expect(since({ decisions, editedAt: ELEVEN }, { decisions })).toEqual({
      words: 'Edited by its author meanwhile',
      version: 2,
      isSettled: false,
    });
  });

  test('tells the edit where it came after the decision, and the decision otherwise', () => {
    const decisions = [aDecision()];
    expect(since({ decisions, editedAt: ELEVEN })?.words).toContain('Edited');
    const early = '2026-03-01T09:00:00.000Z';
    expect(since({ decisions, editedAt: early })?.words).toBe('Rejected by Ada');
  });

  test('says what readers did, and that its comment is gone', () => {
    expect(since({ status: 'deleted' })).toMatchObject({
      words: 'Deleted by its author',
      isSettled: true,
    });
    const published = { ...HELD, queue: 'published' } as const;
    const reported = { version: 1, status: 'published', reportCount: 2 } as const;
    expect(since(reported, { status: 'published' }, published)).toMatchObject({
      words: 'Readers have reported it',
      isSettled: false,
    });
    expect(since(undefined)).toMatchObject({ words: 'No longer on your sites', isSettled: true });
  });

  test('leaves Unreviewed when somebody has reviewed it', () => {
    const unreviewed = { ...HELD, queue: 'unreviewed' } as const;
    const decisions = [aDecision({ from: 'published', to: 'published' })];
    const reviewed = { status: 'published', reviewed: true, decisions } as const;
    const mark = since(reviewed, { status: 'published' }, unreviewed);
    expect(mark).toMatchObject({ words: 'Published by Ada', isSettled: true });
  });
});

test('the current card is asked for first, one that is being decided not at all', () => {
  const before = goTo(decide(cards('abcd'), { id: 'a', to: 'spam' }), 'c');
  expect(toAskFor(before)).toEqual(['c', 'd', 'b']);
});

describe('when the line is back', () => {
  let service: ReturnType<typeof serviceInHand>;

  beforeEach(() => {
    service = serviceInHand();
    clearMarks();
    sessionState.value = 'signed-in';
    view.value = HELD;
    flow.value = cards('ab');
  });

  afterEach(() => {
    vi.unstubAllGlobals();
    sessionState.value = 'loading';
    flow.value = emptyFlow;
    clearMarks();
  });

  const rejected = (id: string) =>
    queueItem(id, { version: 2, status: 'rejected', decisions: [aDecision()] });

  test('the desk asks for the cards that it shows, and marks them', async () => {
    void catchUp();
    await service.answer('/comments?ids=a%2Cb', { items: [rejected('a'), queueItem('b')] });
    expect([...marks.value]).toEqual([
      ['a', { words: 'Rejected by Ada', at: TEN, version: 2, isSettled: true }],
    ]);
  });

  test('an answer for another list, or one older than what was told since, marks nothing', async () => {
    void catchUp();
    const told = { words: 'Published by Bob', version: 3, isSettled: true };
    setMark('a', told);
    await service.answer('/comments', { items: [rejected('a'), queueItem('b')] });
    expect(marks.value.get('a')).toEqual(told);
    void catchUp();
    view.value = { ...HELD, queue: 'spam' };
    await service.answer('/comments', { items: [rejected('a'), rejected('b')] });
    expect(marks.value.has('b')).toBe(false);
  });

  test('a long list is asked for by the hundred', async () => {
    flow.value = show(
      emptyFlow,
      Array.from({ length: 150 }, (_, i) => queueItem(`c${i}`)),
    );
    void catchUp();
    await service.answer('/comments?ids=c0%2C', { items: [] });
    expect(marks.value.size).toBe(100);
    await service.answer('/comments?ids=c100%2C', { items: [] });
    expect(marks.value.size).toBe(150);
  });
});
