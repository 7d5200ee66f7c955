import { spawn } from 'node:child_process';
import { CommandError } from './command-error.ts';
import { projectRoot } from './project-root.ts';
import { runCommand } from './run-command.ts';
import { parseTestOptions, testHelp } from './test-options.ts';
import { type ProgramResult, type StepDeps, type StepResult, steps } from './test-steps.ts';
import { quietWrangler } from './wrangler.ts';

/** A step that takes longer than this hangs. */
const STEP_LIMIT_MS = 30 * 60_000;

const say = (line: string) => process.stdout.write(`${line}\n`);

async function main(argv: string[]): Promise<void> {
  const names = parseTestOptions(argv);
  if (names === null) {
    process.stdout.write(testHelp);
    return;
  }
  const total = { passed: 0, failed: 0 };
  for (const name of names) {
    const { title, run } = steps[name];
    say(`${title} …`);
    const started = Date.now();
    const { passed, failed, output } = await run({ run: runProgram, say }).catch(tellFailure);
    if (failed > 0) say(output.trimEnd());
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    say(
      `  ${failed > 0 ? `${failed} failed, ${passed} passed` : `${passed} passed`} in ${seconds} s`,
    );
    total.passed += passed;
    total.failed += failed;
  }
  say(`${total.passed} passed, ${total.failed} failed`);
  if (total.failed > 0) process.exitCode = 1;
}

/** What a person can mend fails its step and lets the others run. */
function tellFailure(error: unknown): StepResult {
  if (!(error instanceof CommandError)) throw error;
  return { passed: 0, failed: 1, output: error.message };
}

const runProgram: StepDeps['run'] = (args, env) =>
  new Promise<ProgramResult>((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: projectRoot,
      env: { ...process.env, ...quietWrangler, NO_COLOR: '1', FORCE_COLOR: '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: STEP_LIMIT_MS,
    });
    const pieces: Buffer[] = [];
    child.stdout.on('data', (piece: Buffer) => pieces.push(piece));
    child.stderr.on('data', (piece: Buffer) => pieces.push(piece));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code: code ?? 1, output: Buffer.concat(pieces).toString('utf8') });
    });
  });

if (import.meta.main) await runCommand(main);
