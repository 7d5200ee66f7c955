import type { Comment } from '../domain/comment.ts';
import { COMMENT_COLUMNS, type CommentRow, toComment } from './comment-row.ts';
import { type Database, rowsOf } from './database.ts';

/** Places of the branch that are looked at before and behind the comment. */
const REACH = 100;
/** Top comments that are looked at before and behind it. */
const TOP_REACH = 3;

/**
 * What stands above a comment and near it. A branch can have thousands of answers: a fixed number
 * of its places is read, and of those that never had a place as many. Of other top comments there is
 * only an index of what readers see.
 */
export async function findAround(
  db: Database,
  comment: Comment,
): Promise<{ above: Comment[]; near: Comment[] }> {
  const [above, ...near] = await db.read([
    db.sql(
      `SELECT ${COMMENT_COLUMNS} FROM comments WHERE id IN (SELECT value FROM json_each(?1))`,
      JSON.stringify(comment.ancestors),
    ),
    ...selectInBranch(db, comment),
    ...(comment.parentId === null ? selectTops(db, comment) : []),
  ]);
  const found = near.flatMap((result) => rowsOf<CommentRow>(result).map(toComment));
  return { above: rowsOf<CommentRow>(above).map(toComment), near: found };
}

/** A comment that was never published has no place: then the branch's last ones are near it. */
function selectInBranch(db: Database, comment: Comment): D1PreparedStatement[] {
  const family = JSON.stringify([comment.id, comment.parentId].filter((id) => id !== null));
  const ofFamily = 'parent_id IN (SELECT value FROM json_each(?2))';
  const side = (compare: string, order: string) =>
    `SELECT * FROM (SELECT ${COMMENT_COLUMNS} FROM comments WHERE root_id = ?1
       AND branch_seq ${compare} COALESCE(?3, 1 << 50) ORDER BY branch_seq ${order} LIMIT ${REACH})
     WHERE ${ofFamily}`;
  return [
    db.sql(side('<=', 'DESC'), comment.rootId, family, comment.branchSeq),
    db.sql(side('>', 'ASC'), comment.rootId, family, comment.branchSeq),
    db.sql(
      `SELECT * FROM (SELECT ${COMMENT_COLUMNS} FROM comments
         WHERE root_id = ?1 AND branch_seq IS NULL ORDER BY seq DESC LIMIT ${REACH})
       WHERE ${ofFamily}`,
      comment.rootId,
      family,
    ),
  ];
}

function selectTops(db: Database, { threadId, id }: Comment): D1PreparedStatement[] {
  const side = (compare: string, order: string) =>
    db.sql(
      `SELECT ${COMMENT_COLUMNS} FROM comments
       WHERE thread_id = ?1 AND root_id ${compare} ?2 AND branch_seq <= 3 AND branch_seq = 0 AND shown = 1
       ORDER BY root_id ${order} LIMIT ${TOP_REACH}`,
      threadId,
      id,
    );
  return [side('<', 'DESC'), side('>', 'ASC')];
}
