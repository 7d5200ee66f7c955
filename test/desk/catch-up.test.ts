import { describe, expect, test } from 'vitest';
import type { View } from '../../desk/address.ts';
import { missedCards } from '../../desk/catch-up.ts';
import { decide, emptyFlow } from '../../desk/decision-flow.ts';
import { show } from '../../desk/flow-stream.ts';
import type { Narrowing } from '../../desk/narrowing.ts';
import { queueItem } from './queue-item.ts';

const HELD: View = { queue: 'held', site: null, q: null };
const SPAM: View = { ...HELD, queue: 'spam' };
const narrowed = (narrow: Narrowing): View => ({ ...HELD, narrow });

/** Each letter is a comment, its id; the alphabet is the order of time. */
const cards = (letters: string) =>
  show(
    emptyFlow,
    [...letters].map((id) => queueItem(id)),
  );

type Page = { items: string; isAll: boolean; view?: View };

function missed(letters: string, { items, isAll, view = HELD }: Page): string {
  const page = { items: [...items].map((id) => queueItem(id)), isAll, view };
  return missedCards(cards(letters), page)
    .map(({ item }) => item.id)
    .join('');
}

describe('after a gap', () => {
  test('cards that are no longer in the queue have missed something', () => {
    expect(missed('abc', { items: 'ac', isAll: true })).toBe('b');
    expect(missed('ab', { items: '', isAll: true })).toBe('ab');
    expect(missed('ab', { items: '', isAll: true, view: narrowed({ links: 'with' }) })).toBe('ab');
  });

  test('nothing is said of cards behind the page’s end, in either direction', () => {
    expect(missed('abcz', { items: 'ac', isAll: false })).toBe('b');
    expect(missed('zyxa', { items: 'zx', isAll: false, view: SPAM })).toBe('y');
  });

  test('the direction is the view’s, also where one comment alone is on the page', () => {
    expect(missed('abc', { items: 'b', isAll: false })).toBe('a');
    expect(missed('cba', { items: 'b', isAll: false, view: SPAM })).toBe('c');
    const newest = narrowed({ sort: 'newest' });
    expect(missed('cba', { items: 'b', isAll: false, view: newest })).toBe('c');
    const oldest = { ...SPAM, narrow: { sort: 'oldest' } };
    expect(missed('abc', { items: 'b', isAll: false, view: oldest })).toBe('a');
  });

  test.each([HELD, SPAM])(
    'an empty page that goes on says nothing, in $queue as elsewhere',
    (view) => {
      expect(missed('abc', { items: '', isAll: false, view })).toBe('');
    },
  );

  test('by priority only a page that is all there is says who has left', () => {
    const view = narrowed({ sort: 'priority' });
    expect(missed('cab', { items: 'cb', isAll: false, view })).toBe('');
    expect(missed('cab', { items: 'cb', isAll: true, view })).toBe('a');
  });

  test('nobody has decided about what has only grown too old for “newer than”', () => {
    const view = narrowed({ newer: '1h' });
    expect(missed('abcd', { items: 'bd', isAll: true, view })).toBe('c');
    expect(missed('abcd', { items: 'bd', isAll: false, view })).toBe('c');
    expect(missed('ab', { items: '', isAll: true, view })).toBe('');
  });

  test('a card with an older text has, and one that is being decided has not', () => {
    const before = decide(cards('abc'), { id: 'a', to: 'spam' });
    const items = [queueItem('b', { version: 2 }), queueItem('c')];
    const page = { items, isAll: true, view: HELD };
    expect(missedCards(before, page).map(({ item }) => item.id)).toEqual(['b']);
  });
});
