import type { MoveCounts, StoreMerge, StoreMove } from '../domain/move-thread.ts';
import { type Database, rowsOf } from './database.ts';
import { logAct } from './thread-acts.ts';
import { TOPS_OF_THREAD } from './thread-tops.ts';

/**
 * Comments that one step of a merge moves at most, except that a branch is never torn apart. Each
 * writes about a dozen rows of indexes, so that a step stays far below what a batch may take.
 */
const STEP = 1_000;

/**
 * The thread under its new address, and the old address as a row that leads to it. Where the new
 * address led to this thread already, the two change places. null where the thread has changed
 * meanwhile or somebody else took the address.
 */
export async function storeMove(db: Database, ask: StoreMove): Promise<number | null> {
  const { thread, to, aliasId, act } = ask;
  const { id, version, siteKey } = thread;
  const moved = db.sql(
    `UPDATE threads SET page = ?2, url = ?3, version = version + 1
     WHERE id = ?4 AND version = ?5 AND merged_into IS NULL
       AND NOT EXISTS (SELECT 1 FROM threads WHERE site_key = ?1 AND page = ?2)
     RETURNING version`,
    siteKey,
    to.page,
    to.url,
    id,
    version,
  );
  const results = await db.write([
    stepAside(db, ask),
    moved,
    logAct(db, { threadId: id, act }),
    db.sql(
      `INSERT INTO threads (id, site_key, page, url, created_at, merged_into)
       SELECT ?1, ?2, ?3, ?4, ?5, ?6 WHERE changes() = 1
         AND NOT EXISTS (SELECT 1 FROM threads WHERE site_key = ?2 AND page = ?7)`,
      aliasId,
      siteKey,
      thread.page,
      thread.url,
      act.by.at.getTime(),
      id,
      asideOf(id),
    ),
    db.sql(
      'UPDATE threads SET page = ?3, url = ?4 WHERE site_key = ?1 AND page = ?2',
      siteKey,
      asideOf(id),
      thread.page,
      thread.url,
    ),
    db.sql(
      `UPDATE thread_list SET words = (SELECT COALESCE(title || char(10), '') || COALESCE(url, page)
         FROM threads WHERE id = ?1) WHERE thread_id = ?1`,
      id,
    ),
  ]);
  return rowsOf<{ version: number }>(results[1])[0]?.version ?? null;
}

/** A name that no page can have: it has neither a slash nor the sign of a key. */
const asideOf = (threadId: string): string => `aside:${threadId}`;

/** The row that led from the new address to this thread, if there is one: it takes the old one. */
function stepAside(db: Database, { thread, to }: StoreMove): D1PreparedStatement {
  return db.sql(
    `UPDATE threads SET page = ?3 WHERE site_key = ?1 AND page = ?2 AND merged_into = ?4
       AND EXISTS (SELECT 1 FROM threads WHERE id = ?4 AND version = ?5 AND merged_into IS NULL)`,
    thread.siteKey,
    to.page,
    asideOf(thread.id),
    thread.id,
    thread.version,
  );
}

const BOTH_AS_THEY_WERE = `
  EXISTS (SELECT 1 FROM threads WHERE id = ?1 AND version = ?3 AND merged_into IS NULL)
  AND EXISTS (SELECT 1 FROM threads WHERE id = ?2 AND version = ?4 AND merged_into IS NULL)`;

/**
 * From now on the one leads to the other, for readers and for whoever posts at this moment; so do
 * all addresses that led to the first. False where one of them has changed meanwhile.
 */
export async function beginMerge(db: Database, { from, into, act }: StoreMerge): Promise<boolean> {
  const both = [from.id, into.id, from.version, into.version];
  const [, begun] = await db.write([
    db.sql(
      `UPDATE threads SET merged_into = ?2 WHERE merged_into = ?1 AND ${BOTH_AS_THEY_WERE}`,
      ...both,
    ),
    db.sql(
      `UPDATE threads SET merged_into = ?2, version = version + 1
       WHERE id = ?1 AND ${BOTH_AS_THEY_WERE} RETURNING id`,
      ...both,
    ),
    db.sql('UPDATE threads SET version = version + 1 WHERE id = ?1 AND changes() = 1', into.id),
    logAct(db, { threadId: into.id, act }),
    ...joinListed(db, { fromId: from.id, intoId: into.id }),
  ]);
  return rowsOf(begun).length === 1;
}

