import { globSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findOrInstallChromium } from './find-chromium.ts';
import { freePort } from './free-port.ts';
import { projectRoot } from './project-root.ts';
import { type Counts, countOne, countPlaywright, countVitest } from './test-counts.ts';
import type { StepName } from './test-options.ts';
import { wranglerProgram } from './wrangler.ts';

export type ProgramResult = { code: number; output: string };

export type StepDeps = {
  /** Runs one of Node's programs in the project's folder to its end. */
  run: (args: string[], env?: Record<string, string>) => Promise<ProgramResult>;
  say: (line: string) => void;
};

export type StepResult = Counts & { output: string };

type Step = { title: string; run: (deps: StepDeps) => Promise<StepResult> };

const program = (path: string) => join(projectRoot, 'node_modules', path);
/** Beside Playwright's own folder, which it empties. */
const reports = join(projectRoot, 'node_modules/.cache/test-reports');

/** The parts of `npm test`; their order is that of `stepNames`. */
export const steps: Record<StepName, Step> = {
  types: { title: 'Types', run: checkTypes },
  lint: {
    title: 'Lint and format',
    run: (deps) => check(deps, [program('@biomejs/biome/bin/biome'), 'ci', '--colors=off']),
  },
  unit: {
    title: 'Unit tests',
    run: (deps) => vitest(deps, { report: 'unit', projects: ['unit', 'browser-code'] }),
  },
  worker: {
    title: 'Tests inside the Workers runtime',
    run: (deps) => vitest(deps, { report: 'worker', projects: ['worker'] }),
  },
  build: { title: 'Build', run: (deps) => check(deps, ['cli/build.ts']) },
  deploy: {
    title: 'Deployment, dry run',
    run: (deps) => check(deps, [wranglerProgram, 'deploy', '--dry-run', '--outdir', 'dist/worker']),
  },
  e2e: { title: 'Browser tests', run: playwright },
};

async function check({ run }: StepDeps, args: string[]): Promise<StepResult> {
  const { code, output } = await run(args);
  return { ...countOne(code), output };
}

/**
 * The bindings' types as generated from wrangler.toml, then every project: each tsconfig below the
 * root, which only lists them.
 */
async function checkTypes({ run }: StepDeps): Promise<StepResult> {
  const files = globSync('{*,*/*}/tsconfig.json', {
    cwd: projectRoot,
    exclude: (name) => name === 'node_modules' || name === 'dist',
  });
  const tsc = program('typescript/bin/tsc');
  const bindings = [wranglerProgram, 'types', '--include-runtime=false', '--check'];
  const checks = [
    [...bindings, 'worker-configuration.d.ts'],
    ...files.toSorted().map((file) => [tsc, '-p', dirname(file), '--pretty', 'false']),
  ];
  let output = '';
  let failed = 0;
  for (const args of checks) {
    const result = await run(args);
    failed += result.code === 0 ? 0 : 1;
    output += result.output;
  }
  return { ...countOne(failed), output };
}

async function vitest(
  { run }: StepDeps,
  { report, projects }: { report: string; projects: string[] },
): Promise<StepResult> {
  const file = freshReport(`${report}.json`);
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const chosen = projects.flatMap((project) => ['--project', project]);
  const { code, output } = await run([program('vitest/vitest.mjs'), ...args, ...chosen]);
  return { ...countVitest(readReport(file), code), output };
}

async function playwright({ run, say }: StepDeps): Promise<StepResult> {
  const chromium = findOrInstallChromium(say);
  const file = freshReport('e2e.json');
  const port = await freePort(8897);
  const demoPort = await freePort(port + 1);
  const { code, output } = await run(
    [program('@playwright/test/cli.js'), 'test', '--reporter=list,json'],
    {
      CHROMIUM_PATH: chromium,
      PLAYWRIGHT_JSON_OUTPUT_NAME: file,
      BELOWLINE_E2E_PORT: String(port),
      BELOWLINE_E2E_DEMO_PORT: String(demoPort),
    },
  );
  return { ...countPlaywright(readReport(file), code), output };
}

function freshReport(name: string): string {
  const file = join(reports, name);
  rmSync(file, { force: true });
  return file;
}

function readReport(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
