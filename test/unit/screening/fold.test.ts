import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparable } from '../../../src/screening/comparable.ts';
import { fold, originalOf } from '../../../src/screening/fold.ts';

const text = fc.string({ unit: 'binary' });

test('folding twice is folding once', () => {
  fc.assert(
    fc.property(text, (one) => {
      expect(fold(fold(one).text).text).toBe(fold(one).text);
    }),
    { numRuns: 1000 },
  );
});

test('every place in the folded text leads to one in the original', () => {
  fc.assert(
    fc.property(text, (one) => {
      const folded = fold(one);
      expect(folded.at).toHaveLength(folded.text.length + 1);
      expect(folded.at.every((at, i) => at >= (folded.at[i - 1] ?? 0) && at <= one.length)).toBe(
        true,
      );
      expect(originalOf(folded, { start: 0, end: folded.text.length })).toBe(
        one.slice(folded.at[0]),
      );
    }),
  );
});

test.each([
  ['Thank  YOU, all!', 'thank you all'],
  ['thank you all', 'Thänk you… all'],
])('readers would call “%s” and “%s” the same', (a, b) => {
  expect(comparable(a)).toBe(comparable(b));
});

test('signs alone are compared as they stand', () => {
  expect(comparable('!!!')).not.toBe(comparable('???'));
});
