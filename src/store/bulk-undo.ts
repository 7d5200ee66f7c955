import { STEP } from '../domain/bulk.ts';
import type { By } from '../domain/decide.ts';
import { OWN } from './bulks.ts';
import { type Database, rowsOf } from './database.ts';
import { undoStatements } from './decisions.ts';

/**
 * Ids of the comments that stand again as they stood before. By the log, whose decisions may be more
 * than were written down as done; only on sites that are still the moderator's.
 */
export async function storeBulkUndo(
  db: Database,
  ask: { bulkId: string; from: number; to: number; by: By; newId: () => string },
): Promise<string[]> {
  const [found] = await db.read([
    db.sql(
      `SELECT d.id, d.comment_id FROM bulk_items i
       JOIN decisions d ON d.comment_id = i.comment_id AND d.bulk_id = i.bulk_id
       JOIN comments c ON c.id = i.comment_id
       WHERE i.bulk_id = ?1 AND i.position > ?2 AND i.position <= ?3
         AND (?4 = 'admin' OR c.site_key IN (SELECT value FROM json_each(?5)))
         AND NOT EXISTS (SELECT 1 FROM decisions u WHERE u.undoes = d.id)
       ORDER BY i.position`,
      ask.bulkId,
      ask.from,
      ask.to,
      ask.by.moderator.role,
      JSON.stringify(ask.by.moderator.sites),
    ),
  ]);
  const decisions = rowsOf<{ id: string; comment_id: string }>(found);
  if (decisions.length === 0) return [];
  const results = await db.write(
    decisions.flatMap(({ id }) =>
      undoStatements(db, { undoId: ask.newId(), decisionId: id, by: ask.by }),
    ),
  );
  return decisions.flatMap(({ comment_id }, i) =>
    rowsOf(results[2 * i]).length > 0 ? comment_id : [],
  );
}

export async function closeUndone(
  db: Database,
  { bulkId, from, to }: { bulkId: string; from: number; to: number },
): Promise<void> {
  await db.write([
    db.sql(
      `UPDATE bulk_items AS i SET outcome = iif(
         EXISTS (${OWN} AND EXISTS (SELECT 1 FROM decisions u WHERE u.undoes = d.id)), 'undone', 'kept')
       WHERE bulk_id = ?1 AND position > ?2 AND position <= ?3
         AND (outcome = 'done' OR (outcome IS NULL AND EXISTS (${OWN})))`,
      bulkId,
      from,
      to,
    ),
    // A step further than was written down: one that was cut may have decided that far.
    db.sql(
      `UPDATE bulks SET undone_to = MAX(undone_to, MIN(?2, total)),
         state = iif(state = 'undoing' AND ?2 >= MIN(total, decided_to + ${STEP}), 'undone', state)
       WHERE id = ?1`,
      bulkId,
      to,
    ),
  ]);
}
