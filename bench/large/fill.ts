import { type Block, plainText } from '../../src/domain/body.ts';
import { newId } from '../../src/domain/new-id.ts';
import { BODY_PARSER, parseBody } from '../../src/domain/parse-body.ts';
import { DEFAULT_SCREENING, type Site } from '../../src/domain/site.ts';
import { fingerprint } from '../../src/screening/campaign.ts';
import { writeTrace } from '../../src/store/campaigns.ts';
import { openDatabase } from '../../src/store/database.ts';
import { saveSite } from '../../src/store/sites.ts';
import { english } from '../screening/corpus/english.ts';
import { seeded } from '../screening/seeded.ts';

export const LARGE_SITE = 'large';
/** Whose comments are every fortieth: as many as the busiest reader of a big site has written. */
export const BUSIEST = 'busiest';
/** Whoever has decided. */
export const MODERATOR = { id: 'large-moderator', name: 'Marta Large' };
/** Stands in one comment of 5,000; a search for it has few hits in any number of comments. */
export const RARE = 'ferrywharf';

const YEARS_MS = 2 * 365 * 86_400_000;
/** Rows of one statement: together they stay below the two megabytes that D1 takes. */
const AT_ONCE = 500;
/** Rows of one transaction: the indexes, whose keys lie all over, are written once for them all. */
const TOGETHER = 20 * AT_ONCE;
const PER_THREAD = 50;
const AUTHORS = 40_000;

export type Fill = { comments: number; now: Date; say: (line: string) => void };

/**
 * A site with so many comments, written straight into the database: published ones and what a desk
 * has to do, with their traces, reports and decisions. Stopped and run again it goes on where it
 * stopped; run with a larger number it adds what is missing. Answers how many it has written.
 */
export async function fillLarge(db: D1Database, { comments, now, say }: Fill): Promise<number> {
  await saveSite(openDatabase(db), largeSite(now));
  const there = await db
    .prepare('SELECT COUNT(*) AS count FROM comments WHERE site_key = ?1')
    .bind(LARGE_SITE)
    .first<{ count: number }>();
  const from = there?.count ?? 0;
  const begun = now.getTime() - YEARS_MS;
  const writer = new Writer({ begun, step: YEARS_MS / Math.max(comments, from + 1) });
  await addThreads(db, { count: Math.ceil(comments / PER_THREAD), begun });
  await indexInBlocksOf(db, LARGE_BLOCK);
  const started = performance.now();
  for (let done = from; done < comments; ) {
    const end = Math.min(done + TOGETHER, comments);
    const statements: D1PreparedStatement[] = [];
    while (done < end) {
      const rows: Row[] = [];
      while (done < end && rows.length < AT_ONCE) rows.push(writer.write(done++));
      statements.push(...statementsOf(db, rows));
    }
    await db.batch(statements);
    const rate = (done - from) / ((performance.now() - started) / 1000);
    const left = (comments - done) / rate;
    say(`${done} of ${comments} comments, ${rate.toFixed(0)} a second, ${left.toFixed(0)} s left`);
  }
  await indexInBlocksOf(db, USUAL_BLOCK);
  return Math.max(0, comments - from);
}

/** Bytes of an index for searching that FTS5 collects before it writes them and merges them. */
const LARGE_BLOCK = 64 * 1024 * 1024;
const USUAL_BLOCK = 1024 * 1024;

/** A stopped fill leaves large blocks behind, which changes no answer; the next one ends with usual ones. */
async function indexInBlocksOf(db: D1Database, bytes: number): Promise<void> {
  const indexes = ['comment_search', 'comment_traces', 'thrown_out'];
  await db.batch(
    indexes.map((name) =>
      // D1 binds every number as a real one, which FTS5 takes for none.
      db.prepare(`INSERT INTO ${name} (${name}, rank) VALUES ('hashsize', ${bytes})`),
    ),
  );
}

