import type { ListedThread, ThreadList, ThreadListAsk } from '../domain/thread-list.ts';
import { type Database, rowsOf } from './database.ts';
import { THREAD_COLUMNS, THREAD_OF_PAGE, type ThreadRow, toThread } from './threads.ts';

type Row = ThreadRow & { newest: number; newest_at: number | null };

/** Comments that one look brings into the list; what is left comes with the next one. */
const STEP = 5_000;
const STEPS = 4;
/** A search looks at so many threads at most. */
const MOST_HITS = 1_000;
const SHORTEST = 3;

/**
 * Threads by their newest comment, whatever became of it; with a text those that have it in their
 * title or address. Rows read have a ceiling.
 */
export async function listThreads(db: Database, ask: ThreadListAsk): Promise<ThreadList> {
  await bringUpToDate(db);
  const before = ask.before ?? Number.MAX_SAFE_INTEGER;
  const limit = ask.limit + 1;
  const results = await db.read(
    ask.siteKeys.flatMap((siteKey) => {
      const found = ask.text === null ? null : { siteKey, text: ask.text, before, limit };
      const at = ask.page === null || ask.before !== null ? null : { siteKey, page: ask.page };
      return [
        found === null ? ofSite(db, { siteKey, before, limit }) : searchSite(db, found),
        ...(at === null ? [] : [ofPage(db, at)]),
      ];
    }),
  );
  const rows = results.flatMap((result) => rowsOf<Row>(result));
  const once = [...new Map(rows.map((row) => [row.id, row])).values()];
  once.sort((a, b) => b.newest - a.newest);
  const page = once.slice(0, ask.limit);
  return {
    threads: page.map(toListed),
    next: once.length > page.length ? (page.at(-1)?.newest ?? null) : null,
  };
}

const DRESSED = `${THREAD_COLUMNS.replace(/\w+/g, 't.$&')}, l.newest,
  (SELECT created_at FROM comments WHERE seq = l.newest) AS newest_at`;

function ofSite(
  db: Database,
  { siteKey, before, limit }: { siteKey: string; before: number; limit: number },
): D1PreparedStatement {
  return db.sql(
    `SELECT ${DRESSED} FROM thread_list l JOIN threads t ON t.id = l.thread_id
     WHERE l.site_key = ?1 AND l.newest < ?2 ORDER BY l.newest DESC LIMIT ?3`,
    siteKey,
    before,
    limit,
  );
}

function searchSite(
  db: Database,
  ask: { siteKey: string; text: string; before: number; limit: number },
): D1PreparedStatement {
  const isLong = [...ask.text].length >= SHORTEST;
  const looked = isLong
    ? // On the site itself: another one's titles would use the limit up.
      `SELECT s.rowid AS n FROM thread_search s CROSS JOIN thread_list o ON o.n = s.rowid AND o.site_key = ?2
       WHERE s.thread_search MATCH ?1 ORDER BY s.rowid DESC LIMIT ${MOST_HITS}`
    : `SELECT n FROM thread_list WHERE site_key = ?2 ORDER BY newest DESC LIMIT ${MOST_HITS}`;
  return db.sql(
    `SELECT ${DRESSED} FROM (${looked}) f JOIN thread_list l ON l.n = f.n
       JOIN threads t ON t.id = l.thread_id
     WHERE l.site_key = ?2 AND l.newest < ?3
       ${isLong ? '' : 'AND instr(lower(l.words), ?1) > 0'}
     ORDER BY l.newest DESC LIMIT ?4`,
    isLong ? `"${ask.text.replaceAll('"', '""')}"` : ask.text.toLowerCase(),
    ask.siteKey,
    ask.before,
    ask.limit,
  );
}

/** An address that leads to a thread, also one that the thread has moved on from. */
function ofPage(db: Database, at: { siteKey: string; page: string }): D1PreparedStatement {
  return db.sql(
    `SELECT ${DRESSED} FROM threads t JOIN thread_list l ON l.thread_id = t.id
     WHERE t.id = ${THREAD_OF_PAGE}`,
    at.siteKey,
    at.page,
  );
}

/** One thread with the time of its newest comment; null where it has none. */
export async function findListed(db: Database, id: string): Promise<ListedThread | null> {
  const [result] = await db.read([
    db.sql(
      `SELECT ${DRESSED} FROM threads t LEFT JOIN thread_list l ON l.thread_id = t.id
       WHERE t.id = ?1`,
      id,
    ),
  ]);
  const [row] = rowsOf<Row>(result);
  return row === undefined ? null : toListed(row);
}

/**
 * Takes the comments that came since into the list. The newest one that it knows of is where it
 * goes on, so two at once do the same thing twice and nothing is left out.
 */
async function bringUpToDate(db: Database): Promise<void> {
  for (let step = 0; step < STEPS; step++) {
    const [, left] = await db.write([takeIn(db), selectLeft(db)]);
    if (rowsOf(left).length === 0) return;
  }
}

const SINCE = 'seq > (SELECT COALESCE(MAX(newest), 0) FROM thread_list)';

function takeIn(db: Database): D1PreparedStatement {
  return db.sql(
    `INSERT INTO thread_list (thread_id, site_key, newest, words)
     SELECT t.id, t.site_key, f.newest, COALESCE(t.title || char(10), '') || COALESCE(t.url, t.page)
     FROM (SELECT thread_id, MAX(seq) AS newest FROM
             (SELECT thread_id, seq FROM comments WHERE ${SINCE} ORDER BY seq LIMIT ${STEP})
           GROUP BY thread_id) f
     JOIN threads t ON t.id = (SELECT COALESCE(merged_into, id) FROM threads WHERE id = f.thread_id)
     WHERE true
     ON CONFLICT (thread_id) DO UPDATE SET newest = MAX(newest, excluded.newest),
       words = excluded.words`,
  );
}

function selectLeft(db: Database): D1PreparedStatement {
  return db.sql(`SELECT 1 FROM comments WHERE ${SINCE} LIMIT 1`);
}

function toListed(row: Row): ListedThread {
  return {
    thread: toThread(row),
    newestAt: row.newest_at === null ? null : new Date(row.newest_at),
  };
}
