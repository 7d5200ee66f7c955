import type { OwnDecision } from '../domain/bulk.ts';
import type { Status } from '../domain/comment.ts';
import { type Database, rowsOf } from './database.ts';

export type OwnAsk = {
  moderatorId: string;
  siteKeys: string[];
  limit: number;
  /** Only those before this one; null begins with the newest. */
  before: string | null;
};

type Row = {
  id: string;
  comment_id: string;
  decided_at: number;
  from_status: Status;
  to_status: Status;
  reason: string | null;
  undone: number;
  overtaken: number;
  name: string;
  excerpt: string;
  status: Status;
  site_key: string;
  site_name: string;
  thread_id: string;
  url: string | null;
  title: string | null;
};

/**
 * A moderator's own decisions, newest first, those of bulks left out. Of `limit` that are looked at
 * only those on these sites are shown; `next` is null where there are no more.
 */
export async function listOwnDecisions(
  db: Database,
  ask: OwnAsk,
): Promise<{ decisions: OwnDecision[]; next: string | null }> {
  // By itself SQLite would look for them among all that are no undo: see STANDS.
  const looked = `SELECT * FROM decisions INDEXED BY decisions_own WHERE moderator_id = ?1 AND undoes IS NULL AND bulk_id IS NULL
    ${ask.before === null ? '' : 'AND id < ?3'} ORDER BY id DESC LIMIT ?2`;
  const given = [ask.moderatorId, ask.limit, ...(ask.before === null ? [] : [ask.before])];
  const [found, end] = await db.read([
    db.sql(
      `SELECT d.id, d.comment_id, d.decided_at, d.from_status, d.to_status, d.reason,
         EXISTS (SELECT 1 FROM decisions u WHERE u.undoes = d.id) AS undone,
         (c.status = 'deleted' OR c.version <> (SELECT MAX(a.version) FROM decisions a
            WHERE a.comment_id = d.comment_id) OR EXISTS (SELECT 1 FROM decisions o
            WHERE o.comment_id = d.comment_id AND o.version > d.version AND +o.undoes IS NULL
              AND NOT EXISTS (SELECT 1 FROM decisions u WHERE u.undoes = o.id))) AS overtaken,
         c.name, substr(c.source, 1, 300) AS excerpt, c.status, c.site_key, s.name AS site_name,
         c.thread_id, t.url, t.title
       FROM (${looked}) d JOIN comments c ON c.id = d.comment_id
       JOIN sites s ON s.key = c.site_key JOIN threads t ON t.id = c.thread_id
       ORDER BY d.id DESC`,
      ...given,
    ),
    db.sql(`SELECT MIN(id) AS reached, COUNT(*) AS looked FROM (${looked})`, ...given),
  ]);
  const [seen] = rowsOf<{ reached: string | null; looked: number }>(end);
  const rows = rowsOf<Row>(found).filter((row) => ask.siteKeys.includes(row.site_key));
  return {
    decisions: rows.map(toOwn),
    next: seen?.looked === ask.limit ? seen.reached : null,
  };
}

function toOwn(row: Row): OwnDecision {
  return {
    id: row.id,
    at: new Date(row.decided_at),
    from: row.from_status,
    to: row.to_status,
    reason: row.reason,
    state: row.undone === 1 ? 'taken-back' : row.overtaken === 1 ? 'overtaken' : 'stands',
    comment: {
      id: row.comment_id,
      name: row.name,
      excerpt: row.excerpt,
      status: row.status,
      site: { key: row.site_key, name: row.site_name },
      thread: { id: row.thread_id, url: row.url, title: row.title },
    },
  };
}
