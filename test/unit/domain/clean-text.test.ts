import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanLine, cleanText } from '../../../src/domain/clean-text.ts';

test.each([
  ['all kinds of line ends become one', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
  ['control characters go, line ends and tabs stay', 'a\u0000b\u001b\tc\nd', 'ab\tc\nd'],
  ['half a surrogate becomes a replacement mark', 'a\ud83dz', 'a\ufffdz'],
  ['an emoji of many parts stays whole', '👨‍👩‍👧 ok', '👨‍👩‍👧 ok'],
  ['invisible ends go', '\u200b a \ufeff', 'a'],
])('%s', (_, text, clean) => {
  expect(cleanText(text)).toBe(clean);
});

test('a line has no line ends', () => {
  expect(cleanLine('Ada\nLovelace\r\nX')).toBe('Ada Lovelace X');
});

test('cleaning twice is cleaning once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(cleanText(cleanText(text))).toBe(cleanText(text));
      expect(cleanLine(cleanLine(text))).toBe(cleanLine(text));
    }),
  );
});
