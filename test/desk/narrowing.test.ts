import { expect, test } from 'vitest';
import { addressOf, inMine, inQueue, readView } from '../../desk/address.ts';
import { languageChoices } from '../../desk/language-names.ts';
import { markDifferences } from '../../desk/mark-differences.ts';
import { filtersOf, narrowWords, withNarrow, wrongInAddress } from '../../desk/narrowing.ts';

test('a narrowed view survives its address, whatever is in it', () => {
  const narrow = { section: 'größe & mehr/1', author: '“x”&site=y', older: '2h', sort: 'priority' };
  const view = { queue: 'spam', site: 'planet', q: null, narrow } as const;
  expect(readView(new URL(addressOf(view), 'https://desk.example').search)).toEqual(view);
});

test('one’s own decisions have an address', () => {
  expect(addressOf({ queue: 'held', site: null, q: null, mine: true })).toBe('/desk?queue=mine');
  expect(readView('?queue=mine')).toMatchObject({ mine: true });
});

test('another queue is narrowed as the one before, and the address shows it', () => {
  const narrow = { section: 'sport', author: 'Ada', links: 'with', sort: 'newest' };
  const before = { queue: 'held', site: 'planet', q: null, narrow } as const;
  expect(inQueue(before, 'spam')).toEqual({ ...before, queue: 'spam' });
  expect(addressOf(inQueue(before, 'spam'))).toBe(
    '/desk?queue=spam&section=sport&author=Ada&links=with&sort=newest&site=planet',
  );
  expect(inQueue({ queue: 'held', site: null, q: null }, 'spam')).not.toHaveProperty('narrow');
});

test.each(['reported', 'spam', 'rejected'] as const)(
  'that something is reported is no filter in %s',
  (queue) => {
    const view = { queue: 'held', site: null, q: null } as const;
    const both = { ...view, narrow: { reported: 'yes', section: 'sport' } };
    expect(inQueue(both, queue).narrow).toEqual({ section: 'sport' });
    expect(inQueue({ ...view, narrow: { reported: 'yes' } }, queue).narrow).toBeUndefined();
    expect(inQueue(both, 'unreviewed').narrow).toEqual(both.narrow);
  },
);

test('Mine and a search show no filter; it is there again in the next queue', () => {
  const narrow = { section: 'sport' };
  const before = { queue: 'spam', site: 'planet', q: null, narrow } as const;
  const mine = inMine(before);
  expect(addressOf(mine)).toBe('/desk?queue=mine&site=planet');
  expect(inQueue(mine, 'held')).toEqual({ ...before, queue: 'held' });
  const search = { ...before, q: 'boats' };
  expect(addressOf(search)).toBe('/desk?q=boats&site=planet');
  expect(inQueue(search, 'held')).toEqual({ ...before, queue: 'held' });
});

test('a value that means nothing is left out, and named', () => {
  const search = '?queue=held&older=2 hours&section=sport&links=many';
  expect(readView(search).narrow).toEqual({ section: 'sport' });
  expect(wrongInAddress(search)).toEqual([
    '“links=many” in the address is left out: it wants with or without.',
    '“older=2 hours” in the address is left out: it wants a number and m, h, d or w, like 2h.',
  ]);
  expect(wrongInAddress('?queue=held&sort=oldest')).toEqual([]);
});

test('a filter is taken away by an empty value, and the order is no filter', () => {
  const narrow = withNarrow({ section: 'sport', sort: 'newest' }, { links: 'with' });
  expect(filtersOf(narrow)).toEqual([
    ['section', 'sport'],
    ['links', 'with'],
  ]);
  expect(withNarrow(narrow, { section: '', links: '' })).toEqual({ sort: 'newest' });
});

test('a language is named, and one that means nothing is left out', () => {
  expect(readView('?language=de').narrow).toEqual({ language: 'de' });
  expect(readView('?language=none').narrow).toEqual({ language: 'none' });
  expect(narrowWords('language', 'pt')).toBe('in Portuguese');
  expect(narrowWords('language', 'none')).toBe('language not known');
  for (const language of ['german', 'DE', 'xx', 'null']) {
    expect(readView(`?language=${language}`).narrow).toBeUndefined();
    expect(wrongInAddress(`?language=${language}`)).toEqual([
      `“language=${language}” in the address is left out: it wants the code of a language that is told apart, like de, or none.`,
    ]);
  }
});

test('languages can be chosen by name, those not known first', () => {
  const choices = Object.entries(languageChoices());
  expect(choices.slice(0, 3)).toEqual([
    ['none', 'Not known'],
    ['sq', 'Albanian'],
    ['am', 'Amharic'],
  ]);
  expect(choices.filter(([code, name]) => code === name)).toEqual([]);
});

test('ages are read out in words', () => {
  expect(narrowWords('older', '1d')).toBe('older than 1 day');
  expect(narrowWords('newer', '30m')).toBe('newer than 30 minutes');
});

test.each([
  ['Buy my red boat now', 'Buy my blue boat now', 'blue'],
  ['one two three', 'one two three', ''],
  ['one two three', 'zero one three four', 'zero | four'],
  ['', 'all new', 'all new'],
  ['我买了船', '我卖了船', '卖'],
])('of “%s” and “%s” the words that differ are marked', (first, second, marked) => {
  const pieces = markDifferences(first, second);
  expect(pieces.map(({ text }) => text).join('')).toBe(second);
  const found = pieces.filter((piece) => piece.marked).map(({ text }) => text);
  expect(found.join('|')).toBe(marked);
});
