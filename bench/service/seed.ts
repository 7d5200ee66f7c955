import type { Site } from '../../src/domain/site.ts';
import { DEFAULT_SCREENING } from '../../src/domain/site.ts';
import { openDatabase } from '../../src/store/database.ts';
import { saveSite } from '../../src/store/sites.ts';
import { english } from '../screening/corpus/english.ts';
import { seeded } from '../screening/seeded.ts';

export const SITE = 'bench';
export const THREADS = 1500;
export const SMALL = 20;
export const LARGE = 100_000;

/** 15 to 34 words, from honest sentences; no two numbers give the same text. */
export function comment(number: number): { name: string; body: string } {
  const random = seeded(number);
  const one = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? '';
  const words: string[] = [];
  while (words.length < 34) {
    const sentence = one(english.honest).replaceAll('{s}', () => one(english.subjects));
    words.push(...sentence.replaceAll('{n}', String(number)).split(' '));
  }
  const body = words.slice(0, 14 + (number % 20)).join(' ');
  return { name: `${one(english.names)} ${number}`, body: `${body} ${number}` };
}

export const page = (thread: number | 'large'): string => `https://paper.example/${thread}`;

/** Publishes what screening passes, has word lists, and does not take the bench for a flood. */
export async function addSite(db: D1Database): Promise<void> {
  const list = (tag: string) => Array.from({ length: 500 }, (_, i) => `${tag}word${i}`);
  const site: Site = {
    key: SITE,
    name: 'The Bench',
    origins: ['https://paper.example'],
    mode: 'auto',
    email: 'optional',
    website: 'off',
    closeAfterDays: null,
    editWindowMs: 600_000,
    maxLength: 5000,
    maxLinks: 2,
    banned: list('banned'),
    suspect: list('suspect'),
    screening: { ...DEFAULT_SCREENING, floodMode: 'off' },
    createdAt: new Date(0),
  };
  await saveSite(openDatabase(db), site);
}

/**
 * Copies the comments of thread 0 into all others and into the large one, in the database itself:
 * so many posts would take minutes.
 */
export async function fillThreads(db: D1Database, say: (line: string) => void): Promise<void> {
  const columns = await columnsOf(db, 'comments');
  for (let from = 1; from < THREADS; from += 100) {
    await copy(db, { columns, from, to: Math.min(THREADS, from + 100), large: false });
  }
  say(`${THREADS} threads of ${SMALL}`);
  for (let from = 0; from < LARGE / SMALL; from += 500) {
    await copy(db, { columns, from, to: from + 500, large: true });
    if (from % 2000 === 1500) say(`${(from + 500) * SMALL} of ${LARGE} comments in one thread`);
  }
}

type Copy = { columns: string[]; from: number; to: number; large: boolean };

async function copy(db: D1Database, { columns, from, to, large }: Copy): Promise<void> {
  const id = `printf('%08d%06d%06d', ${large ? 2 : 1}, n.i, c.seq)`;
  const changed = new Map([
    ['id', id],
    ['root_id', id],
    ['thread_id', large ? `'large000000000000000'` : `printf('thread%014d', n.i)`],
    ['author_hash', `c.author_hash || '${large}' || n.i`],
    ['address_hash', `c.address_hash || '${large}' || n.i`],
    ['body_hash', `c.body_hash || '${large}' || n.i`],
    ['request_key', 'NULL'],
    ['trace', 'NULL'],
  ]);
  const values = columns.map((column) => changed.get(column) ?? `c.${column}`);
  const threads = `INSERT INTO threads (id, site_key, page, url, title, created_at)
    SELECT ${large ? `'large000000000000000'` : `printf('thread%014d', n.i)`}, site_key,
      'paper.example/' || ${large ? `'large'` : 'n.i'}, 'https://paper.example/' || ${large ? `'large'` : 'n.i'},
      title, created_at FROM threads, n WHERE page = 'paper.example/0' ON CONFLICT DO NOTHING`;
  // D1 binds every number as a real one, whose text would end in .0.
  const numbers =
    'WITH RECURSIVE n(i) AS (SELECT CAST(?1 AS INTEGER) UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?2)';
  await db.batch([
    db.prepare(`${numbers} ${threads}`).bind(from, large ? from + 1 : to),
    db
      .prepare(
        `${numbers} INSERT INTO comments (${columns.join(', ')}) SELECT ${values.join(', ')}
         FROM n, comments AS c WHERE c.thread_id = (SELECT id FROM threads WHERE page = 'paper.example/0')`,
      )
      .bind(from, to),
  ]);
}

/** All but the row's own number. */
async function columnsOf(db: D1Database, tableName: string): Promise<string[]> {
  const { results } = await db
    .prepare('SELECT name FROM pragma_table_info(?1)')
    .bind(tableName)
    .all<{ name: string }>();
  return results.map(({ name }) => name).filter((name) => name !== 'seq');
}
