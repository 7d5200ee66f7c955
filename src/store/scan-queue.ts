import type { About, Light, Narrow } from '../domain/narrow.ts';
import type { Queue } from '../domain/queue.ts';
import { type Bindable, type Database, rowsOf } from './database.ts';
import { IN_QUEUE } from './queues.ts';

export type ScanAsk = About & {
  oldestFirst: boolean;
  /** Only what stands behind this id in the order; null begins at the start. */
  after: string | null;
  /** Nothing newer than this id. */
  upto?: string;
  /** No more of them than this are needed. */
  limit: number;
};

/**
 * What was found, in order. `next` is where to look on: after the last one found, or, where few
 * were found among all that were looked at, after the last one looked at; null at the end.
 */
export type Scan = { found: Light[]; next: string | null };

/** So many comments of a queue are looked at in one go, over all of its ranges. */
export const LOOKED_AT = 1000;
/** And at least so many of each range: an admin has many sites. */
const OF_EACH = 20;

type Row = { id: string; version: number; created_at: number; reports: number; reach: number };
type End = { reached: string | null; looked: number };
type Clause = { text: string; values: Bindable[] };

/**
 * Looks for the comments of a queue that fit. Rows read have a ceiling, whatever the size of the
 * queue and however few fit: three of each comment that is looked at.
 */
export async function scanQueue(db: Database, ask: ScanAsk): Promise<Scan> {
  const ranges = ask.siteKeys.flatMap((siteKey) =>
    rangesOf(ask.queue, ask.narrow).map((range) => lookedAt(ask, { siteKey, range })),
  );
  if (ranges.length === 0) return { found: [], next: null };
  const each = Math.max(OF_EACH, Math.floor(LOOKED_AT / ranges.length));
  const results = await db.read(
    ranges.flatMap((range) => [
      selectFitting(db, { ask, range, each }),
      selectEnd(db, range, each),
    ]),
  );
  const found = results.flatMap((result, i) => (i % 2 === 0 ? rowsOf<Row>(result) : []));
  const ends = results.flatMap((result, i) => (i % 2 === 1 ? rowsOf<End>(result) : []));
  return join(ask, {
    found,
    cut: ends.flatMap((end) => (end.looked === each ? (end.reached ?? []) : [])),
  });
}

/** Behind the nearest end of a range nothing is sure: something of that range may come before it. */
function join(ask: ScanAsk, { found, cut }: { found: Row[]; cut: string[] }): Scan {
  const isBefore = (a: string, b: string) => (ask.oldestFirst ? a < b : a > b);
  const reached = cut.reduce<string | null>(
    (nearest, end) => (nearest === null || isBefore(end, nearest) ? end : nearest),
    null,
  );
  const sure = found.filter(({ id }) => reached === null || !isBefore(reached, id));
  sure.sort((a, b) => (isBefore(a.id, b.id) ? -1 : 1));
  const page = sure.slice(0, ask.limit);
  const next = sure.length > page.length ? (page.at(-1)?.id ?? null) : reached;
  return { found: page.map(toLight), next };
}

function rangesOf(queue: Queue, { reported }: Narrow): string[] {
  const isShort = reported === true && queue !== 'spam' && queue !== 'rejected';
  if (!isShort || queue === 'reported') return IN_QUEUE[queue];
  // Reported ones have an index of their own; it does not know who has been reviewed.
  return [`status = '${queue === 'held' ? 'held' : 'published'}' AND reports > 0`];
}

/** Ids of one range from where the scan stands: index entries alone. */
function lookedAt(ask: ScanAsk, { siteKey, range }: { siteKey: string; range: string }): Clause {
  const { narrow, after, upto, oldestFirst } = ask;
  const bounds: [string, string | null | undefined][] = [
    [oldestFirst ? 'id > ?' : 'id < ?', after],
    ['id >= ?', narrow.from],
    ['id < ?', narrow.before],
    ['id <= ?', upto],
  ];
  const set = bounds.flatMap(([text, value]) => (value == null ? [] : [{ text, value }]));
  const where = [`site_key = ?`, range, ...set.map(({ text }) => text)].join(' AND ');
  return {
    text: `SELECT seq, id FROM comments WHERE ${where} ORDER BY id ${oldestFirst ? '' : 'DESC'} LIMIT ?`,
    values: [siteKey, ...set.map(({ value }) => value)],
  };
}

function selectFitting(
  db: Database,
  { ask, range, each }: { ask: ScanAsk; range: Clause; each: number },
): D1PreparedStatement {
  const fits = conditionsOf(ask);
  return db.sql(
    `SELECT c.id, c.version, c.created_at, c.reports, t.count AS reach
     FROM (${range.text}) l CROSS JOIN comments c ON c.seq = l.seq CROSS JOIN threads t ON t.id = c.thread_id
     WHERE ${['true', ...fits.map(({ text }) => text)].join(' AND ')}
     ORDER BY l.id ${ask.oldestFirst ? '' : 'DESC'} LIMIT ?`,
    ...range.values,
    each,
    ...fits.flatMap(({ values }) => values),
    ask.limit + 1,
  );
}

function selectEnd(db: Database, range: Clause, each: number): D1PreparedStatement {
  const last = range.text.includes('DESC') ? 'MIN' : 'MAX';
  return db.sql(
    `SELECT ${last}(id) AS reached, COUNT(*) AS looked FROM (${range.text})`,
    ...range.values,
    each,
  );
}

function conditionsOf({ queue, narrow }: About): Clause[] {
  const { thread, section, check, author, language, links, reported } = narrow;
  const clauses: (Clause | false)[] = [
    thread !== undefined && { text: 'c.thread_id = ?', values: [thread] },
    section !== undefined && inSection(section),
    check !== undefined && {
      text: `EXISTS (SELECT 1 FROM json_each(c.findings) f WHERE f.value ->> 'check' = ?
               AND f.value ->> 'verdict' <> 'publish')`,
      values: [check],
    },
    author !== undefined && {
      text: `(instr(lower(c.name || char(10) || COALESCE(c.email, '')), ?) > 0 OR instr(c.name, ?) > 0)`,
      values: [author.toLowerCase(), author],
    },
    language !== undefined && { text: 'c.language IS ?', values: [language] },
    // A reader's own text cannot look like this: its quotation marks are escaped in JSON.
    links !== undefined && {
      text: `instr(c.body, '"type":"link"') ${links === 'with' ? '> 0' : '= 0'}`,
      values: [],
    },
    reported === true && { text: 'c.reports > 0', values: [] },
    reported === true && queue === 'unreviewed' && { text: 'c.reviewed = 0', values: [] },
  ];
  return clauses.filter((clause) => clause !== false);
}

/** A page is a host, a slash, and the path; a thread that goes by a key has none. */
function inSection(section: string): Clause {
  const path = `substr(t.page, instr(t.page, '/') + 1)`;
  return {
    text: `t.page NOT LIKE 'key:%' AND (${path} = ? OR substr(${path}, 1, ?) = ?)`,
    values: [section, [...section].length + 1, `${section}/`],
  };
}

function toLight(row: Row): Light {
  const { id, version, reports, reach } = row;
  return { id, version, reports, reach, createdAt: new Date(row.created_at) };
}
