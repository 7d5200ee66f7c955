import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Status, Verdict } from '../../../src/domain/comment.ts';
import type { Mode } from '../../../src/domain/site.ts';
import { canDecide, type DecidedStatus, statusAfterScreening } from '../../../src/domain/status.ts';

describe('after screening', () => {
  test.each<[Mode, Verdict, Status]>([
    ['auto', 'publish', 'published'],
    ['auto', 'hold', 'held'],
    ['auto', 'spam', 'spam'],
    ['auto', 'reject', 'rejected'],
    ['pre', 'publish', 'held'],
    ['pre', 'hold', 'held'],
    ['pre', 'spam', 'spam'],
    ['pre', 'reject', 'rejected'],
    ['post', 'publish', 'published'],
    ['post', 'hold', 'published'],
    ['post', 'spam', 'spam'],
    ['post', 'reject', 'rejected'],
  ])('in mode %s the verdict %s makes it %s', (mode, verdict, status) => {
    expect(statusAfterScreening(verdict, mode)).toBe(status);
  });
});

const decided: DecidedStatus[] = ['published', 'held', 'spam', 'rejected'];

describe('a moderator', () => {
  test('can move a comment between any two states', () => {
    for (const status of decided) {
      for (const to of decided.filter((one) => one !== status)) {
        expect(canDecide({ status, reviewed: true, reports: 0 }, to)).toBe(true);
      }
    }
  });

  test('can confirm what only screening has decided, once', () => {
    fc.assert(
      fc.property(fc.constantFrom(...decided), (status) => {
        expect(canDecide({ status, reviewed: false, reports: 0 }, status)).toBe(true);
        expect(canDecide({ status, reviewed: true, reports: 0 }, status)).toBe(false);
      }),
    );
  });

  test('can decide again about what readers have reported since', () => {
    const published = { status: 'published', reviewed: true, reports: 1 } as const;
    expect(canDecide(published, 'published')).toBe(true);
  });

  test('cannot bring back what its author has deleted', () => {
    for (const to of decided)
      expect(canDecide({ status: 'deleted', reviewed: false, reports: 0 }, to)).toBe(false);
  });
});