type Row = {
  id: string;
  thread: string;
  parent: string | null;
  ancestors: string[];
  place: number | null;
  name: string;
  email: string | null;
  source: string;
  body: Block[];
  status: 'published' | 'held' | 'spam' | 'rejected';
  reviewed: 0 | 1;
  findings: object[];
  author: string;
  address: string;
  text: string;
  at: number;
  trace: string | null;
  report: string | null;
};

/** Every comment follows from its number alone, but for which one it answers. */
class Writer {
  readonly given: { begun: number; step: number };
  readonly tops = new Map<string, { id: string; answers: number }>();

  constructor(given: { begun: number; step: number }) {
    this.given = given;
  }

  write(number: number): Row {
    const random = seeded(number);
    const at = Math.floor(this.given.begun + number * this.given.step);
    const id = newId(new Date(at), () => Math.floor(random() * 32));
    // Half of all comments stand under the hundredth part of all articles.
    const spread = random() < 0.5 ? 0.01 : 1;
    const threads = Math.max(1, Math.floor((number / PER_THREAD + 1) * spread));
    const thread = threadId(Math.floor(random() * threads));
    const person = number % 40 === 0 ? BUSIEST : `reader${Math.floor(random() * AUTHORS)}`;
    const source = sentences(number, random);
    const { status, reviewed } = fate(random());
    const body = parseBody(source);
    const { parent, place } = this.put({ id, thread, isAnswer: random() < 0.4, status });
    const trace = fingerprint({ body: plainText(body), website: '', author: person });
    return {
      id,
      thread,
      parent,
      ancestors: parent === null ? [] : [parent],
      place,
      name: person,
      email: random() < 0.5 ? `${person}@mail.example` : null,
      source,
      body,
      status,
      reviewed,
      findings: status === 'published' ? [] : [FINDINGS[number % FINDINGS.length] ?? {}],
      author: `author-${person}`,
      address: `address-${person}`,
      text: `text-${number}`,
      at,
      trace: writeTrace(trace),
      report: status === 'published' && random() < 0.002 ? `report-${number}` : null,
    };
  }

  private put(row: { id: string; thread: string; isAnswer: boolean; status: Row['status'] }) {
    const top = this.tops.get(row.thread);
    const isShown = row.status === 'published';
    if (top === undefined || !row.isAnswer) {
      if (isShown) this.tops.set(row.thread, { id: row.id, answers: 0 });
      return { parent: null, place: 0 };
    }
    if (isShown) top.answers += 1;
    return { parent: top.id, place: isShown ? top.answers : null };
  }
}

const FINDINGS = [
  ['links', 'hold', 'Has 3 links.'],
  ['learned', 'hold', 'Looks like what was thrown out before.'],
  ['abuse', 'hold', 'Swears at somebody.'],
  ['newcomer', 'hold', 'Nothing by this author has been published yet.'],
].map(([check, verdict, message]) => ({ check, verdict, score: 0.6, message, matches: [] }));

function fate(chance: number): Pick<Row, 'status' | 'reviewed'> {
  if (chance < 0.26) return { status: 'published', reviewed: 1 };
  if (chance < 0.86) return { status: 'published', reviewed: 0 };
  if (chance < 0.9) return { status: 'held', reviewed: 0 };
  if (chance < 0.93) return { status: 'spam', reviewed: 0 };
  if (chance < 0.97) return { status: 'spam', reviewed: 1 };
  return { status: 'rejected', reviewed: 1 };
}

/** Two to four sentences and a few words that nobody else has, as texts of people have them. */
function sentences(number: number, random: () => number): string {
  const one = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? '';
  const own = Array.from({ length: 6 }, () => Math.floor(random() * 36 ** 5).toString(36));
  const some = Array.from({ length: 2 + Math.floor(random() * 3) }, () =>
    one(english.honest)
      .replaceAll('{s}', () => one(english.subjects))
      .replaceAll('{n}', String(number % 97)),
  );
  if (number % 5000 === 0) some.push(`I saw it from the ${RARE}.`);
  return `${some.join(' ')} ${own.join(' ')}`;
}

