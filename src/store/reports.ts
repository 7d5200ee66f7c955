import type { Report } from '../domain/report.ts';
import type { NewReport, StoredReport } from '../domain/report-comment.ts';
import { type Database, rowsOf } from './database.ts';
import { countAct } from './reader-acts.ts';

/** Who stands in the log where readers' reports have held a comment; triggers know this id. */
const READERS = { id: 'readers', name: 'Readers’ reports' };

/** Reports that a moderator is shown of one comment; the number of all is told beside them. */
const SHOWN = 20;

/**
 * Stores a report, once a browser and once a network, and holds the comment if now enough are open
 * and no moderator has decided about it.
 */
export async function storeReport(db: Database, report: NewReport): Promise<StoredReport> {
  const { commentId, traces, now, toHold } = report;
  const [, counted, , held] = await db.write([
    ...countAct(db, { rate: traces.rate, now }),
    db.sql(
      `INSERT INTO reports (comment_id, reader_hash, network_hash, reason, text, created_at)
       SELECT id, ?2, ?3, ?4, ?5, ?6 FROM comments
       WHERE changes() = 1 AND id = ?1 AND status = 'published' ON CONFLICT DO NOTHING`,
      commentId,
      traces.reader,
      traces.network,
      report.reason,
      report.text,
      now.getTime(),
    ),
    // Only the report that makes it enough holds: no report, no change.
    db.sql(
      `UPDATE comments SET status = 'held', version = version + 1
       WHERE id = ?1 AND changes() = 1 AND status = 'published' AND reviewed = 0
         AND ?2 > 0 AND reports >= ?2 RETURNING id`,
      commentId,
      toHold,
    ),
    logHold(db, report),
  ]);
  if (rowsOf(counted).length === 0) return 'acting-too-fast';
  return rowsOf(held).length === 1 ? 'held' : 'reported';
}

/** `changes()` ties the log to the hold before it. */
function logHold(db: Database, { commentId, decisionId, now }: NewReport): D1PreparedStatement {
  return db.sql(
    `INSERT INTO decisions (id, comment_id, moderator_id, moderator, decided_at, from_status,
       from_reviewed, to_status, version, reason)
     SELECT ?1, id, ?2, ?3, ?4, 'published', 0, 'held', version,
       'Reported by ' || reports || iif(reports = 1, ' reader', ' readers')
     FROM comments WHERE id = ?5 AND changes() = 1`,
    decisionId,
    READERS.id,
    READERS.name,
    now.getTime(),
    commentId,
  );
}

type ReportRow = { comment_id: string; reason: string; text: string | null; created_at: number };

/** Open reports of these comments, the newest of each first. */
export function selectReports(db: Database, commentIds: string[]): D1PreparedStatement {
  return db.sql(
    `SELECT r.comment_id, r.reason, r.text, r.created_at
     FROM json_each(?1) asked JOIN reports r ON r.seq IN (
       SELECT seq FROM reports WHERE comment_id = asked.value AND closed_by IS NULL
       ORDER BY seq DESC LIMIT ${SHOWN})
     ORDER BY r.seq DESC`,
    JSON.stringify(commentIds),
  );
}

export function readReports(result: D1Result | undefined): Map<string, Report[]> {
  const rows = rowsOf<ReportRow>(result);
  const of = Map.groupBy(rows, (row) => row.comment_id);
  return new Map([...of].map(([id, all]) => [id, all.map(toReport)]));
}

function toReport(row: ReportRow): Report {
  return { reason: row.reason, text: row.text, at: new Date(row.created_at) };
}
