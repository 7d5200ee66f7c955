import type { Comment } from '../domain/comment.ts';
import type { Cursor } from '../domain/cursor.ts';
import type { Sort } from '../domain/thread.ts';
import { COMMENT_COLUMNS, type CommentRow, toComment } from './comment-row.ts';
import { type Database, rowsOf } from './database.ts';

/** Word for word the condition of the partial indexes, or SQLite would not use them. */
const FOLDED = 'branch_seq <= 3 AND shown = 1';
const TOPS = 'branch_seq = 0 AND shown = 1';

/** How an order walks its index. `by` is the number that it goes by before the id. */
type Walk = { of: string; by?: 'root_rank' | 'reply_count'; up?: true };

const WALKS: Record<Sort, Walk> = {
  newest: { of: FOLDED },
  oldest: { of: FOLDED, up: true },
  top: { of: FOLDED, by: 'root_rank' },
  replies: { of: TOPS, by: 'reply_count' },
};

export type PageAsk = {
  threadId: string;
  order: Sort;
  limit: number;
  /** The last comment of the page before. */
  after?: Cursor;
  /** The page begins with this whole branch. */
  from?: string;
};

/**
 * At most `limit` comments: top comments in order, each followed by the first answers of its
 * branch, or in the order `replies` by none.
 */
export async function pageOfThread(db: Database, ask: PageAsk): Promise<Comment[]> {
  const { threadId, order, limit, after, from } = ask;
  const start = after?.id ?? from;
  if (start === undefined) return readComments((await db.read([selectBranches(db, ask)]))[0]);
  // Two ranges of one index: what is left of the branch that the page before ended in, and the
  // branches beyond. Joined by OR they would be one slow scan.
  const rest = db.sql(
    `SELECT ${COMMENT_COLUMNS} FROM comments
     WHERE thread_id = ?1 AND root_id = ?2 AND branch_seq > ?3 AND ${WALKS[order].of}
     ORDER BY branch_seq LIMIT ?4`,
    threadId,
    start,
    after?.seq ?? -1,
    limit,
  );
  const results = await db.read([rest, selectBranches(db, ask)]);
  return results.flatMap(readComments).slice(0, limit);
}

/** Branches in order, all or those beyond the one where the page starts. */
function selectBranches(db: Database, ask: PageAsk): D1PreparedStatement {
  const { of, by, up } = WALKS[ask.order];
  const keys = by === undefined ? 'root_id' : `${by}, root_id`;
  const direction = up === true ? '' : 'DESC';
  const start = ask.after?.id ?? ask.from;
  const beyond =
    start === undefined ? '' : `AND (${keys}) ${up === true ? '>' : '<'} (${startOf(ask)})`;
  return db.sql(
    `SELECT ${COMMENT_COLUMNS} FROM comments
     WHERE thread_id = ?1 ${beyond} AND ${of}
     ORDER BY ${keys.replace(',', ` ${direction},`)} ${direction}, branch_seq LIMIT ?2`,
    ask.threadId,
    ask.limit,
    ...(start === undefined ? [] : [start]),
    ...(ask.after?.value === undefined ? [] : [ask.after.value]),
  );
}

/** The values that come before those beyond: from the cursor, or of the comment named there. */
function startOf({ order, after }: PageAsk): string {
  const { by } = WALKS[order];
  if (by === undefined) return '?3';
  return after?.value === undefined
    ? `SELECT ${by}, root_id FROM comments WHERE id = ?3`
    : '?4, ?3';
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
