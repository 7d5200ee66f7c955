import type { Bulk, BulkItem, BulkState, Named } from '../domain/bulk.ts';
import type { By } from '../domain/decide.ts';
import type { About } from '../domain/narrow.ts';
import type { DecidedStatus } from '../domain/status.ts';
import { type Database, rowsOf } from './database.ts';

type BulkRow = {
  id: string;
  moderator_id: string;
  created_at: number;
  to_status: DecidedStatus;
  reason: string | null;
  about: string | null;
  state: BulkState;
  gathered: string | null;
  decided_to: number;
  undone_to: number;
  total: number;
  done: number;
  conflicts: number;
  undone: number;
  kept: number;
};

const COLUMNS = `id, moderator_id, created_at, to_status, reason, about, state, gathered, decided_to,
  undone_to, total, done, conflicts, undone, kept`;

/** Items are numbered in the order given. */
export async function insertBulk(
  db: Database,
  { bulk, by, items }: { bulk: Bulk; by: By; items: Named[] },
): Promise<void> {
  await db.write([
    db.sql(
      `INSERT INTO bulks (id, moderator_id, moderator, created_at, to_status, reason, about, state, total)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)`,
      bulk.id,
      by.moderator.id,
      by.moderator.name,
      by.at.getTime(),
      bulk.to,
      bulk.reason,
      bulk.about && JSON.stringify(bulk.about),
      bulk.state,
      items.length,
    ),
    db.sql(
      `INSERT INTO bulk_items (bulk_id, position, comment_id, version)
       SELECT ?1, key + 1, value ->> 'id', value ->> 'version' FROM json_each(?2)`,
      bulk.id,
      JSON.stringify(items),
    ),
  ]);
}

export async function findBulk(db: Database, id: string): Promise<Bulk | null> {
  const [found] = await db.read([
    db.sql(`SELECT ${COLUMNS} FROM bulks WHERE id = ?1 AND state <> 'dropped'`, id),
  ]);
  return readBulks(found)[0] ?? null;
}

/** So many of a moderator's latest are shown. */
const LATEST = 20;

export async function listBulks(db: Database, moderatorId: string): Promise<Bulk[]> {
  const [found] = await db.read([
    db.sql(
      `SELECT ${COLUMNS} FROM bulks WHERE moderator_id = ?1 AND state <> 'dropped'
       ORDER BY id DESC LIMIT ${LATEST}`,
      moderatorId,
    ),
  ]);
  return readBulks(found);
}

/**
 * Adds what was found and goes on. Comments that already stand as asked are no part of it. Two
 * requests that gather the same stretch add it once.
 */
export async function storeGathered(
  db: Database,
  { bulk, found, next }: { bulk: Bulk; found: Named[]; next: string | null },
): Promise<void> {
  const fits = `SELECT c.id, c.version FROM json_each(?2) f JOIN comments c ON c.id = f.value ->> 'id'
    WHERE c.status <> 'deleted' AND NOT (c.status = ?3 AND c.reviewed = 1 AND c.reports = 0)`;
  const given = [bulk.id, JSON.stringify(found), bulk.to] as const;
  await db.write([
    db.sql(
      `INSERT INTO bulk_items (bulk_id, position, comment_id, version)
       SELECT ?1, ?4 + row_number() OVER (ORDER BY id), id, version FROM (${fits})
       WHERE EXISTS (SELECT 1 FROM bulks WHERE id = ?1 AND state = 'gathering' AND gathered IS ?5)`,
      ...given,
      bulk.total,
      bulk.gathered,
    ),
    db.sql(
      `UPDATE bulks SET gathered = ?2, state = ?3, total = COALESCE(
         (SELECT MAX(position) FROM bulk_items WHERE bulk_id = ?1), 0)
       WHERE id = ?1 AND state = 'gathering' AND gathered IS ?4`,
      bulk.id,
      next ?? bulk.gathered,
      next === null ? 'ready' : 'gathering',
      bulk.gathered,
    ),
  ]);
}

export async function moveBulk(
  db: Database,
  { id, from, to }: { id: string; from: BulkState[]; to: BulkState },
): Promise<void> {
  await db.write([
    db.sql(
      `UPDATE bulks SET state = ?2 WHERE id = ?1 AND state IN (SELECT value FROM json_each(?3))`,
      id,
      to,
      JSON.stringify(from),
    ),
  ]);
}

type ItemRow = { position: number; comment_id: string; version: number };

export async function nextItems(
  db: Database,
  { bulkId, after, limit }: { bulkId: string; after: number; limit: number },
): Promise<BulkItem[]> {
  const [found] = await db.read([
    db.sql(
      `SELECT position, comment_id, version FROM bulk_items
       WHERE bulk_id = ?1 AND position > ?2 AND position <= ?2 + ?3 ORDER BY position`,
      bulkId,
      after,
      limit,
    ),
  ]);
  return rowsOf<ItemRow>(found).map((row) => ({
    position: row.position,
    commentId: row.comment_id,
    version: row.version,
  }));
}

/** The decision of this bulk about an item, `i`. */
export const OWN = `SELECT 1 FROM decisions d WHERE d.comment_id = i.comment_id AND d.bulk_id = i.bulk_id`;

/** By the log, so that a step that was cut after deciding is closed rightly by the next try. */
export async function closeDecided(
  db: Database,
  stretch: { bulkId: string; from: number; to: number },
): Promise<void> {
  const { bulkId, from, to } = stretch;
  await db.write([
    db.sql(
      `UPDATE bulk_items AS i SET outcome = iif(EXISTS (${OWN}), 'done', 'conflict')
       WHERE bulk_id = ?1 AND position > ?2 AND position <= ?3 AND outcome IS NULL`,
      bulkId,
      from,
      to,
    ),
    // A step that was under way when the bulk was taken back: its stretch is taken back once more.
    db.sql(
      `UPDATE bulks SET decided_to = MAX(decided_to, MIN(?2, total)),
         undone_to = iif(state IN ('undoing', 'undone'), MIN(undone_to, ?3), undone_to),
         state = CASE WHEN state = 'deciding' AND ?2 >= total THEN 'done'
           WHEN state = 'undone' THEN 'undoing' ELSE state END WHERE id = ?1`,
      bulkId,
      to,
      from,
    ),
  ]);
}

/** So many of what was left as it was are explained. */
const EXPLAINED = 20;

export async function listLeft(db: Database, bulkId: string): Promise<string[]> {
  const [found] = await db.read([
    db.sql(
      `SELECT comment_id FROM bulk_items WHERE bulk_id = ?1 AND outcome IN ('conflict', 'kept')
       ORDER BY position LIMIT ${EXPLAINED}`,
      bulkId,
    ),
  ]);
  return rowsOf<{ comment_id: string }>(found).map((row) => row.comment_id);
}

function readBulks(result: D1Result | undefined): Bulk[] {
  return rowsOf<BulkRow>(result).map((row) => ({
    id: row.id,
    moderatorId: row.moderator_id,
    at: new Date(row.created_at),
    to: row.to_status,
    reason: row.reason,
    about: row.about === null ? null : (JSON.parse(row.about) as About),
    state: row.state,
    gathered: row.gathered,
    decidedTo: row.decided_to,
    undoneTo: row.undone_to,
    total: row.total,
    done: row.done,
    conflicts: row.conflicts,
    undone: row.undone,
    kept: row.kept,
  }));
}