function statementsOf(db: D1Database, rows: Row[]): D1PreparedStatement[] {
  const json = JSON.stringify(rows);
  return [
    db
      .prepare(
        `INSERT INTO comments (id, site_key, thread_id, parent_id, root_id, ancestors, branch_seq, shown,
           name, email, source, body, body_parser, status, reviewed, verdict, findings, rules_version,
           address_hash, author_hash, body_hash, created_at, trace, version)
         SELECT value ->> 'id', ?2, value ->> 'thread', value ->> 'parent',
           COALESCE(value ->> 'parent', value ->> 'id'), value -> 'ancestors', value ->> 'place',
           value ->> 'status' = 'published', value ->> 'name', value ->> 'email', value ->> 'source',
           value -> 'body', ?3, value ->> 'status', value ->> 'reviewed',
           CASE value ->> 'status' WHEN 'published' THEN 'publish' WHEN 'held' THEN 'hold'
             WHEN 'spam' THEN 'spam' ELSE 'reject' END,
           value -> 'findings', 1, value ->> 'address', value ->> 'author', value ->> 'text',
           value ->> 'at', value ->> 'trace', 1 + (value ->> 'reviewed')
         FROM json_each(?1) WHERE true ON CONFLICT (id) DO NOTHING`,
      )
      .bind(json, LARGE_SITE, BODY_PARSER),
    db
      .prepare(
        `INSERT INTO decisions (id, comment_id, moderator_id, moderator, decided_at, from_status,
           from_reviewed, to_status, version)
         SELECT value ->> 'id', value ->> 'id', ?2, ?3, (value ->> 'at') + 600000,
           CASE value ->> 'status' WHEN 'published' THEN 'published' ELSE 'held' END, 0,
           value ->> 'status', 2
         FROM json_each(?1) WHERE value ->> 'reviewed' = 1 ON CONFLICT DO NOTHING`,
      )
      .bind(json, MODERATOR.id, MODERATOR.name),
    db
      .prepare(
        `INSERT INTO reports (comment_id, reader_hash, reason, created_at)
         SELECT value ->> 'id', value ->> 'report', 'insult', (value ->> 'at') + 60000
         FROM json_each(?1) WHERE value ->> 'report' IS NOT NULL AND value ->> 'reviewed' = 0
         ON CONFLICT DO NOTHING`,
      )
      .bind(json),
  ];
}

const threadId = (number: number): string => `large${String(number).padStart(15, '0')}`;

async function addThreads(db: D1Database, given: { count: number; begun: number }): Promise<void> {
  // D1 binds every number as a real one, whose text would end in .0.
  await db
    .prepare(
      `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?1)
       INSERT INTO threads (id, site_key, page, url, title, created_at)
       SELECT printf('large%015d', i), ?2, 'large.example/' || section || '/' || i,
         'https://large.example/' || section || '/' || i, 'Article ' || i || ' of ' || section, ?3
       FROM (SELECT i, CASE i % 4 WHEN 0 THEN 'city' WHEN 1 THEN 'sport' WHEN 2 THEN 'world'
               ELSE 'culture' END AS section FROM n) WHERE true ON CONFLICT DO NOTHING`,
    )
    .bind(given.count, LARGE_SITE, given.begun)
    .run();
}

function largeSite(now: Date): Site {
  return {
    key: LARGE_SITE,
    name: 'The Large',
    origins: ['https://large.example'],
    mode: 'auto',
    email: 'optional',
    website: 'off',
    closeAfterDays: null,
    editWindowMs: 600_000,
    maxLength: 5000,
    maxLinks: 2,
    banned: [],
    suspect: [],
    screening: DEFAULT_SCREENING,
    createdAt: now,
  };
}
