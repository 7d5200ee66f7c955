import type { By } from '../domain/decide.ts';
import type { SavedReply } from '../domain/saved-reply.ts';
import { type Database, rowsOf } from './database.ts';

/** In the order of their titles. */
export async function listReplies(db: Database, siteKey: string): Promise<SavedReply[]> {
  const [result] = await db.read([
    db.sql(
      'SELECT id, title, body FROM saved_replies WHERE site_key = ?1 ORDER BY title COLLATE NOCASE, id',
      siteKey,
    ),
  ]);
  return rowsOf<SavedReply>(result);
}

export async function saveReply(
  db: Database,
  { id, siteKey, title, body, by }: SavedReply & { siteKey: string; by: By },
): Promise<void> {
  await db.write([
    db.sql(
      `INSERT INTO saved_replies (id, site_key, title, body, moderator, changed_at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6)
       ON CONFLICT (id) DO UPDATE SET title = ?3, body = ?4, moderator = ?5, changed_at = ?6`,
      id,
      siteKey,
      title,
      body,
      by.moderator.name,
      by.at.getTime(),
    ),
  ]);
}

/** False where the site has no such reply. */
export async function removeReply(
  db: Database,
  { id, siteKey }: { id: string; siteKey: string },
): Promise<boolean> {
  const [gone] = await db.write([
    db.sql('DELETE FROM saved_replies WHERE id = ?1 AND site_key = ?2 RETURNING id', id, siteKey),
  ]);
  return rowsOf(gone).length === 1;
}
