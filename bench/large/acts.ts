import { makeBulkDeps } from '../../src/bulk-deps.ts';
import type { Moderator } from '../../src/domain/decision.ts';
import type { Order } from '../../src/domain/narrow.ts';
import { type NarrowedAsk, readNarrowedQueue } from '../../src/domain/narrowed-queue.ts';
import type { Queue } from '../../src/domain/queue.ts';
import { readCluster } from '../../src/domain/read-cluster.ts';
import { readThread } from '../../src/domain/read-thread.ts';
import { findMembers, findMiddle, listKin } from '../../src/store/clusters.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { listOwnDecisions } from '../../src/store/own-decisions.ts';
import { countQueues, findQueueItem, pageOfQueue } from '../../src/store/queues.ts';
import { searchComments } from '../../src/store/search.ts';
import { listThreads } from '../../src/store/thread-list.ts';
import { readThreadDeps, SORTS } from '../service/rows.ts';
import { BUSIEST, LARGE_SITE, MODERATOR, RARE } from './fill.ts';

/** What D1 says of the statements of one act together. */
export type Asked = { rows: number; ms: number };
export type Act = { act: string; run: () => Promise<Asked> };

const siteKeys = [LARGE_SITE];
const QUEUES: Queue[] = ['held', 'reported', 'unreviewed', 'published', 'spam', 'rejected'];

/** Everything whose cost could grow with the number of comments. */
export async function acts(d1: D1Database): Promise<Act[]> {
  const act = (name: string, ask: (db: Database) => Promise<unknown>): Act => ({
    act: name,
    run: () => counted(d1, ask),
  });
  const search = (name: string, text: string): Act =>
    act(`search: ${name}`, (db) => searchComments(db, { text, siteKeys, limit: 20, before: null }));
  const narrowed = (
    name: string,
    of: Pick<NarrowedAsk, 'queue' | 'narrow'> & { order?: Order },
  ): Act =>
    act(name, (db) =>
      readNarrowedQueue(makeBulkDeps(db), {
        order: 'oldest',
        ...of,
        siteKeys,
        limit: 20,
        cursor: null,
      }),
    );
  const mine = { moderatorId: MODERATOR.id, siteKeys };
  const threads = { siteKeys, page: null, limit: 30, before: null };
  // The list of threads is brought up to date by whoever opens it.
  for (let seen = -1, now = 0; now !== seen; ) {
    await listThreads(openDatabase(d1), { ...threads, text: null });
    seen = now;
    now = (await d1.prepare('SELECT MAX(newest) AS n FROM thread_list').first<number>('n')) ?? 0;
  }
  const latest = await idOf(d1, `author_hash <> 'author-${BUSIEST}' AND status = 'held'`);
  const busiest = await idOf(d1, `author_hash = 'author-${BUSIEST}'`);
  return [
    act('numbers of all queues', (db) => countQueues(db, siteKeys)),
    ...QUEUES.map((queue) =>
      act(`queue ${queue}, 20`, (db) =>
        pageOfQueue(db, { queue, siteKeys, limit: 20, after: null }),
      ),
    ),
    act('queue spam, 20 from the middle', (db) =>
      pageOfQueue(db, { queue: 'spam', siteKeys, limit: 20, after: latest }),
    ),
    narrowed('queue held, only with links', { queue: 'held', narrow: { check: 'links' } }),
    narrowed('queue held, one section', { queue: 'held', narrow: { section: 'sport' } }),
    narrowed('queue spam, a reason that none has', { queue: 'spam', narrow: { check: 'none' } }),
    narrowed('queue held, by priority', { queue: 'held', narrow: {}, order: 'priority' }),
    act('decisions of my own', (db) => listOwnDecisions(db, { ...mine, limit: 20, before: null })),
    act('threads, 30', (db) => listThreads(db, { ...threads, text: null })),
    act('threads, a word in every title', (db) => listThreads(db, { ...threads, text: 'Article' })),
    act('one comment', (db) => findQueueItem(db, latest)),
    act('one comment, its author has the most', (db) => findQueueItem(db, busiest)),
    act('cluster around a comment', (db) => clusterAround(db, latest)),
    search('a word in every second comment', 'years'),
    search('a word in one of 5000', RARE),
    search('inside a word', RARE.slice(2, -2)),
    search('a word in none', 'zzyzxqq'),
    search('two letters', 'zq'),
    search('an author', BUSIEST),
    ...SORTS.map((sort) => act(`page of readers, ${sort}`, (db) => pageOfReaders(db, sort))),
  ];
}

async function counted(d1: D1Database, ask: (db: Database) => Promise<unknown>): Promise<Asked> {
  const asked = { rows: 0, ms: 0 };
  const batch: D1Database['batch'] = async <T>(statements: D1PreparedStatement[]) => {
    const results = await d1.batch<T>(statements);
    for (const { meta } of results) {
      asked.rows += meta.rows_read;
      asked.ms += meta.duration;
    }
    return results;
  };
  const db = openDatabase({ prepare: (sql) => d1.prepare(sql), batch });
  await ask(db);
  return asked;
}

function clusterAround(db: Database, id: string): Promise<unknown> {
  const moderator: Moderator = {
    id: 'm',
    name: 'M',
    email: 'm@large.example',
    role: 'admin',
    sites: [],
    editorOf: [],
  };
  return readCluster(
    {
      findMiddle: (one) => findMiddle(db, one),
      listKin: (ask) => listKin(db, ask),
      findMembers: (seqs) => findMembers(db, seqs),
    },
    { id, moderator, limit: 20, before: null },
  );
}

/** Of the article that most is written under. */
function pageOfReaders(db: Database, sort: (typeof SORTS)[number]): Promise<unknown> {
  return readThread(readThreadDeps(db), {
    siteKey: LARGE_SITE,
    page: { url: 'https://large.example/city/0' },
    sort,
    limit: 20,
    cursor: undefined,
  });
}

async function idOf(d1: D1Database, where: string): Promise<string> {
  const row = await d1
    .prepare(
      `SELECT id FROM comments WHERE site_key = ?1 AND ${where} ORDER BY seq DESC LIMIT 1 OFFSET 300`,
    )
    .bind(LARGE_SITE)
    .first<{ id: string }>();
  if (row === null) throw new Error('The database does not hold what was written into it.');
  return row.id;
}
