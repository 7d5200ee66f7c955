import type { Comment } from '../domain/comment.ts';
import type { NewStaffReply } from '../domain/staff-reply.ts';
import { COMMENT_COLUMNS, type CommentRow, toComment } from './comment-row.ts';
import { type Database, rowsOf } from './database.ts';

/**
 * Stores a moderator's answer below a comment that is published at that moment; null where it no
 * longer is, or where another request with the same key was faster.
 */
export async function insertStaffReply(
  db: Database,
  reply: NewStaffReply,
): Promise<Comment | null> {
  const { comment } = reply;
  const [inserted] = await db.write([
    db.sql(
      `INSERT INTO comments (id, site_key, thread_id, parent_id, root_id, ancestors, branch_seq, shown,
         name, source, body, body_parser, status, reviewed, verdict, rules_version, author_hash,
         body_hash, request_key, request_hash, created_at, places, root_rank, badge, moderator_id,
         language)
       SELECT ?1, p.site_key, p.thread_id, p.id, p.root_id, ?3,
         (SELECT COALESCE(MAX(branch_seq), 0) + 1 FROM comments WHERE root_id = p.root_id), 1,
         ?4, ?5, ?6, ?7, 'published', 1, 'publish', ?8, ?9, ?10, ?11, ?12, ?13, ?14,
         (SELECT root_rank FROM comments WHERE id = p.root_id), ?15, ?16, ?17
       FROM comments p WHERE p.id = ?2 AND p.status = 'published'
       ON CONFLICT (request_key) DO NOTHING
       RETURNING ${COMMENT_COLUMNS}`,
      comment.id,
      comment.parentId,
      JSON.stringify(comment.ancestors),
      comment.name,
      comment.source,
      JSON.stringify(comment.body),
      reply.bodyParser,
      reply.rulesVersion,
      reply.authorHash,
      reply.bodyHash,
      reply.requestKey,
      reply.requestHash,
      comment.createdAt.getTime(),
      reply.places.length === 0 ? null : JSON.stringify(reply.places),
      comment.badge,
      comment.moderatorId,
      comment.language,
    ),
  ]);
  const [row] = rowsOf<CommentRow>(inserted);
  return row === undefined ? null : toComment(row);
}

/** What colleagues have answered to these comments, oldest first. */
export function selectAnswers(db: Database, ids: string[]): D1PreparedStatement {
  return db.sql(
    `SELECT ${COMMENT_COLUMNS} FROM comments
     WHERE parent_id IN (SELECT value FROM json_each(?1)) AND badge IS NOT NULL
       AND status = 'published'
     ORDER BY parent_id, id`,
    JSON.stringify(ids),
  );
}

/** By the comment that is answered. */
export function readAnswers(result: D1Result | undefined): Map<string, Comment[]> {
  const answers = rowsOf<CommentRow>(result).map(toComment);
  return Map.groupBy(answers, ({ parentId }) => parentId ?? '');
}
