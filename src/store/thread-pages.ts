import type { Comment } from '../domain/comment.ts';
import type { Cursor } from '../domain/cursor.ts';
import { COMMENT_COLUMNS, type CommentRow, toComment } from './comment-row.ts';
import { type Database, rowsOf } from './database.ts';

export type PageOrder = 'newest' | 'oldest';

/** Word for word the condition of the partial indexes, or SQLite would not use them. */
const FOLDED = 'branch_seq <= 3 AND shown = 1';

/**
 * At most `limit` comments: top comments in order, each followed by the first answers of its
 * branch. `after` is the last comment of the page before; `from` begins with a whole branch.
 */
export async function pageOfThread(
  db: Database,
  ask: { threadId: string; order: PageOrder; limit: number; after?: Cursor; from?: string },
): Promise<Comment[]> {
  const { threadId, order, limit, after, from } = ask;
  const [direction, beyond] = order === 'newest' ? ['DESC', '<'] : ['', '>'];
  const start = after?.id ?? from;
  // Two ranges of one index: what is left of the branch that the page before ended in, and the
  // branches beyond. Joined by OR they would be one slow scan.
  const rest = db.sql(
    `SELECT ${COMMENT_COLUMNS} FROM comments
     WHERE thread_id = ?1 AND root_id = ?2 AND branch_seq > ?3 AND ${FOLDED}
     ORDER BY branch_seq LIMIT ?4`,
    threadId,
    start ?? '',
    after?.seq ?? -1,
    limit,
  );
  const others = db.sql(
    `SELECT ${COMMENT_COLUMNS} FROM comments
     WHERE thread_id = ?1 ${start === undefined ? '' : `AND root_id ${beyond} ?3`} AND ${FOLDED}
     ORDER BY root_id ${direction}, branch_seq LIMIT ?2`,
    threadId,
    limit,
    ...(start === undefined ? [] : [start]),
  );
  const results = await db.read(start === undefined ? [others] : [rest, others]);
  return results.flatMap(readComments).slice(0, limit);
}

/** The answers of a branch in the order in which they were published. */
export async function pageOfBranch(
  db: Database,
  ask: { rootId: string; limit: number; after: number },
): Promise<Comment[]> {
  const [result] = await db.read([
    db.sql(
      `SELECT ${COMMENT_COLUMNS} FROM comments
       WHERE root_id = ?1 AND branch_seq > ?2 AND shown = 1 ORDER BY branch_seq LIMIT ?3`,
      ask.rootId,
      ask.after,
      ask.limit,
    ),
  ]);
  return readComments(result);
}

/** Those of these comments that a reader may see. */
export async function shownComments(db: Database, ids: string[]): Promise<Comment[]> {
  const [result] = await db.read([
    db.sql(
      `SELECT ${COMMENT_COLUMNS} FROM comments
       WHERE id IN (SELECT value FROM json_each(?1)) AND shown = 1 ORDER BY id`,
      JSON.stringify(ids),
    ),
  ]);
  return readComments(result);
}

function readComments(result: D1Result | undefined): Comment[] {
  return rowsOf<CommentRow>(result).map(toComment);
}
