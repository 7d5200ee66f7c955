import type { ShownComment } from '../domain/comment.ts';
import type { PageAsk } from '../domain/read-thread.ts';
import type { Sort } from '../domain/thread.ts';
import { SHOWN_COLUMNS, type ShownRow, toShown } from './comment-row.ts';
import { type Database, rowsOf } from './database.ts';
import { THREAD_OF_PAGE } from './threads.ts';

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

/**
 * At most `limit` comments: top comments in order, each followed by the first answers of its
 * branch, or in the order `replies` by none.
 */
export async function pageOfThread(db: Database, ask: PageAsk): Promise<ShownComment[]> {
  return readPage(await db.read(selectPage(db, ask))).slice(0, ask.limit);
}

/** The statements of a page; together they may bring more than was asked for. */
export function selectPage(db: Database, ask: PageAsk): D1PreparedStatement[] {
  const { siteKey, page, order, limit, after, from } = ask;
  const start = after?.id ?? from;
  if (start === undefined) return [selectBranches(db, ask)];
  // Two ranges of one index: what is left of the branch that the page before ended in, and the
  // branches beyond. Joined by OR they would be one slow scan.
  const rest = db.sql(
    `SELECT ${SHOWN_COLUMNS} FROM comments
     WHERE thread_id = ${THREAD_OF_PAGE} AND root_id = ?3 AND branch_seq > ?4 AND ${WALKS[order].of}
     ORDER BY branch_seq LIMIT ?5`,
    siteKey,
    page,
    start,
    after?.seq ?? -1,
    limit,
  );
  return [rest, selectBranches(db, ask)];
}

export function readPage(results: D1Result[]): ShownComment[] {
  return results.flatMap(readComments);
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
    `SELECT ${SHOWN_COLUMNS} FROM comments
     WHERE thread_id = ${THREAD_OF_PAGE} ${beyond} AND ${of}
     ORDER BY ${keys.replace(',', ` ${direction},`)} ${direction}, branch_seq LIMIT ?3`,
    ask.siteKey,
    ask.page,
    ask.limit,
    ...(start === undefined ? [] : [start]),
    ...(ask.after?.value === undefined ? [] : [ask.after.value]),
  );
}

/** The values that come before those beyond: from the cursor, or of the comment named there. */
function startOf({ order, after }: PageAsk): string {
  const { by } = WALKS[order];
  if (by === undefined) return '?4';
  return after?.value === undefined
    ? `SELECT ${by}, root_id FROM comments WHERE id = ?4`
    : '?5, ?4';
}

/** The answers of a branch in the order in which they were published. */
export async function pageOfBranch(
  db: Database,
  ask: { rootId: string; limit: number; after: number },
): Promise<ShownComment[]> {
  const [result] = await db.read([
    db.sql(
      `SELECT ${SHOWN_COLUMNS} FROM comments
       WHERE root_id = ?1 AND branch_seq > ?2 AND shown = 1 ORDER BY branch_seq LIMIT ?3`,
      ask.rootId,
      ask.after,
      ask.limit,
    ),
  ]);
  return readComments(result);
}

/** Those of these comments that a reader may see. */
export async function shownComments(db: Database, ids: string[]): Promise<ShownComment[]> {
  const [result] = await db.read([
    db.sql(
      `SELECT ${SHOWN_COLUMNS} FROM comments
       WHERE id IN (SELECT value FROM json_each(?1)) AND shown = 1 ORDER BY id`,
      JSON.stringify(ids),
    ),
  ]);
  return readComments(result);
}

function readComments(result: D1Result | undefined): ShownComment[] {
  return rowsOf<ShownRow>(result).map(toShown);
}
