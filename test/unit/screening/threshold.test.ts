import { expect, it } from 'vitest';
import { holdThreshold } from '../../../src/screening/classifier/threshold.ts';

/** Scores whose tail falls off as an exponential one does. */
const tail = (size: number) => Array.from({ length: size }, (_, i) => -Math.log((i + 0.5) / size));

it('holds about the wanted share where there are many honest comments', () => {
  expect(holdThreshold(tail(20_000), 0.001)).toBeCloseTo(-Math.log(0.001), 0);
});

it('lies above every honest score while few are known', () => {
  expect(holdThreshold(tail(60), 0.001)).toBeGreaterThan(Math.max(...tail(60)));
});

it('does not depend on the order of the scores', () => {
  expect(holdThreshold(tail(500).reverse(), 0.001)).toBe(holdThreshold(tail(500), 0.001));
});

it('holds nothing while next to nothing is known', () => {
  expect(holdThreshold([1, 2, 3], 0.001)).toBe(Number.POSITIVE_INFINITY);
});
