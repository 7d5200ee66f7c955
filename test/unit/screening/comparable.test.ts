import { expect, test } from 'vitest';
import { comparable } from '../../../src/screening/comparable.ts';

test.each([
  ['Thank  YOU, all!', 'thank you all'],
  ['thank you all', 'Thänk you… all'],
  ['cheap pills', 'сhеар рills'],
])('readers would call “%s” and “%s” the same', (a, b) => {
  expect(comparable(a)).toBe(comparable(b));
});

test('signs alone are compared as they stand', () => {
  expect(comparable('!!!')).not.toBe(comparable('???'));
});
