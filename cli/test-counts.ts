/** What a step of `npm test` found. */
export type Counts = { passed: number; failed: number };

/** A step that is one check: it passes or fails as a whole. */
export function countOne(exitCode: number): Counts {
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * From vitest's JSON report. A file that could not be loaded counts as one failed test; so does a
 * run that broke without any, or ran none.
 */
export function countVitest(report: string | null, exitCode: number): Counts {
  const found = readNumbers(report, ['numPassedTests', 'numFailedTests']);
  const failed = (found[1] ?? 0) + countBrokenFiles(report);
  return settle({ passed: found[0] ?? 0, failed }, exitCode);
}

function countBrokenFiles(report: string | null): number {
  const files = fieldOf(parse(report), 'testResults');
  const failed = (Array.isArray(files) ? files : []).filter(
    (file) => fieldOf(file, 'status') === 'failed',
  );
  return failed.filter((file) => {
    const tests = fieldOf(file, 'assertionResults');
    const all: unknown[] = Array.isArray(tests) ? tests : [];
    return !all.some((test) => fieldOf(test, 'status') === 'failed');
  }).length;
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
  const whole = parse(report);
  const value = below === undefined ? whole : fieldOf(whole, below);
  return fields.map((field) => {
    const number = fieldOf(value, field);
    return typeof number === 'number' ? number : 0;
  });
}

function fieldOf(value: unknown, field: string): unknown {
  return Reflect.get(Object(value), field);
}

function parse(report: string | null): unknown {
  try {
    return JSON.parse(report ?? 'null');
  } catch {
    return null;
  }
}
