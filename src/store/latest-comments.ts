import type { Comment } from '../domain/comment.ts';
import { COMMENT_COLUMNS, type CommentRow, toComment } from './comment-row.ts';
import { type Database, rowsOf } from './database.ts';
import { PUBLISHED_EARLIER } from './standing.ts';

type LatestRow = CommentRow & { title: string | null; published_before: number };

/** The ranges of the index that together are everything but what was deleted. */
const RANGES = ['published', 'held', 'spam', 'rejected'].flatMap((status) =>
  [0, 1].map((reviewed) => ({ status, reviewed })),
);

/**
 * A site's latest comments, newest first, each with its article's title ('' without one) and with
 * how many of its author's earlier ones are published today, counted no further than `countedTo`.
 */
export async function latestComments(
  db: Database,
  { siteKey, limit, countedTo }: { siteKey: string; limit: number; countedTo: number },
): Promise<{ comment: Comment; title: string; publishedBefore: number }[]> {
  const ranges = await db.read(
    RANGES.map(({ status, reviewed }) =>
      db.sql(
        `SELECT id FROM comments WHERE site_key = ?1 AND status = ?2 AND reviewed = ?3 AND badge IS NULL
         ORDER BY id DESC LIMIT ?4`,
        siteKey,
        status,
        reviewed,
        limit,
      ),
    ),
  );
  const ids = ranges.flatMap((range) => rowsOf<{ id: string }>(range).map(({ id }) => id));
  const latest = ids.sort().reverse().slice(0, limit);
  const [result] = await db.read([
    db.sql(
      `SELECT ${COMMENT_COLUMNS}, (SELECT title FROM threads WHERE id = thread_id) AS title,
         ${countedTo === 0 ? '0' : PUBLISHED_EARLIER} AS published_before
       FROM comments AS this WHERE id IN (SELECT value FROM json_each(?1)) ORDER BY id DESC`,
      JSON.stringify(latest),
      ...(countedTo === 0 ? [] : [countedTo]),
    ),
  ]);
  return rowsOf<LatestRow>(result).map((row) => ({
    comment: toComment(row),
    title: row.title ?? '',
    publishedBefore: row.published_before,
  }));
}
