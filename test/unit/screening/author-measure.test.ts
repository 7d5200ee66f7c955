import { describe, expect, test } from 'vitest';
import type { AuthorMeasure } from '../../../src/domain/author-measure.ts';
import { CHECKS } from '../../../src/screening/checks/index.ts';
import { screen } from '../../../src/screening/screen.ts';
import { aSubmission, before, NOW } from '../../support/builders.ts';

const measure = (change: Partial<AuthorMeasure> = {}): AuthorMeasure => ({
  id: 'm',
  kind: 'hold',
  by: 'Ada',
  at: before(1000),
  until: new Date(NOW.getTime() + 86_400_000),
  reason: null,
  endedAt: null,
  endedBy: null,
  ...change,
});

describe('a measure against an author', () => {
  test('decides however harmless the comment is', () => {
    const verdictOf = (given: AuthorMeasure | null) =>
      screen(aSubmission({ measure: given }), CHECKS).verdict;
    expect(verdictOf(null)).toBe('publish');
    expect(verdictOf(measure())).toBe('hold');
    expect(verdictOf(measure({ kind: 'ban' }))).toBe('reject');
  });

  test('is not for the author’s eyes: nothing is refused', () => {
    const { refusal } = screen(aSubmission({ measure: measure({ kind: 'ban' }) }), CHECKS);
    expect(refusal).toBeNull();
  });
});
