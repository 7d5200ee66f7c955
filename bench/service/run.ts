/**
 * Measures the service inside workerd: processor time of a request, how many a second, rows read
 * for a page, bytes of a page, bytes of what a reader loads:
 *
 *     npm run bench
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildWidget } from '../../cli/build-widget.ts';
import { runCommand } from '../../cli/run-command.ts';
import { table } from '../../cli/table.ts';
import { askOnce, get } from './load.ts';
import { type Kind, type Measured, measure, postOf, threadPath } from './measure.ts';
import { countRows } from './rows.ts';
import { type Runtime, startRuntime } from './runtime.ts';
import { addSite, fillThreads, LARGE, SMALL } from './seed.ts';

const help = `npm run bench -- [result.json]

Starts the Worker as it is deployed in a workerd of its own, with a database in memory, and measures
it against its budgets. Prints one table, writes the same as JSON (bench/results/service.json unless
told otherwise), leaves nothing else behind; takes about a minute and a half. Needs Linux: processor
time comes from /proc.
`;

const ROUND_MS = 5000;
const WARM_MS = 3000;
const CONNECTIONS = 16;

type Figure = { figure: string; value: string; bar: string; met?: boolean };

const KINDS = ['empty', 'cached', 'uncached', 'post'] as const satisfies readonly Kind[];
const NAMES = {
  cached: 'cached list',
  uncached: 'uncached list of 20',
  post: 'post with screening',
};
/** Requests a second of others, measured once on two cores; not a bar, but something to go by. */
const PEERS = {
  cached: 'Remark42 7000–8000/s',
  uncached: 'Isso 77/s, WordPress 40/s',
  post: 'Remark42 300/s, Isso 189/s, WordPress 112/s',
};
const BARS = { cached: 1, uncached: 3, post: 10 };

const gzip = (bytes: Uint8Array): number => gzipSync(bytes, { level: 9 }).length;

await runCommand(async ([target = 'bench/results/service.json']) => {
  if (target === '--help') {
    process.stdout.write(help);
    return;
  }
  say('Building and starting the Worker …');
  const runtime = await startRuntime();
  try {
    await prepare(runtime);
    const figures = [
      // First what is counted, while every thread is as it was filled.
      ...(await measureRows(runtime)),
      await measurePage(runtime),
      ...(await measureBundle()),
      ...(await measureTime(runtime)),
    ];
    const rows = figures.map(({ figure, value, bar, met }) => [figure, value, bar, verdict(met)]);
    process.stdout.write(table(['FIGURE', 'VALUE', 'BAR', ''], rows));
    const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`;
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, `${JSON.stringify({ machine, figures }, null, 2)}\n`);
    process.stdout.write(`Written to ${target}\n`);
  } finally {
    await runtime.stop();
  }
});

async function prepare({ db, service }: Runtime): Promise<void> {
  say('Filling the database …');
  await addSite(db);
  for (let number = 0; number < SMALL; number++) {
    const request = postOf(service, { number, thread: 0 });
    const answer = await askOnce(service, { request, status: 201 });
    if (!answer.includes('"status":"published"')) throw new Error(`Not published: ${answer}`);
  }
  await fillThreads(db, say);
}

/**
 * One at a time for processor time: where many wait, workerd saves a little by taking them together.
 * Many at once for how many a second there can be.
 */
async function measureTime(runtime: Runtime): Promise<Figure[]> {
  const one: Partial<Record<Kind, Measured>> = {};
  const many: Partial<Record<Kind, Measured>> = {};
  for (const kind of KINDS) {
    say(
      `${kind}: warming, then ${ROUND_MS / 1000} s one by one and ${ROUND_MS / 1000} s with ${CONNECTIONS} at once`,
    );
    await measure(runtime, { kind, connections: CONNECTIONS, ms: WARM_MS });
    one[kind] = await measure(runtime, { kind, connections: 1, ms: ROUND_MS });
    many[kind] = await measure(runtime, { kind, connections: CONNECTIONS, ms: ROUND_MS });
  }
  const rate = (kind: Kind) => (many[kind]?.requests ?? 0) / (many[kind]?.seconds ?? 1);
  const figures: Figure[] = [
    {
      figure: 'processor time of the empty route, taken off below',
      value: `${one.empty?.cpuMs.toFixed(2)} ms`,
      bar: '',
    },
  ];
  for (const kind of ['cached', 'uncached', 'post'] as const) {
    const cpu = (one[kind]?.cpuMs ?? Number.NaN) - (one.empty?.cpuMs ?? Number.NaN);
    figures.push({
      figure: `processor time, ${NAMES[kind]}`,
      value: `${cpu.toFixed(2)} ms`,
      bar: `≤ ${BARS[kind]} ms`,
      met: cpu <= BARS[kind],
    });
  }
  figures.push({
    figure: 'throughput, empty route',
    value: `${rate('empty').toFixed(0)}/s`,
    bar: '',
  });
  for (const kind of ['cached', 'uncached', 'post'] as const) {
    const times = rate('empty') / rate(kind);
    figures.push({
      figure: `throughput, ${NAMES[kind]}`,
      value: `${rate(kind).toFixed(0)}/s, 1/${times.toFixed(0)} of the empty route`,
      bar: PEERS[kind],
    });
  }
  return figures;
}

async function measureRows({ db }: Runtime): Promise<Figure[]> {
  say('Counting rows …');
  const small = Math.max(...(await countRows(db, 1)));
  const large = Math.max(...(await countRows(db, 'large')));
  const figure = (comments: number, rows: number): Figure => ({
    figure: `rows read for a page of 20, thread of ${comments}, at most`,
    value: `${rows}`,
    bar: '≤ 30',
    met: rows <= 30,
  });
  return [figure(SMALL, small), figure(LARGE, large)];
}

async function measurePage({ service }: Runtime): Promise<Figure> {
  const request = get(service, threadPath(0, 'newest'));
  const body = Buffer.from(await askOnce(service, { request, status: 200 }), 'latin1');
  return weigh('page of 20 comments of 15 to 34 words', { bytes: gzip(body), bar: 3000 });
}

async function measureBundle(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'belowline-bench-'));
  try {
    await buildWidget(folder);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const sizes = new Map(
      files
        .filter((file) => file.endsWith('.js'))
        .map((file) => [basename(file), gzip(readFileSync(join(folder, file)))]),
    );
    const embed = sizes.get('embed.js') ?? Number.NaN;
    const app = sizes.get('app.js') ?? Number.NaN;
    const all = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    return [
      weigh('embed.js', { bytes: embed, bar: 1500 }),
      weigh('all that shows comments and form', { bytes: embed + app, bar: 9000 }),
      weigh('all that is loaded on use, all languages', { bytes: all - embed - app, bar: 24_000 }),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function weigh(what: string, { bytes, bar }: { bytes: number; bar: number }): Figure {
  return { figure: `${what}, gzip`, value: `${bytes} B`, bar: `≤ ${bar} B`, met: bytes <= bar };
}

function verdict(met: boolean | undefined): string {
  if (met === undefined) return '';
  return met ? 'reached' : 'MISSED';
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
