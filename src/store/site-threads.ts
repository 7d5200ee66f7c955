import type { StoreAddress } from '../domain/move-all.ts';
import type { Thread } from '../domain/thread.ts';
import { type Database, rowsOf } from './database.ts';
import { logAct } from './thread-acts.ts';
import { TOPS_OF_THREAD } from './thread-tops.ts';
import { readThreads, THREAD_COLUMNS } from './threads.ts';

/** A site's threads in the order of their pages, and only those that lead nowhere else. */
export async function threadsAfter(
  db: Database,
  { siteKey, page, limit }: { siteKey: string; page: string; limit: number },
): Promise<Thread[]> {
  const [result] = await db.read([
    db.sql(
      `SELECT ${THREAD_COLUMNS} FROM threads
       WHERE site_key = ?1 AND page > ?2 AND merged_into IS NULL ORDER BY page LIMIT ?3`,
      siteKey,
      page,
      limit,
    ),
  ]);
  return readThreads(result);
}

/** Another address for a thread that is found by a key; false where it has changed meanwhile. */
export async function storeAddress(
  db: Database,
  { thread, url, act }: StoreAddress,
): Promise<boolean> {
  const [changed] = await db.write([
    db.sql(
      `UPDATE threads SET url = ?3, version = version + 1
       WHERE id = ?1 AND version = ?2 AND merged_into IS NULL RETURNING id`,
      thread.id,
      thread.version,
      url,
    ),
    logAct(db, { threadId: thread.id, act }),
  ]);
  return rowsOf(changed).length === 1;
}

/** Threads whose comments are still on their way to another one. */
export async function unfinishedMerges(
  db: Database,
  siteKey: string,
): Promise<{ fromId: string; intoId: string }[]> {
  const [result] = await db.read([
    db.sql(
      `SELECT s.id AS fromId, s.merged_into AS intoId FROM threads s
       WHERE s.site_key = ?1 AND s.merged_into IS NOT NULL AND EXISTS (${TOPS_OF_THREAD('s.id')})`,
      siteKey,
    ),
  ]);
  return rowsOf<{ fromId: string; intoId: string }>(result);
}
