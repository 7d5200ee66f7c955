import type { Status } from '../domain/comment.ts';
import type { Decision } from '../domain/decision.ts';
import type { DecidedStatus } from '../domain/status.ts';
import type { Trace } from '../domain/trace.ts';
import { writeTrace } from './campaigns.ts';
import { type Database, rowsOf } from './database.ts';

type DecisionRow = {
  id: string;
  comment_id: string;
  moderator: string;
  decided_at: number;
  from_status: Status;
  to_status: Status;
  version: number;
  reason: string | null;
  undoes: string | null;
};

const COLUMNS =
  'id, comment_id, moderator, decided_at, from_status, to_status, version, reason, undoes';

export type By = { moderator: { id: string; name: string }; at: Date };

export type NewDecision = {
  id: string;
  commentId: string;
  /** The version that the moderator saw. */
  version: number;
  from: { status: Status; reviewed: boolean };
  to: DecidedStatus;
  reason: string | null;
  /** Of a comment that is thrown out, for one that is older than traces; null otherwise. */
  trace: Trace | null;
  aboutSpam: boolean;
};

/** The comment's state after a decision; null where the comment had changed before it. */
export type Stored = { version: number; status: Status } | null;

/** Stores decisions, each by itself: one that comes too late changes nothing and is null. */
export async function storeDecisions(
  db: Database,
  { decisions, by, bulkId }: { decisions: NewDecision[]; by: By; bulkId?: string },
): Promise<Stored[]> {
  if (decisions.length === 0) return [];
  const moves = decisions.flatMap((decision) => [
    moveComment(db, decision),
    logMove(db, { decision, by, bulkId: bulkId ?? null }),
  ]);
  const results = await db.write(moves);
  return decisions.map((_, i) => rowsOf<NonNullable<Stored>>(results[2 * i])[0] ?? null);
}

function moveComment(db: Database, decision: NewDecision): D1PreparedStatement {
  return db.sql(
    `UPDATE comments SET status = ?3, reviewed = 1, version = version + 1,
       trace = COALESCE(trace, ?4)
     WHERE id = ?1 AND version = ?2 AND status <> 'deleted' RETURNING version, status`,
    decision.commentId,
    decision.version,
    decision.to,
    decision.trace && writeTrace(decision.trace),
  );
}

/** `changes()` ties the log to the move before it: no move, no row. */
function logMove(
  db: Database,
  { decision, by, bulkId }: { decision: NewDecision; by: By; bulkId: string | null },
): D1PreparedStatement {
  return db.sql(
    `INSERT INTO decisions (id, comment_id, moderator_id, moderator, decided_at, from_status,
       from_reviewed, to_status, version, reason, about_spam, bulk_id)
     SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12 WHERE changes() = 1`,
    decision.id,
    decision.commentId,
    by.moderator.id,
    by.moderator.name,
    by.at.getTime(),
    decision.from.status,
    decision.from.reviewed ? 1 : 0,
    decision.to,
    decision.version + 1,
    decision.reason,
    decision.aboutSpam ? 1 : 0,
    bulkId,
  );
}

/**
 * A decision that stands: it is no undo, and nothing has undone it. Without the plus SQLite would
 * look for it among all that are no undo, which is nearly the whole log.
 */
export const STANDS =
  '+d.undoes IS NULL AND NOT EXISTS (SELECT 1 FROM decisions u WHERE u.undoes = d.id)';

/**
 * Takes back a decision: the comment stands again as it stood before. Only the last standing
 * decision can be taken back, and only while its author has not changed the comment since.
 */
export async function storeUndo(
  db: Database,
  { undoId, decisionId, by }: { undoId: string; decisionId: string; by: By },
): Promise<Stored> {
  const [moved] = await db.write(undoStatements(db, { undoId, decisionId, by }));
  return rowsOf<NonNullable<Stored>>(moved)[0] ?? null;
}

/** The move, which says what became of the comment, and its row in the log: to be run together. */
export function undoStatements(
  db: Database,
  { undoId, decisionId, by }: { undoId: string; decisionId: string; by: By },
): [D1PreparedStatement, D1PreparedStatement] {
  return [
    db.sql(
      `UPDATE comments SET status = d.from_status, reviewed = d.from_reviewed,
         version = comments.version + 1
       FROM decisions d
       WHERE d.id = ?1 AND comments.id = d.comment_id AND ${STANDS}
         AND comments.status <> 'deleted'
         AND d.version = (SELECT MAX(d.version) FROM decisions d
                          WHERE d.comment_id = comments.id AND ${STANDS})
         AND comments.version = (SELECT MAX(a.version) FROM decisions a
                                 WHERE a.comment_id = comments.id)
       RETURNING comments.version, comments.status`,
      decisionId,
    ),
    db.sql(
      `INSERT INTO decisions (id, comment_id, moderator_id, moderator, decided_at, from_status,
         from_reviewed, to_status, version, undoes)
       SELECT ?1, d.comment_id, ?2, ?3, ?4, d.to_status, 1, d.from_status, c.version, d.id
       FROM decisions d JOIN comments c ON c.id = d.comment_id
       WHERE d.id = ?5 AND changes() = 1`,
      undoId,
      by.moderator.id,
      by.moderator.name,
      by.at.getTime(),
      decisionId,
    ),
  ];
}

export async function findDecision(db: Database, id: string): Promise<Decision | null> {
  const [result] = await db.read([db.sql(`SELECT ${COLUMNS} FROM decisions WHERE id = ?1`, id)]);
  return readDecisions(result)[0] ?? null;
}

/** All decisions about these comments, oldest first. */
export function selectDecisions(db: Database, commentIds: string[]): D1PreparedStatement {
  return db.sql(
    `SELECT ${COLUMNS} FROM decisions
     WHERE comment_id IN (SELECT value FROM json_each(?1)) ORDER BY comment_id, version`,
    JSON.stringify(commentIds),
  );
}

export async function listDecisions(db: Database, commentIds: string[]): Promise<Decision[]> {
  const [result] = await db.read([selectDecisions(db, commentIds)]);
  return readDecisions(result);
}

export function readDecisions(result: D1Result | undefined): Decision[] {
  return rowsOf<DecisionRow>(result).map((row) => ({
    id: row.id,
    commentId: row.comment_id,
    by: row.moderator,
    at: new Date(row.decided_at),
    from: row.from_status,
    to: row.to_status,
    version: row.version,
    reason: row.reason,
    undoes: row.undoes,
  }));
}
