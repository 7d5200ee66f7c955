import { type Browser, chromium } from '@playwright/test';
import { findOrInstallChromium } from '../../cli/find-chromium.ts';
import { runCommand } from '../../cli/run-command.ts';
import { table } from '../../cli/table.ts';
import { startService } from '../start-service.ts';
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
  say('Starting a service …');
  const { worker, paper, stop } = await startService();
  const browser = await chromium.launch({
    executablePath: findOrInstallChromium(say),
    // Chromium refuses to start as root with its sandbox.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const article = `${paper}/daily-planet/bench`;
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
    await stop();
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
