import type { AuthorMeasure, By, MeasureInForce, NewMeasure } from '../domain/author-measure.ts';
import type { PastAsk } from '../domain/screen-comment.ts';
import { type Database, rowsOf } from './database.ts';

type MeasureRow = {
  id: string;
  site_key: string;
  author_hash: string;
  kind: AuthorMeasure['kind'];
  moderator: string;
  taken_at: number;
  until: number;
  reason: string | null;
  ended_at: number | null;
  ended_by: string | null;
};

const COLUMNS =
  'id, site_key, author_hash, kind, moderator, taken_at, until, reason, ended_at, ended_by';

/** What is in force against the author of a submission, asked together with all else of the past. */
export function selectMeasureOf(db: Database, ask: PastAsk): D1PreparedStatement {
  return db.sql(
    `SELECT ${COLUMNS} FROM author_measures
     WHERE site_key = ?1 AND author_hash = ?2 AND ended_at IS NULL AND until > ?3`,
    ask.site.key,
    ask.authorHash,
    ask.now.getTime(),
  );
}

export function readMeasure(result: D1Result | undefined): AuthorMeasure | null {
  const [row] = rowsOf<MeasureRow>(result);
  return row === undefined ? null : toMeasure(row);
}

type Author = { siteKey: string; authorHash: string };

/** Open ones, whether or not they have run out: who shows them knows the time. */
export function selectOpenMeasures(db: Database, authors: Author[]): D1PreparedStatement {
  return db.sql(
    `SELECT ${COLUMNS} FROM author_measures
     JOIN (SELECT DISTINCT value ->> 0 AS site, value ->> 1 AS author FROM json_each(?1))
       ON site_key = site AND author_hash = author
     WHERE ended_at IS NULL`,
    JSON.stringify(authors.map(({ siteKey, authorHash }) => [siteKey, authorHash])),
  );
}

/** By author; see `authorKey`. */
export function readOpenMeasures(result: D1Result | undefined): Map<string, AuthorMeasure> {
  return new Map(
    rowsOf<MeasureRow>(result).map((row) => [
      authorKey({ siteKey: row.site_key, authorHash: row.author_hash }),
      toMeasure(row),
    ]),
  );
}

export function authorKey({ siteKey, authorHash }: Author): string {
  return `${siteKey} ${authorHash}`;
}

/** Takes the place of what was open against this author; null where the comment has no author. */
export async function storeMeasure(
  db: Database,
  { measure, by }: { measure: NewMeasure; by: By },
): Promise<AuthorMeasure | null> {
  const at = by.at.getTime();
  const [, stored] = await db.write([
    db.sql(
      `UPDATE author_measures SET ended_at = MIN(until, ?2), ended_by = CASE WHEN until > ?2 THEN ?3 END
       WHERE ended_at IS NULL AND (site_key, author_hash) =
         (SELECT site_key, author_hash FROM comments WHERE id = ?1)`,
      measure.commentId,
      at,
      by.moderator.name,
    ),
    db.sql(
      `INSERT INTO author_measures (id, site_key, author_hash, kind, comment_id, moderator_id,
         moderator, taken_at, until, reason)
       SELECT ?1, site_key, author_hash, ?3, id, ?4, ?5, ?6, ?7, ?8 FROM comments
       WHERE id = ?2 AND author_hash <> '' RETURNING ${COLUMNS}`,
      measure.id,
      measure.commentId,
      measure.kind,
      by.moderator.id,
      by.moderator.name,
      at,
      measure.until.getTime(),
      measure.reason,
    ),
  ]);
  return readMeasure(stored);
}

export async function findMeasure(
  db: Database,
  id: string,
): Promise<{ measure: AuthorMeasure; siteKey: string } | null> {
  const [result] = await db.read([
    db.sql(`SELECT ${COLUMNS} FROM author_measures WHERE id = ?1`, id),
  ]);
  const [row] = rowsOf<MeasureRow>(result);
  return row === undefined ? null : { measure: toMeasure(row), siteKey: row.site_key };
}

/** null where it had ended before. */
export async function endMeasure(
  db: Database,
  { id, by }: { id: string; by: By },
): Promise<AuthorMeasure | null> {
  const [ended] = await db.write([
    db.sql(
      `UPDATE author_measures SET ended_at = ?2, ended_by = ?3
       WHERE id = ?1 AND ended_at IS NULL RETURNING ${COLUMNS}`,
      id,
      by.at.getTime(),
      by.moderator.name,
    ),
  ]);
  return readMeasure(ended);
}

const MOST_LISTED = 20;

export async function listMeasures(db: Database, commentId: string): Promise<AuthorMeasure[]> {
  const [result] = await db.read([
    db.sql(
      `SELECT ${COLUMNS} FROM author_measures
       WHERE (site_key, author_hash) = (SELECT site_key, author_hash FROM comments WHERE id = ?1)
       ORDER BY id DESC LIMIT ${MOST_LISTED}`,
      commentId,
    ),
  ]);
  return rowsOf<MeasureRow>(result).map(toMeasure);
}

const MOST_IN_FORCE = 100;

export async function listInForce(
  db: Database,
  { siteKey, now }: { siteKey: string; now: Date },
): Promise<MeasureInForce[]> {
  const [result] = await db.read([
    db.sql(
      `SELECT m.*, COALESCE(c.name, '') AS name
       FROM (SELECT ${COLUMNS}, comment_id FROM author_measures
             WHERE site_key = ?1 AND ended_at IS NULL AND until > ?2
             ORDER BY until DESC LIMIT ${MOST_IN_FORCE}) m
       LEFT JOIN comments c ON c.id = m.comment_id ORDER BY m.until DESC`,
      siteKey,
      now.getTime(),
    ),
  ]);
  return rowsOf<MeasureRow & { comment_id: string; name: string }>(result).map((row) => ({
    measure: toMeasure(row),
    commentId: row.comment_id,
    name: row.name,
  }));
}

function toMeasure(row: MeasureRow): AuthorMeasure {
  return {
    id: row.id,
    kind: row.kind,
    by: row.moderator,
    at: new Date(row.taken_at),
    until: new Date(row.until),
    reason: row.reason,
    endedAt: row.ended_at === null ? null : new Date(row.ended_at),
    endedBy: row.ended_by,
  };
}
