import { Sort } from '../../src/contract/thread.ts';
import { type ReadThreadDeps, readThread } from '../../src/domain/read-thread.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { findInThread, openThread } from '../../src/store/open-thread.ts';
import { pageOfBranch, pageOfThread, shownComments } from '../../src/store/thread-pages.ts';
import { page, SITE } from './seed.ts';

export const SORTS = Sort.options;

/** Rows that D1 says it reads for the first page of 20 and for the one after it, in every order. */
export async function countRows(db: D1Database, thread: number | 'large'): Promise<number[]> {
  const counted: number[] = [];
  for (const sort of SORTS) {
    const first = await readPage(db, { thread, sort, cursor: undefined });
    counted.push(first.rows);
    if (first.next === null) continue;
    counted.push((await readPage(db, { thread, sort, cursor: first.next })).rows);
  }
  return counted;
}

type Ask = { thread: number | 'large'; sort: Sort; cursor: string | undefined };

async function readPage(d1: D1Database, { thread, sort, cursor }: Ask) {
  let rows = 0;
  const batch: D1Database['batch'] = async <T>(statements: D1PreparedStatement[]) => {
    const results = await d1.batch<T>(statements);
    for (const { meta } of results) rows += meta.rows_read;
    return results;
  };
  const db = openDatabase(d1, { batch });
  const view = await readThread(readThreadDeps(db), {
    siteKey: SITE,
    page: { url: page(thread) },
    sort,
    limit: 20,
    cursor,
  });
  if (!view.ok) throw new Error(`A page could not be read: ${view.error.kind}`);
  if (view.value.comments.length !== 20) throw new Error('The page does not hold 20 comments.');
  return { rows, next: view.value.nextCursor };
}

export function readThreadDeps(db: Database): ReadThreadDeps {
  return {
    openThread: (ask) => openThread(db, ask),
    findInThread: (at) => findInThread(db, at),
    pageOfThread: (ask) => pageOfThread(db, ask),
    pageOfBranch: (ask) => pageOfBranch(db, ask),
    shownComments: (ids) => shownComments(db, ids),
  };
}