/** In the desk's list the two are one, which heard last what either of them has heard. */
function joinListed(db: Database, at: { fromId: string; intoId: string }): D1PreparedStatement[] {
  const isBegun = 'EXISTS (SELECT 1 FROM threads WHERE id = ?1 AND merged_into = ?2)';
  return [
    db.sql(
      `INSERT INTO thread_list (thread_id, site_key, newest, words)
       SELECT t.id, t.site_key, l.newest, COALESCE(t.title || char(10), '') || COALESCE(t.url, t.page)
       FROM thread_list l JOIN threads t ON t.id = ?2 WHERE l.thread_id = ?1 AND ${isBegun}
       ON CONFLICT (thread_id) DO UPDATE SET newest = MAX(newest, excluded.newest)`,
      at.fromId,
      at.intoId,
    ),
    db.sql(`DELETE FROM thread_list WHERE thread_id = ?1 AND ${isBegun}`, at.fromId, at.intoId),
  ];
}

/** As many tops as a step holds with their published answers, the oldest first; at least one. */
const TOPS_OF_STEP = `
  SELECT root_id FROM (
    SELECT r.id AS root_id, SUM(1 + r.reply_count) OVER (ORDER BY r.id) - r.reply_count - 1 AS before
    FROM (SELECT root_id FROM (${TOPS_OF_THREAD('?1')}) ORDER BY root_id LIMIT ${STEP}) t
    JOIN comments r ON r.id = t.root_id)
  WHERE before < ${STEP}`;

/**
 * Takes whole branches over until a step is full. Triggers change the numbers of both threads in the
 * same transaction, so that a merge that was broken off is right as far as it went.
 */
export async function moveComments(
  db: Database,
  { fromId, intoId }: { fromId: string; intoId: string },
): Promise<{ moved: number; isDone: boolean }> {
  const [moved, left] = await db.write([
    db.sql(
      `UPDATE comments SET thread_id = ?2 WHERE thread_id = ?1
         AND seq IN (SELECT seq FROM comments WHERE root_id IN (${TOPS_OF_STEP})) RETURNING 1`,
      fromId,
      intoId,
    ),
    db.sql(`SELECT 1 FROM (${TOPS_OF_THREAD('?1')}) LIMIT 1`, fromId),
  ]);
  return { moved: rowsOf(moved).length, isDone: rowsOf(left).length === 0 };
}

/** Reads every comment of the thread: for a preview, which nobody asks for often. */
export async function countComments(db: Database, threadId: string): Promise<MoveCounts> {
  const [result] = await db.read([
    db.sql(
      `SELECT t.count AS published, (SELECT COUNT(*) FROM comments c WHERE c.thread_id = ?1 AND
         c.root_id IN (${TOPS_OF_THREAD('?1')})) - t.count AS others
       FROM threads t WHERE t.id = ?1`,
      threadId,
    ),
  ]);
  return rowsOf<MoveCounts>(result)[0] ?? { published: 0, others: 0 };
}

/** An address that leads to another thread; null for one that has its own comments. */
export async function findMerged(
  db: Database,
  id: string,
): Promise<{ intoId: string; siteKey: string; page: string } | null> {
  const [result] = await db.read([
    db.sql(
      'SELECT merged_into, site_key, page FROM threads WHERE id = ?1 AND merged_into IS NOT NULL',
      id,
    ),
  ]);
  const [row] = rowsOf<{ merged_into: string; site_key: string; page: string }>(result);
  if (row === undefined) return null;
  return { intoId: row.merged_into, siteKey: row.site_key, page: row.page };
}

export async function currentPage(
  db: Database,
  { siteKey, page }: { siteKey: string; page: string },
): Promise<string> {
  const [result] = await db.read([
    db.sql(
      `SELECT t.page FROM threads p JOIN threads t ON t.id = p.merged_into
       WHERE p.site_key = ?1 AND p.page = ?2`,
      siteKey,
      page,
    ),
  ]);
  return rowsOf<{ page: string }>(result)[0]?.page ?? page;
}
