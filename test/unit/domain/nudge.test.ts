import { describe, expect, it, test } from 'vitest';
import type { Finding } from '../../../src/domain/comment.ts';
import { wordsToMend } from '../../../src/domain/nudge.ts';
import { DEFAULT_SCREENING, type Mode } from '../../../src/domain/site.ts';
import type { Screening } from '../../../src/domain/submission.ts';
import { CHECKS } from '../../../src/screening/checks/index.ts';
import { aSite } from '../../support/builders.ts';

const finding = (check: string, change: Partial<Finding> = {}): Finding => ({
  check,
  verdict: 'hold',
  score: 0.7,
  message: '',
  matches: [{ field: 'body', text: check === 'abuse' ? 'idiot' : 'liar' }],
  ...change,
});

const held = (...findings: Finding[]): Screening => ({ verdict: 'hold', findings, refusal: null });
const wordsOf = (screening: Screening, site = aSite()) =>
  wordsToMend(screening, site).map(({ text }) => text);

describe('a reader is told the words before they hold the comment', () => {
  it('where abuse or the site’s suspect words are the only reasons, each word once', () => {
    expect(wordsOf(held(finding('abuse')))).toEqual(['idiot']);
    expect(wordsOf(held(finding('suspect-words')))).toEqual(['liar']);
    expect(wordsOf(held(finding('abuse'), finding('abuse'), finding('suspect-words')))).toEqual([
      'idiot',
      'liar',
    ]);
  });

  it('and a finding that would publish is no other reason', () => {
    const screening = held(finding('abuse'), finding('links', { verdict: 'publish' }));
    expect(wordsOf(screening)).toEqual(['idiot']);
  });
});

describe('a reader is told nothing', () => {
  const others = CHECKS.map(({ name }) => name).filter(
    (name) => name !== 'abuse' && name !== 'suspect-words',
  );

  it.each(others)('where %s has something against the comment too', (other) => {
    expect(wordsOf(held(finding('abuse'), finding(other)))).toEqual([]);
    expect(wordsOf(held(finding(other)))).toEqual([]);
  });

  it.each(['spam', 'reject', 'publish'] as const)('where the verdict is %s', (verdict) => {
    expect(wordsOf({ ...held(finding('abuse')), verdict })).toEqual([]);
  });

  it.each<Mode>(['pre', 'post'])('in mode %s, where words make no difference', (mode) => {
    expect(wordsOf(held(finding('abuse')), aSite({ mode }))).toEqual([]);
  });

  it('where the site has switched it off', () => {
    const site = aSite({ screening: { ...DEFAULT_SCREENING, nudge: 'off' } });
    expect(wordsOf(held(finding('abuse')), site)).toEqual([]);
  });
});

test('the checks that a reader can mend are in the list of checks', () => {
  const names = CHECKS.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['abuse', 'suspect-words']));
});
