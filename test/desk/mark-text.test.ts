import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findMatches, splitByRanges } from '../../desk/mark-text.ts';

const marked = (text: string, pieces: string[]) =>
  splitByRanges(text, { offset: 0, ranges: findMatches(text, pieces) });

test('every occurrence is marked', () => {
  expect(marked('spam and spam', ['spam'])).toEqual([
    { text: 'spam', marked: true },
    { text: ' and ', marked: false },
    { text: 'spam', marked: true },
  ]);
});

test('only the exact spelling is marked', () => {
  expect(marked('Spam', ['spam'])).toEqual([{ text: 'Spam', marked: false }]);
});

test('overlapping and touching matches become one mark', () => {
  expect(marked('abcdef', ['bcd', 'cde'])).toEqual([
    { text: 'a', marked: false },
    { text: 'bcde', marked: true },
    { text: 'f', marked: false },
  ]);
  expect(marked('aaa', ['aa'])).toEqual([{ text: 'aaa', marked: true }]);
});

test('an empty piece marks nothing', () => {
  expect(marked('text', [''])).toEqual([{ text: 'text', marked: false }]);
});

test('a match that runs through two nodes is marked in both', () => {
  const ranges = findMatches('one two', ['ne tw']);
  expect(splitByRanges('one', { offset: 0, ranges })).toEqual([
    { text: 'o', marked: false },
    { text: 'ne', marked: true },
  ]);
  expect(splitByRanges(' two', { offset: 3, ranges })).toEqual([
    { text: ' tw', marked: true },
    { text: 'o', marked: false },
  ]);
});

test('marking never changes the text, wherever its nodes are cut', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é', '😀'), maxLength: 30 });
  fc.assert(
    fc.property(letters, fc.array(letters, { maxLength: 4 }), fc.nat(30), (text, pieces, cut) => {
      const ranges = findMatches(text, pieces);
      const parts = [text.slice(0, cut), text.slice(cut)];
      const drawn = parts.flatMap((part, at) =>
        splitByRanges(part, { offset: at === 0 ? 0 : (parts[0]?.length ?? 0), ranges }),
      );
      expect(drawn.map((piece) => piece.text).join('')).toBe(text);
      const markedUnits = drawn.filter((piece) => piece.marked).map((piece) => piece.text);
      const expected = ranges.reduce((sum, range) => sum + range.end - range.start, 0);
      expect(markedUnits.join('').length).toBe(expected);
    }),
  );
});
