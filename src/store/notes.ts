import type { Note } from '../domain/note.ts';
import { type Database, rowsOf } from './database.ts';

type NoteRow = {
  id: string;
  comment_id: string;
  moderator_id: string;
  moderator: string;
  body: string;
  created_at: number;
};

const COLUMNS = 'id, comment_id, moderator_id, moderator, body, created_at';

/**
 * Stores a note unless its request has stored one before; answers the one that is stored, null where
 * the comment has `most` already.
 */
export async function storeNote(
  db: Database,
  { note, requestKey, most }: { note: Note; requestKey: string | null; most: number },
): Promise<Note | null> {
  const [, found] = await db.write([
    db.sql(
      `INSERT INTO notes (${COLUMNS}, request_key) SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7
       WHERE (SELECT COUNT(*) FROM notes WHERE comment_id = ?2) < ?8
         AND EXISTS (SELECT 1 FROM comments WHERE id = ?2 AND status <> 'deleted')
       ON CONFLICT (request_key) DO NOTHING`,
      note.id,
      note.commentId,
      note.moderatorId,
      note.by,
      note.body,
      note.at.getTime(),
      requestKey,
      most,
    ),
    db.sql(`SELECT ${COLUMNS} FROM notes WHERE id = ?1 OR request_key = ?2`, note.id, requestKey),
  ]);
  return rowsOf<NoteRow>(found).map(toNote)[0] ?? null;
}

/** The comment that the note was about; null where this moderator has no such note. */
export async function removeNote(
  db: Database,
  { id, moderatorId }: { id: string; moderatorId: string },
): Promise<string | null> {
  const [gone] = await db.write([
    db.sql(
      'DELETE FROM notes WHERE id = ?1 AND moderator_id = ?2 RETURNING comment_id',
      id,
      moderatorId,
    ),
  ]);
  return rowsOf<{ comment_id: string }>(gone)[0]?.comment_id ?? null;
}

/** All notes about these comments, oldest first. */
export function selectNotes(db: Database, commentIds: string[]): D1PreparedStatement {
  return db.sql(
    `SELECT ${COLUMNS} FROM notes
     WHERE comment_id IN (SELECT value FROM json_each(?1)) ORDER BY comment_id, id`,
    JSON.stringify(commentIds),
  );
}

/** By the comment that they are about. */
export function readNotes(result: D1Result | undefined): Map<string, Note[]> {
  return Map.groupBy(rowsOf<NoteRow>(result).map(toNote), ({ commentId }) => commentId);
}

function toNote(row: NoteRow): Note {
  return {
    id: row.id,
    commentId: row.comment_id,
    moderatorId: row.moderator_id,
    by: row.moderator,
    body: row.body,
    at: new Date(row.created_at),
  };
}
