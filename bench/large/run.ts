/**
 * What the desk and the readers cost in a database of very many comments: rows read and time in the
 * database, beside the same in a small one.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { badArgument } from '../../cli/command-error.ts';
import { openLocal } from '../../cli/database.ts';
import { parseArguments } from '../../cli/parse-arguments.ts';
import { runCommand } from '../../cli/run-command.ts';
import { table } from '../../cli/table.ts';
import { type Asked, acts } from './acts.ts';
import { fillLarge } from './fill.ts';

const help = `npm run bench:large -- [--comments N] [--state DIR] [--result FILE]

Measures queue pages, search, an author's history, clusters and the pages of readers in a database of N
comments (1000000), and of 20000 beside it: rows read, and the median time in the database. With --state
the large one is kept in that folder and filled only once (see npm run seed); else both are temporary.
`;
const SMALL = 20_000;
const ROUNDS = 7;

type Figure = { act: string; rows: number; ms: number };

await runCommand(async (argv) => {
  const { values, positionals } = parseArguments(argv, {
    comments: { type: 'string' },
    state: { type: 'string' },
    result: { type: 'string' },
    help: { type: 'boolean' },
  });
  if (values.help === true) {
    process.stdout.write(help);
    return;
  }
  if (positionals.length > 0) throw badArgument(`"${positionals[0]}" is unknown; use --help.`);
  const comments = Number(values.comments ?? 1_000_000);
  if (!Number.isInteger(comments) || comments < 1000 || comments > 5_000_000) {
    throw badArgument(
      `--comments is "${values.comments}"; give a whole number from 1000 to 5000000.`,
    );
  }
  const temporary = mkdtempSync(join(tmpdir(), 'belowline-bench-'));
  try {
    const small = await measureIn(join(temporary, 'small'), SMALL);
    const large = await measureIn(values.state ?? join(temporary, 'large'), comments);
    print({ small, large, comments });
    save(values.result ?? 'bench/results/large.json', { small, large, comments });
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
});

async function measureIn(state: string, comments: number): Promise<Figure[]> {
  mkdirSync(state, { recursive: true });
  const { env, close } = await openLocal(state);
  try {
    await fillLarge(env.DB, { comments, now: new Date(), say });
    const figures: Figure[] = [];
    for (const { act, run } of await acts(env.DB)) {
      say(`${comments} comments: ${act} …`);
      figures.push({ act, ...(await measure(run)) });
    }
    return figures;
  } finally {
    await close();
  }
}

/** Rows of one run, which are the same each time, and the median time. */
async function measure(run: () => Promise<Asked>): Promise<{ rows: number; ms: number }> {
  const all: Asked[] = [];
  for (let round = 0; round < ROUNDS; round++) all.push(await run());
  const times = all.map(({ ms }) => ms).sort((a, b) => a - b);
  return { rows: all[0]?.rows ?? 0, ms: times[Math.floor(ROUNDS / 2)] ?? Number.NaN };
}

type All = { small: Figure[]; large: Figure[]; comments: number };

function print({ small, large, comments }: All): void {
  const rows = large.map(({ act, rows, ms }, at) => [
    act,
    `${small[at]?.rows}`,
    `${rows}`,
    `${small[at]?.ms.toFixed(1)} ms`,
    `${ms.toFixed(1)} ms`,
  ]);
  const heads = ['', `ROWS IN ${SMALL}`, `IN ${comments}`, `TIME IN ${SMALL}`, `IN ${comments}`];
  process.stdout.write(table(heads, rows));
}

function save(target: string, figures: All): void {
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`;
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, `${JSON.stringify({ machine, ...figures }, null, 2)}\n`);
  process.stdout.write(`Written to ${target}\n`);
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
