import type { By } from '../domain/decide.ts';
import type { Featuring } from '../domain/featuring.ts';
import { SHOWN_COLUMNS } from './comment-row.ts';
import { type Database, rowsOf } from './database.ts';
import { THREAD_OF_PAGE } from './threads.ts';

type Act = { id: string; commentId: string; by: By };

/**
 * False where it is not this version of the comment, it is not published, is featured already, or the
 * thread has `most` others.
 */
export async function storeFeatured(
  db: Database,
  { most, version, ...act }: Act & { most: number; version: number },
): Promise<boolean> {
  const [featured] = await db.write([
    db.sql(
      `UPDATE comments SET featured_at = ?2
       WHERE id = ?1 AND version = ?4 AND status = 'published' AND featured_at IS NULL
         AND (SELECT COUNT(*) FROM comments other
              WHERE other.thread_id = comments.thread_id AND other.featured_at IS NOT NULL) < ?3
       RETURNING id`,
      act.commentId,
      act.by.at.getTime(),
      most,
      version,
    ),
    logAct(db, { ...act, featured: 1 }),
  ]);
  return rowsOf(featured).length === 1;
}

export async function removeFeatured(db: Database, act: Act): Promise<void> {
  await db.write([
    db.sql(
      'UPDATE comments SET featured_at = NULL WHERE id = ?1 AND featured_at IS NOT NULL',
      act.commentId,
    ),
    logAct(db, { ...act, featured: 0 }),
  ]);
}

/** Only when the update before it hit. */
function logAct(db: Database, { id, commentId, by, featured }: Act & { featured: 0 | 1 }) {
  return db.sql(
    `INSERT INTO featurings (id, comment_id, moderator_id, moderator, at, featured)
     SELECT ?1, ?2, ?3, ?4, ?5, ?6 WHERE changes() = 1`,
    id,
    commentId,
    by.moderator.id,
    by.moderator.name,
    by.at.getTime(),
    featured,
  );
}

/** Threads that became one may bring more together than one thread can have. */
const MOST_SHOWN = 5;

/** What stands on top of a thread, in the order in which it was put there. */
export function selectFeatured(
  db: Database,
  { siteKey, page }: { siteKey: string; page: string },
): D1PreparedStatement {
  return db.sql(
    `SELECT ${SHOWN_COLUMNS} FROM comments
     WHERE thread_id = ${THREAD_OF_PAGE} AND featured_at IS NOT NULL
     ORDER BY featured_at LIMIT ${MOST_SHOWN}`,
    siteKey,
    page,
  );
}

type FeaturingRow = { comment_id: string; moderator: string; at: number };

/** Who has put these comments on top, of those that stand there. */
export function selectFeaturings(db: Database, commentIds: string[]): D1PreparedStatement {
  return db.sql(
    `SELECT f.comment_id, f.moderator, f.at FROM featurings f
     JOIN comments c ON c.id = f.comment_id AND c.featured_at = f.at
     WHERE f.comment_id IN (SELECT value FROM json_each(?1)) AND f.featured = 1`,
    JSON.stringify(commentIds),
  );
}

export function readFeaturings(result: D1Result | undefined): Map<string, Featuring> {
  return new Map(
    rowsOf<FeaturingRow>(result).map((row) => [
      row.comment_id,
      { commentId: row.comment_id, by: row.moderator, at: new Date(row.at) },
    ]),
  );
}
