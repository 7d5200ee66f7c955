import { type Database, rowsOf } from './database.ts';
import { TOPS_OF_THREAD } from './thread-tops.ts';

/** An address that leads to a thread; `isLeft` while comments are still to come from there. */
export type ThreadSource = { id: string; page: string; url: string | null; isLeft: boolean };

type SourceRow = { id: string; page: string; url: string | null; is_left: number };

/** So many are shown. */
const MOST = 100;

export async function listSources(db: Database, threadId: string): Promise<ThreadSource[]> {
  const [result] = await db.read([
    db.sql(
      `SELECT s.id, s.page, s.url, EXISTS (${TOPS_OF_THREAD('s.id')}) AS is_left
       FROM threads s WHERE s.merged_into = ?1 ORDER BY s.page LIMIT ${MOST}`,
      threadId,
    ),
  ]);
  return rowsOf<SourceRow>(result).map(({ is_left, ...row }) => ({
    ...row,
    isLeft: is_left === 1,
  }));
}
