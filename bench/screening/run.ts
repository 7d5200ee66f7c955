/**
 * Measures the learning spam filter on real comments:
 *
 *     npm run bench:screening -- ../shared/data [result.json]
 *     npm run bench:screening -- ../shared/data --only abuse
 *
 * Prints one table with the bar beside each figure and writes the same as JSON. All splits and seeds
 * are fixed. A set that is missing is said to be and skipped.
 */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import type { Figure, Run } from './figures.ts';
import { abuse } from './protocols/abuse.ts';
import { blogByTime } from './protocols/blog-by-time.ts';
import { campaigns } from './protocols/campaigns.ts';
import { confusables } from './protocols/confusables.ts';
import { cost } from './protocols/cost.ts';
import { firstWeek } from './protocols/first-week.ts';
import { freshSite } from './protocols/fresh-site.ts';
import { newKind } from './protocols/new-kind.ts';
import { smsProtocol } from './protocols/sms.ts';
import { youtubeProtocols } from './protocols/youtube.ts';

const PROTOCOLS = [
  youtubeProtocols,
  smsProtocol,
  blogByTime,
  freshSite,
  firstWeek,
  newKind,
  confusables,
  campaigns,
  abuse,
  cost,
];

const { values, positionals } = parseArgs({
  options: { only: { type: 'string' } },
  allowPositionals: true,
});
const [folder = '../shared/data', given] = positionals;
const chosen = PROTOCOLS.filter(({ name }) => values.only === undefined || name === values.only);
if (chosen.length === 0) {
  throw new Error(`--only takes one of: ${PROTOCOLS.map(({ name }) => name).join(', ')}`);
}
const target = given ?? `bench/results/${values.only ?? 'screening'}.json`;
if (!existsSync(folder)) throw new Error(`no data folder at ${folder}`);
const sets = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
console.error(`${folder}: ${sets.map((entry) => entry.name).join(', ')}`);

const start = performance.now();
const run: Run = {
  folder,
  progress: (text) =>
    console.error(`${((performance.now() - start) / 1000).toFixed(0).padStart(4)} s  ${text}`),
};
const figures: Figure[] = [];
for (const protocol of chosen) figures.push(...(await protocol(run)));
const seconds = Math.round((performance.now() - start) / 1000);
console.log(table(figures));
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, `${JSON.stringify({ folder, seconds, figures }, null, 2)}\n`);
console.log(`${seconds} s; written to ${target}`);

function table(list: readonly Figure[]): string {
  const cells = list.map(({ protocol, figure, value, bar = '', met, note = '' }) => [
    protocol,
    figure,
    value,
    bar,
    met === undefined ? '' : met ? 'yes' : 'NO',
    note,
  ]);
  const rows = [['protocol', 'figure', 'value', 'bar', 'met', 'note'], ...cells];
  const widths = [0, 1, 2, 3, 4].map((column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
