import type { Comment } from '../domain/comment.ts';
import type { Revision } from '../domain/edit-comment.ts';
import type { NewComment } from '../domain/post-comment.ts';
import type { Received } from '../domain/same-request.ts';
import type { Thread } from '../domain/thread.ts';
import { writeTrace } from './campaigns.ts';
import { COMMENT_COLUMNS, type CommentRow, toComment } from './comment-row.ts';
import { type Database, rowsOf } from './database.ts';
import { keepTempo } from './tempo.ts';
import { insertThread, readThread, selectThreadOf, THREAD_OF_PAGE } from './threads.ts';

const MINUTE_MS = 60_000;

export async function findComment(db: Database, id: string): Promise<Comment | null> {
  const [comment] = await findComments(db, [id]);
  return comment ?? null;
}

export async function findComments(db: Database, ids: string[]): Promise<Comment[]> {
  const [result] = await db.read([selectComments(db, ids)]);
  return readComments(result);
}

export function selectComments(db: Database, ids: string[]): D1PreparedStatement {
  return db.sql(
    `SELECT ${COMMENT_COLUMNS} FROM comments WHERE id IN (SELECT value FROM json_each(?1))`,
    JSON.stringify(ids),
  );
}

export function selectComment(db: Database, id: string): D1PreparedStatement {
  return db.sql(`SELECT ${COMMENT_COLUMNS} FROM comments WHERE id = ?1`, id);
}

export function readComments(result: D1Result | undefined): Comment[] {
  return rowsOf<CommentRow>(result).map(toComment);
}

/** The comment that was stored for this request, and the hash of what came with it. */
export async function findRequest(db: Database, requestKey: string): Promise<Received['earlier']> {
  const [result] = await db.read([selectRequest(db, requestKey)]);
  return readRequest(result);
}

export function selectRequest(db: Database, requestKey: string): D1PreparedStatement {
  return db.sql(
    `SELECT ${COMMENT_COLUMNS}, request_hash FROM comments WHERE request_key = ?1`,
    requestKey,
  );
}

export function readRequest(result: D1Result | undefined): Received['earlier'] {
  const [row] = rowsOf<CommentRow & { request_hash: string | null }>(result);
  return row === undefined ? null : { comment: toComment(row), requestHash: row.request_hash };
}

/**
 * Stores a comment and, if it is the first, its thread; answers both as stored. null when another
 * request with the same key was faster: then nothing was written.
 */
export async function insertComment(
  db: Database,
  entry: NewComment,
): Promise<{ comment: Comment; thread: Thread } | null> {
  const [, inserted, , selected] = await db.write([
    insertThread(db, entry.thread),
    insertCommentRow(db, entry),
    keepTempo(db, entry),
    selectThreadOf(db, entry.comment.id),
  ]);
  const [comment] = readComments(inserted);
  const thread = readThread(selected);
  return comment === undefined || thread === null ? null : { comment, thread };
}

/**
 * The comment's thread: the one that screening knew, or that was just made, by its id, which costs
 * one row; where another post was faster, by its page. If it has become part of another, that one.
 */
const THREAD = `COALESCE((SELECT COALESCE(merged_into, id) FROM threads WHERE id = ?25), ${THREAD_OF_PAGE})`;
/** Where a new comment at the top of this thread begins in the order `top`. */
const LEVEL = 'COALESCE((SELECT like_level FROM threads WHERE id = ?25), 0)';

