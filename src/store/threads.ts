import type { Note, Thread, ThreadRules } from '../domain/thread.ts';
import { type Database, rowsOf } from './database.ts';

export type ThreadRow = {
  id: string;
  site_key: string;
  page: string;
  url: string | null;
  title: string | null;
  closed_at: number | null;
  count: number;
  created_at: number;
  kept_open: number;
  message: string | null;
  announcement: string | null;
  slow_seconds: number;
  mode: ThreadRules['mode'];
  version: number;
};

export const THREAD_COLUMNS = `id, site_key, page, url, title, closed_at, count, created_at, kept_open,
  message, announcement, slow_seconds, mode, version`;

/** The id of the thread of page ?2 at site ?1, also where the thread has moved on from there. */
export const THREAD_OF_PAGE =
  '(SELECT COALESCE(merged_into, id) FROM threads WHERE site_key = ?1 AND page = ?2)';

export function selectThread(
  db: Database,
  at: { siteKey: string; page: string },
): D1PreparedStatement {
  return db.sql(
    // Whoever asks for the thread's own page pays for no more than that.
    `SELECT ${THREAD_COLUMNS} FROM threads WHERE site_key = ?1 AND page = ?2 AND merged_into IS NULL
     UNION ALL SELECT ${THREAD_COLUMNS} FROM threads WHERE id = ${THREAD_OF_PAGE} LIMIT 1`,
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

/** Also by the id of a thread that has become part of another. */
export async function findThreadById(db: Database, id: string): Promise<Thread | null> {
  const [result] = await db.read([
    db.sql(
      `SELECT ${THREAD_COLUMNS} FROM threads WHERE id = ?1 AND merged_into IS NULL
       UNION ALL SELECT ${THREAD_COLUMNS} FROM threads
       WHERE id = (SELECT merged_into FROM threads WHERE id = ?1) LIMIT 1`,
      id,
    ),
  ]);
  return readThread(result);
}

export function selectThreadOf(db: Database, commentId: string): D1PreparedStatement {
  return db.sql(
    `SELECT ${THREAD_COLUMNS} FROM threads
     WHERE id = (SELECT thread_id FROM comments WHERE id = ?1)`,
    commentId,
  );
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
 * something is published there, the thread's title and age are those of the newest try. A page that
 * a thread has moved on from stays what it is.
 */
export function insertThread(db: Database, thread: Thread): D1PreparedStatement {
  return db.sql(
    `INSERT INTO threads (id, site_key, page, url, title, closed_at, created_at)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
     ON CONFLICT (site_key, page) DO UPDATE SET url = COALESCE(?4, url),
       title = COALESCE(?5, title), created_at = ?7 WHERE count = 0 AND merged_into IS NULL`,
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
      `SELECT p.page, t.count FROM threads p JOIN threads t ON t.id = COALESCE(p.merged_into, p.id)
       WHERE p.site_key = ?1 AND p.page IN (SELECT value FROM json_each(?2))`,
      ask.siteKey,
      JSON.stringify(ask.pages),
    ),
  ]);
  const rows = rowsOf<{ page: string; count: number }>(result);
  return new Map(rows.map(({ page, count }) => [page, count]));
}

export function toThread(row: ThreadRow): Thread {
  return {
    id: row.id,
    siteKey: row.site_key,
    page: row.page,
    url: row.url,
    title: row.title,
    closedAt: row.closed_at === null ? null : new Date(row.closed_at),
    count: row.count,
    createdAt: new Date(row.created_at),
    rules: {
      keptOpen: row.kept_open === 1,
      message: readNote(row.message),
      announcement: readNote(row.announcement),
      slowSeconds: row.slow_seconds,
      mode: row.mode,
    },
    version: row.version,
  };
}

function readNote(json: string | null): Note | null {
  return json === null ? null : (JSON.parse(json) as Note);
}
