import type { Thread } from '../domain/thread.ts';
import { type Database, rowsOf } from './database.ts';

type ThreadRow = {
  id: string;
  site_key: string;
  page: string;
  url: string | null;
  title: string | null;
  closed_at: number | null;
  count: number;
  created_at: number;
};

export const THREAD_COLUMNS = 'id, site_key, page, url, title, closed_at, count, created_at';

export function selectThread(
  db: Database,
  at: { siteKey: string; page: string },
): D1PreparedStatement {
  return db.sql(
    `SELECT ${THREAD_COLUMNS} FROM threads WHERE site_key = ?1 AND page = ?2`,
    at.siteKey,
    at.page,
  );
}

export function readThread(result: D1Result | undefined): Thread | null {
  const [row] = rowsOf<ThreadRow>(result);
  return row === undefined ? null : toThread(row);
}

export async function findThread(
  db: Database,
  at: { siteKey: string; page: string },
): Promise<Thread | null> {
  const [result] = await db.read([selectThread(db, at)]);
  return readThread(result);
}

export async function findThreadById(db: Database, id: string): Promise<Thread | null> {
  const [result] = await db.read([
    db.sql(`SELECT ${THREAD_COLUMNS} FROM threads WHERE id = ?1`, id),
  ]);
  return readThread(result);
}

export function selectThreads(db: Database, ids: string[]): D1PreparedStatement {
  return db.sql(
    `SELECT ${THREAD_COLUMNS} FROM threads WHERE id IN (SELECT value FROM json_each(?1))`,
    JSON.stringify(ids),
  );
}

export function readThreads(result: D1Result | undefined): Thread[] {
  return rowsOf<ThreadRow>(result).map(toThread);
}

/**
 * Two first comments at once make one thread: the second finds the first one's row. Until
 * something is published there, the thread's title and age are those of the newest try.
 */
export function insertThread(db: Database, thread: Thread): D1PreparedStatement {
  return db.sql(
    `INSERT INTO threads (${THREAD_COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0, ?7)
     ON CONFLICT (site_key, page) DO UPDATE SET url = COALESCE(?4, url),
       title = COALESCE(?5, title), created_at = ?7 WHERE count = 0`,
    thread.id,
    thread.siteKey,
    thread.page,
    thread.url,
    thread.title,
    thread.closedAt?.getTime() ?? null,
    thread.createdAt.getTime(),
  );
}

/** Published comments by page; a page that nobody commented on is not in the answer. */
export async function countPages(
  db: Database,
  ask: { siteKey: string; pages: string[] },
): Promise<Map<string, number>> {
  const [result] = await db.read([
    db.sql(
      `SELECT page, count FROM threads
       WHERE site_key = ?1 AND page IN (SELECT value FROM json_each(?2))`,
      ask.siteKey,
      JSON.stringify(ask.pages),
    ),
  ]);
  const rows = rowsOf<{ page: string; count: number }>(result);
  return new Map(rows.map(({ page, count }) => [page, count]));
}

function toThread(row: ThreadRow): Thread {
  return {
    id: row.id,
    siteKey: row.site_key,
    page: row.page,
    url: row.url,
    title: row.title,
    closedAt: row.closed_at === null ? null : new Date(row.closed_at),
    count: row.count,
    createdAt: new Date(row.created_at),
  };
}
