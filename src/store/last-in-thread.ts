import type { Thread } from '../domain/thread.ts';
import { type Database, rowsOf } from './database.ts';

/** When an author wrote in this thread last, whatever became of it; null for not since then. */
export async function lastInThread(
  db: Database,
  ask: { thread: Thread; authorHash: string; since: Date },
): Promise<Date | null> {
  const [result] = await db.read([
    db.sql(
      `SELECT created_at FROM comments
       WHERE site_key = ?1 AND author_hash = ?2 AND created_at > ?3 AND thread_id = ?4
       ORDER BY created_at DESC LIMIT 1`,
      ask.thread.siteKey,
      ask.authorHash,
      ask.since.getTime(),
      ask.thread.id,
    ),
  ]);
  const [row] = rowsOf<{ created_at: number }>(result);
  return row === undefined ? null : new Date(row.created_at);
}
