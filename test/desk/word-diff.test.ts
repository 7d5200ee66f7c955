import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Piece, wordDiff } from '../../desk/word-diff.ts';

const draw = (pieces: Piece[]) =>
  pieces
    .map(({ kind, text }) =>
      kind === 'same' ? text : kind === 'added' ? `+${text}+` : `-${text}-`,
    )
    .join('');

test.each([
  ['The bridge is old.', 'The bridge is new.', 'The bridge is -old-+new+.'],
  ['The bridge is old.', 'The bridge is old.', 'The bridge is old.'],
  ['One two three.', 'One.', 'One- two three-.'],
  ['', 'Words', '+Words+'],
  ['我们今天去北京', '我们明天去北京', '我们-今天-+明天+去北京'],
  ['<b>x</b>', '<i>x</i>', '<-b-+i+>x</-b-+i+>'],
])('%j that became %j reads %j', (before, after, drawn) => {
  expect(draw(wordDiff(before, after))).toBe(drawn);
});

test('several changed words in a row are one change', () => {
  const kinds = wordDiff('He sold three boats today.', 'He bought nine houses today.');
  expect(kinds.filter(({ kind }) => kind !== 'same')).toEqual([
    { kind: 'removed', text: 'sold three boats' },
    { kind: 'added', text: 'bought nine houses' },
  ]);
});

test('what stayed and went is the old text, what stayed and came is the new one', () => {
  const texts = fc.string({
    unit: fc.constantFrom('a', 'b', ' ', '\n', '好', '👩‍👩‍👧', '\ud800', '*'),
    maxLength: 60,
  });
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const pieces = wordDiff(before, after);
      const without = (gone: Piece['kind']) =>
        pieces
          .filter(({ kind }) => kind !== gone)
          .map(({ text }) => text)
          .join('');
      expect(without('added')).toBe(before);
      expect(without('removed')).toBe(after);
    }),
  );
});

test('two long texts that have nothing in common are one change, however long they are', () => {
  const words = (word: string) => Array.from({ length: 2500 }, (_, i) => `${word}${i}`).join(' ');
  expect(wordDiff(words('a'), words('b')).map(({ kind }) => kind)).toEqual(['removed', 'added']);
});
