import { describe, expect, it } from 'vitest';
import { countOne, countPlaywright, countVitest } from '../../../cli/test-counts.ts';

describe('what npm test counts', () => {
  it('is every test of vitest and of Playwright', () => {
    const vitest = JSON.stringify({ numPassedTests: 12, numFailedTests: 2 });
    expect(countVitest(vitest, 1)).toEqual({ passed: 12, failed: 2 });
    const playwright = JSON.stringify({
      stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 0 },
    });
    expect(countPlaywright(playwright, 1)).toEqual({ passed: 5, failed: 2 });
  });

  it('is one for every other step', () => {
    expect(countOne(0)).toEqual({ passed: 1, failed: 0 });
    expect(countOne(3)).toEqual({ passed: 0, failed: 1 });
  });

  it('is one failure for a file that could not even be loaded', () => {
    const broken = { status: 'failed', assertionResults: [] };
    const failing = { status: 'failed', assertionResults: [{ status: 'failed' }] };
    const report = { numPassedTests: 3, numFailedTests: 1, testResults: [broken, failing] };
    expect(countVitest(JSON.stringify(report), 1)).toEqual({ passed: 3, failed: 2 });
  });

  it('is a failure where a run broke before it could report, or after all tests passed', () => {
    expect(countVitest(null, 1)).toEqual({ passed: 0, failed: 1 });
    expect(countVitest('{"numPassed', 1)).toEqual({ passed: 0, failed: 1 });
    expect(countVitest(JSON.stringify({ numPassedTests: 9, numFailedTests: 0 }), 1)).toEqual({
      passed: 9,
      failed: 1,
    });
    expect(countPlaywright('{}', 1)).toEqual({ passed: 0, failed: 1 });
  });

  it('is a failure where nothing ran at all', () => {
    expect(countVitest(JSON.stringify({ numPassedTests: 0, numFailedTests: 0 }), 0).failed).toBe(1);
  });
});
