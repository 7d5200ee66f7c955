import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { findOrInstallChromium } from '../../cli/find-chromium.ts';
import { freePort } from '../../cli/free-port.ts';
import { projectRoot } from '../../cli/project-root.ts';
import { runCommand } from '../../cli/run-command.ts';
import { table } from '../../cli/table.ts';
import { measureLoading } from './measure-loading.ts';
import { measureTyping } from './measure-typing.ts';
import { seedThread } from './seed-thread.ts';

const COMMENTS = 500;

const help = `npm run bench:reader -- [--json]

Measures in a real Chromium what a reader feels: bytes before and after they come near, layout
shift, the longest task while a page of 50 loads, and how long a key takes in a thread of ${COMMENTS}
shown comments. The processor is slowed down four times. Starts a service of its own in a
temporary folder and leaves nothing behind; takes about a minute.
`;

export type Figure = { name: string; bar: string; value: string; reached: boolean };
export type Place = { browser: Browser; worker: string; article: string };

await runCommand(async (argv) => {
  if (argv.includes('--help')) {
    process.stdout.write(help);
    return;
  }
  const state = mkdtempSync(join(tmpdir(), 'belowline-bench-'));
  const ports = [await freePort(8930), await freePort(8940)] as const;
  const [port, demoPort] = ports.map(String);
  const service = spawn(
    process.execPath,
    [
      'cli/start.ts',
      '--state',
      state,
      '--port',
      `${port}`,
      '--demo-port',
      `${demoPort}`,
      '--fresh',
    ],
    { cwd: projectRoot, stdio: 'ignore' },
  );
  const browser = await chromium.launch({
    executablePath: findOrInstallChromium(say),
    // Chromium refuses to start as root with its sandbox.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const worker = `http://localhost:${port}`;
    say('Starting a service …');
    await untilHealthy(worker);
    const article = `http://127.0.0.1:${demoPort}/daily-planet/bench`;
    // What is posted here would be a flood anywhere else.
    const calm = ['cli/site.ts', 'set', 'daily-planet', '--flood-mode', 'off', '--state', state];
    execFileSync(process.execPath, calm, { cwd: projectRoot });
    say(`Posting ${COMMENTS} comments …`);
    await seedThread({ worker, article, comments: COMMENTS });
    const place = { browser, worker, article };
    say('Loading …');
    const loading = await measureLoading(place);
    say('Typing …');
    const typing = await measureTyping(place, COMMENTS);
    const figures = [...loading, typing];
    if (argv.includes('--json')) process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
    else process.stdout.write(draw(figures));
  } finally {
    await browser.close();
    service.kill('SIGTERM');
    await new Promise((done) => service.once('exit', done));
    rmSync(state, { recursive: true, force: true });
  }
});

function draw(figures: Figure[]): string {
  const rows = figures.map(({ name, bar, value, reached }) => [
    name,
    bar,
    value,
    reached ? 'reached' : 'MISSED',
  ]);
  return table(['FIGURE', 'BAR', 'MEASURED', ''], rows);
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

async function untilHealthy(worker: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const answer = await fetch(`${worker}/healthz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`The service at ${worker} did not come up within a minute.`);
}
