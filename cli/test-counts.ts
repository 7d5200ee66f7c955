/** What a step of `npm test` found. */
export type Counts = { passed: number; failed: number };

/** A step that is one check: it passes or fails as a whole. */
export function countOne(exitCode: number): Counts {
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** From vitest's JSON report. A run that broke without a failed test, or ran none, failed once. */
export function countVitest(report: string | null, exitCode: number): Counts {
  const found = readNumbers(report, ['numPassedTests', 'numFailedTests']);
  return settle({ passed: found[0] ?? 0, failed: found[1] ?? 0 }, exitCode);
}

/** From Playwright's JSON report, likewise. */
export function countPlaywright(report: string | null, exitCode: number): Counts {
  const found = readNumbers(report, ['expected', 'unexpected', 'flaky'], 'stats');
  return settle({ passed: found[0] ?? 0, failed: (found[1] ?? 0) + (found[2] ?? 0) }, exitCode);
}

function settle({ passed, failed }: Counts, exitCode: number): Counts {
  const isBroken = failed === 0 && (exitCode !== 0 || passed === 0);
  return { passed, failed: isBroken ? 1 : failed };
}

function readNumbers(report: string | null, fields: string[], below?: string): number[] {
  try {
    const whole: unknown = JSON.parse(report ?? 'null');
    const value = below === undefined ? whole : Reflect.get(Object(whole), below);
    return fields.map((field) => {
      const number: unknown = Reflect.get(Object(value), field);
      return typeof number === 'number' ? number : 0;
    });
  } catch {
    return [];
  }
}
