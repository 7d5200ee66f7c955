import type { Note, Thread } from '../domain/thread.ts';
import type { NewThreadAct, ThreadAct, ThreadDeed } from '../domain/thread-act.ts';
import { type Database, rowsOf } from './database.ts';
import { readThread, THREAD_COLUMNS } from './threads.ts';

type ActRow = {
  id: string;
  thread_id: string;
  moderator: string;
  done_at: number;
  kind: ThreadDeed['kind'];
  was: string;
  became: string;
  version: number;
  undoes: string | null;
};

const COLUMNS = 'id, thread_id, moderator, done_at, kind, was, became, version, undoes';
/** Of a thread's log so much is read. */
const MOST = 100;

/** The act behind a change of its thread; nothing where the statement before it has changed none. */
export function logAct(
  db: Database,
  { threadId, act }: { threadId: string; act: NewThreadAct },
): D1PreparedStatement {
  return db.sql(
    `INSERT INTO thread_acts (id, thread_id, moderator_id, moderator, done_at, kind, was, became,
       version, undoes)
     SELECT ?1, id, ?3, ?4, ?5, ?6, ?7, ?8, version, ?9 FROM threads
     WHERE id = ?2 AND changes() = 1`,
    act.id,
    threadId,
    act.by.moderator.id,
    act.by.moderator.name,
    act.by.at.getTime(),
    act.kind,
    JSON.stringify(act.was),
    JSON.stringify(act.became),
    act.undoes,
  );
}

/** null where the thread's version is another one by now, or it has become part of another. */
export async function storeRules(
  db: Database,
  { thread, act }: { thread: Thread; act: NewThreadAct },
): Promise<Thread | null> {
  const { rules } = thread;
  const [changed] = await db.write([
    db.sql(
      `UPDATE threads SET closed_at = ?3, kept_open = ?4, message = ?5, announcement = ?6,
         slow_seconds = ?7, mode = ?8, version = version + 1
       WHERE id = ?1 AND version = ?2 AND merged_into IS NULL RETURNING ${THREAD_COLUMNS}`,
      thread.id,
      thread.version,
      thread.closedAt?.getTime() ?? null,
      rules.keptOpen ? 1 : 0,
      writeNote(rules.message),
      writeNote(rules.announcement),
      rules.slowSeconds,
      rules.mode,
    ),
    logAct(db, { threadId: thread.id, act }),
  ]);
  return readThread(changed);
}

export async function findThreadAct(db: Database, id: string): Promise<ThreadAct | null> {
  const [result] = await db.read([db.sql(`SELECT ${COLUMNS} FROM thread_acts WHERE id = ?1`, id)]);
  return readActs(result)[0] ?? null;
}

/** The newest first. */
export async function listThreadActs(db: Database, threadId: string): Promise<ThreadAct[]> {
  const [result] = await db.read([
    db.sql(
      `SELECT ${COLUMNS} FROM thread_acts WHERE thread_id = ?1 ORDER BY version DESC LIMIT ${MOST}`,
      threadId,
    ),
  ]);
  return readActs(result);
}

function readActs(result: D1Result | undefined): ThreadAct[] {
  return rowsOf<ActRow>(result).map((row) => {
    const { id, version, undoes } = row;
    // Whatever its kind is, both sides were written together with it.
    const deed = {
      kind: row.kind,
      was: JSON.parse(row.was),
      became: JSON.parse(row.became),
    } as ThreadDeed;
    const at = new Date(row.done_at);
    return { ...deed, id, threadId: row.thread_id, by: row.moderator, at, version, undoes };
  });
}

function writeNote(note: Note | null): string | null {
  return note && JSON.stringify(note);
}