function insertCommentRow(db: Database, entry: NewComment): D1PreparedStatement {
  const { comment, thread, traces } = entry;
  return db.sql(
    `INSERT INTO comments (id, site_key, thread_id, parent_id, root_id, ancestors, branch_seq,
       shown, name, email, website, source, body, body_parser, status, reviewed, verdict, findings,
       rules_version, address_hash, author_hash, body_hash, request_key, request_hash, created_at, places,
       trace, head_start, root_rank, language)
     VALUES (?3, ?1, ${THREAD}, ?4, ?5, ?6,
       CASE WHEN ?4 IS NULL THEN 0 WHEN ?13 = 'published' THEN
         (SELECT COALESCE(MAX(branch_seq), 0) + 1 FROM comments WHERE root_id = ?5) END,
       ?13 = 'published', ?7, ?8, ?9, ?10, ?11, ?12, ?13, 0, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24,
       CASE WHEN ?4 IS NULL AND ?13 = 'published' THEN ${LEVEL} END,
       CASE WHEN ?4 IS NOT NULL THEN COALESCE((SELECT root_rank FROM comments WHERE id = ?5), 0)
         WHEN ?13 = 'published' THEN ${LEVEL} ELSE 0 END, ?26)
     ON CONFLICT (request_key) DO NOTHING
     RETURNING ${COMMENT_COLUMNS}`,
    comment.siteKey,
    thread.page,
    comment.id,
    comment.parentId,
    comment.rootId,
    JSON.stringify(comment.ancestors),
    comment.name,
    comment.email,
    comment.website,
    comment.source,
    JSON.stringify(comment.body),
    entry.bodyParser,
    comment.status,
    comment.verdict,
    JSON.stringify(comment.findings),
    entry.rulesVersion,
    traces.addressHash,
    traces.authorHash,
    traces.bodyHash,
    traces.requestKey,
    traces.requestHash,
    comment.createdAt.getTime(),
    writePlaces(entry.places),
    writeTrace(entry.trace),
    comment.threadId || thread.id,
    comment.language,
  );
}

function writePlaces(places: string[]): string | null {
  return places.length === 0 ? null : JSON.stringify(places);
}

/** Replaces a comment's text and keeps the old one; false when the comment changed meanwhile. */
export async function reviseComment(db: Database, revision: Revision): Promise<boolean> {
  const { comment, at } = revision;
  const [, updated] = await db.write([
    db.sql(
      `INSERT INTO revisions (comment_id, version, source, replaced_at)
       SELECT id, version, source, ?3 FROM comments WHERE id = ?1 AND version = ?2`,
      comment.id,
      comment.version,
      at.getTime(),
    ),
    db.sql(
      `UPDATE comments SET source = ?3, body = ?4, body_parser = ?5, body_hash = ?6, status = ?7,
         reviewed = 0, verdict = ?8,
         findings = ?9, rules_version = ?10, edited_at = ?11, places = ?12, trace = ?13, language = ?14,
         version = version + 1
       WHERE id = ?1 AND version = ?2 RETURNING id`,
      comment.id,
      comment.version,
      comment.source,
      JSON.stringify(comment.body),
      revision.bodyParser,
      revision.bodyHash,
      comment.status,
      comment.verdict,
      JSON.stringify(comment.findings),
      revision.rulesVersion,
      at.getTime(),
      writePlaces(revision.places),
      writeTrace(revision.trace),
      comment.language,
    ),
  ]);
  return rowsOf(updated).length === 1;
}

/**
 * Deletes what its author wrote: text, name, e-mail, website and earlier texts are gone at once;
 * the row stays so that answers keep their place, and in its first minute the keyed hashes, or
 * deleting would be a way around the flood check. False when it had changed meanwhile.
 */
export async function eraseComment(
  db: Database,
  { id, version, now }: { id: string; version: number; now: Date },
): Promise<boolean> {
  const [, erased] = await db.write([
    db.sql(
      `DELETE FROM revisions WHERE comment_id = (SELECT id FROM comments WHERE id = ?1 AND version = ?2)`,
      id,
      version,
    ),
    db.sql(
      `UPDATE comments SET status = 'deleted', name = '', email = NULL, website = NULL, source = '',
         body = '[]', findings = '[]', body_hash = '', places = NULL, trace = NULL, language = NULL,
         address_hash = CASE WHEN created_at > ?3 THEN address_hash END,
         author_hash = CASE WHEN created_at > ?3 THEN author_hash ELSE '' END,
         version = version + 1
       WHERE id = ?1 AND version = ?2 RETURNING id`,
      id,
      version,
      now.getTime() - MINUTE_MS,
    ),
  ]);
  return rowsOf(erased).length === 1;
}
