import { execFileSync } from 'node:child_process';
import { chromium } from '@playwright/test';
import { findOrInstallChromium } from '../../cli/find-chromium.ts';
import { projectRoot } from '../../cli/project-root.ts';
import { runCommand } from '../../cli/run-command.ts';
import { table } from '../../cli/table.ts';
import { type Service, startService } from '../start-service.ts';
import { holdComments } from './hold-comments.ts';
import { LATENCY, type Walk, walkQueue } from './walk-queue.ts';

const COMMENTS = 100;
const SITE = 'bench-desk';
const MODERATOR = 'ines@belowline.example';
/** ms from a key to its paint, of 98 keys in 100. */
const BAR = 50;

const help = `npm run bench:desk -- [--json]

Clears a queue of ${COMMENTS} held comments by keyboard alone in a real Chromium, each request slowed
down by ${LATENCY} ms: how long a key takes until it is painted, what is sent, how long it takes.
Starts a service of its own in a temporary folder and leaves nothing behind; takes about a minute.
`;

await runCommand(async (argv) => {
  if (argv.includes('--help')) {
    process.stdout.write(help);
    return;
  }
  say('Starting a service …');
  const service = await startService();
  const browser = await chromium.launch({
    executablePath: findOrInstallChromium(say),
    // Chromium refuses to start as root with its sandbox.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const { worker, paper } = service;
    command(service, 'site', 'add', SITE, '--name', 'Bench', '--origins', paper);
    say(`Posting ${COMMENTS} comments …`);
    const article = `${paper}/${SITE}/fog`;
    await holdComments({ worker, site: SITE, article, comments: COMMENTS });
    const printed = command(service, 'moderator', 'link', MODERATOR, '--origin', worker);
    const link = /https?:\S+/.exec(printed)?.[0] ?? '';
    say('Walking …');
    const walk = await walkQueue(browser, { worker, link, site: SITE, comments: COMMENTS });
    const figures = figuresOf(walk);
    if (argv.includes('--json')) process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
    else process.stdout.write(draw(figures));
  } finally {
    await browser.close();
    await service.stop();
  }
});

type Figure = { name: string; bar: string; value: string; reached: boolean | null };

function figuresOf(walk: Walk): Figure[] {
  const sorted = walk.paints.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
  const ms = (value: number) => `${value.toFixed(1)} ms`;
  const s = (value: number) => `${(value / 1000).toFixed(1)} s`;
  const told = (name: string, value: string) => ({ name, bar: '', value, reached: null });
  const zero = (name: string, value: number) => ({
    ...{ name, bar: '0', value: String(value), reached: value === 0 },
  });
  return [
    told('key to paint, p50', ms(at(0.5))),
    { name: 'key to paint, p98', bar: `< ${BAR} ms`, value: ms(at(0.98)), reached: at(0.98) < BAR },
    told('key to paint, longest', ms(at(1))),
    zero('keys painted without their effect', walk.late),
    zero('comments still held afterwards', walk.left),
    told('requests with decisions', String(walk.sent)),
    told('requests in all', String(walk.requests)),
    told('until the last card was gone', s(walk.cleared)),
    told('until all was stored', s(walk.stored)),
  ];
}

function command({ state }: Service, name: 'site' | 'moderator', ...given: string[]): string {
  const file = `cli/${name}.ts`;
  const args = [file, ...given, '--state', state];
  return execFileSync(process.execPath, args, { cwd: projectRoot, encoding: 'utf8' });
}

function draw(figures: Figure[]): string {
  const rows = figures.map(({ name, bar, value, reached }) => [
    name,
    bar,
    value,
    reached === null ? '' : reached ? 'reached' : 'MISSED',
  ]);
  return table(['FIGURE', 'BAR', 'MEASURED', ''], rows);
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
