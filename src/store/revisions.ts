import type { Revision } from '../domain/comment-history.ts';
import { type Database, rowsOf } from './database.ts';

type RevisionRow = { version: number; source: string; replaced_at: number };

/** Newest first, by the table's own key. */
export async function listRevisions(
  db: Database,
  { commentId, limit }: { commentId: string; limit: number },
): Promise<Revision[]> {
  const [result] = await db.read([
    db.sql(
      `SELECT version, source, replaced_at FROM revisions
       WHERE comment_id = ?1 ORDER BY version DESC LIMIT ?2`,
      commentId,
      limit,
    ),
  ]);
  return rowsOf<RevisionRow>(result).map(({ version, source, replaced_at }) => ({
    version,
    source,
    replacedAt: new Date(replaced_at),
  }));
}
