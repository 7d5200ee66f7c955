import type { Comment, Status } from '../domain/comment.ts';
import {
  type AuthorHistory,
  OLDEST_FIRST,
  type Queue,
  type QueueAsk,
  type QueueCounts,
  type QueueItem,
} from '../domain/queue.ts';
import { readClusterSizes, selectNear } from './clusters.ts';
import { COMMENT_COLUMNS, type CommentRow, toComment } from './comment-row.ts';
import { type Database, rowsOf } from './database.ts';
import { readDecisions, selectDecisions } from './decisions.ts';
import { readFeaturings, selectFeaturings } from './featured.ts';
import { authorKey, readOpenMeasures, selectOpenMeasures } from './measures.ts';
import { readNotes, selectNotes } from './notes.ts';
import { readReports, selectReports } from './reports.ts';
import { readSites, selectSites } from './sites.ts';
import { readAnswers, selectAnswers } from './staff-replies.ts';
import { readThreads, selectThreads } from './threads.ts';

/** The ranges of the indexes that a queue is made of. */
export const IN_QUEUE: Record<Queue, string[]> = {
  held: ["status = 'held' AND reviewed = 0", "status = 'held' AND reviewed = 1"],
  reported: ["status = 'published' AND reports > 0", "status = 'held' AND reports > 0"],
  unreviewed: ["status = 'published' AND reviewed = 0"],
  published: ["status = 'published' AND reviewed = 0", "status = 'published' AND reviewed = 1"],
  spam: ["status = 'spam' AND reviewed = 0", "status = 'spam' AND reviewed = 1"],
  rejected: ["status = 'rejected' AND reviewed = 0", "status = 'rejected' AND reviewed = 1"],
};

export type Queued = { comment: Comment; authorHash: string };
export type QueuedRow = CommentRow & { author_hash: string };

/**
 * A page of a queue over several sites, whole with what belongs to each comment. Each site is its
 * own range of the index, read `limit` rows far, so no queue is ever read whole.
 */
export async function pageOfQueue(db: Database, ask: QueueAsk): Promise<QueueItem[]> {
  if (ask.siteKeys.length === 0) return [];
  const [direction, beyond] = OLDEST_FIRST[ask.queue] ? ['', '>'] : ['DESC', '<'];
  const ranges = ask.siteKeys.flatMap((siteKey) =>
    IN_QUEUE[ask.queue].map((range) =>
      db.sql(
        `SELECT ${COMMENT_COLUMNS}, author_hash FROM comments
         WHERE site_key = ?1 AND ${range} ${ask.after === null ? '' : `AND id ${beyond} ?3`}
         ORDER BY id ${direction} LIMIT ?2`,
        siteKey,
        ask.limit,
        ...(ask.after === null ? [] : [ask.after]),
      ),
    ),
  );
  const results = await db.read(ranges);
  const queued = results.flatMap((result) => rowsOf<QueuedRow>(result)).map(toQueued);
  const sign = OLDEST_FIRST[ask.queue] ? 1 : -1;
  queued.sort((a, b) => (a.comment.id < b.comment.id ? -sign : sign));
  return dressItems(db, queued.slice(0, ask.limit));
}

/** One comment as the desk shows it, whatever queue it is in. */
export async function findQueueItem(db: Database, id: string): Promise<QueueItem | null> {
  const [result] = await db.read([
    db.sql(`SELECT ${COMMENT_COLUMNS}, author_hash FROM comments WHERE id = ?1`, id),
  ]);
  const [item] = await dressItems(db, rowsOf<QueuedRow>(result).map(toQueued));
  return item ?? null;
}

/** These as the desk shows them, in the order asked. */
export async function findQueueItems(db: Database, ids: string[]): Promise<QueueItem[]> {
  if (ids.length === 0) return [];
  const [result] = await db.read([
    db.sql(
      `SELECT ${COMMENT_COLUMNS}, author_hash FROM comments
       WHERE id IN (SELECT value FROM json_each(?1))`,
      JSON.stringify(ids),
    ),
  ]);
  const rowOf = new Map(rowsOf<QueuedRow>(result).map((row) => [row.id, row]));
  return dressItems(db, ids.flatMap((id) => rowOf.get(id) ?? []).map(toQueued));
}

/** Exact numbers of all queues, from a handful of rows that the database keeps itself. */
export async function countQueues(db: Database, siteKeys: string[]): Promise<QueueCounts> {
  const keys = JSON.stringify(siteKeys);
  const [result, reported] = await db.read([
    db.sql(
      `SELECT status, reviewed, SUM(count) AS count FROM queue_counts
       WHERE site_key IN (SELECT value FROM json_each(?1)) GROUP BY status, reviewed`,
      keys,
    ),
    db.sql(
      `SELECT COALESCE(SUM(count), 0) AS count FROM report_counts
       WHERE site_key IN (SELECT value FROM json_each(?1))`,
      keys,
    ),
  ]);
  const counts = { held: 0, reported: 0, unreviewed: 0, published: 0, spam: 0, rejected: 0 };
  counts.reported = rowsOf<{ count: number }>(reported)[0]?.count ?? 0;
  for (const row of rowsOf<{ status: Status; reviewed: number; count: number }>(result)) {
    if (row.status !== 'deleted') counts[row.status] += row.count;
    if (row.status === 'published' && row.reviewed === 0) counts.unreviewed += row.count;
  }
  return counts;
}

/** Comments with all that a moderator sees beside them. */
export async function dressItems(db: Database, queued: Queued[]): Promise<QueueItem[]> {
  if (queued.length === 0) return [];
  const comments = queued.map(({ comment }) => comment);
  const ids = comments.map(({ id }) => id);
  const [threads, parents, decisions, authors, sites, reports, near, measures, ...marks] =
    await db.read([
      selectThreads(
        db,
        comments.map(({ threadId }) => threadId),
      ),
      selectComments(
        db,
        comments.flatMap(({ parentId }) => parentId ?? []),
      ),
      selectDecisions(db, ids),
      selectAuthors(db, queued),
      selectSites(db),
      selectReports(db, ids),
      selectNear(db, ids),
      selectOpenMeasures(db, queued.map(authorOf)),
      selectAnswers(db, ids),
      selectNotes(db, ids),
      selectFeaturings(db, ids),
    ]);
  const parentOf = new Map(rowsOf<CommentRow>(parents).map((row) => [row.id, toComment(row)]));
  const threadOf = new Map(readThreads(threads).map((thread) => [thread.id, thread]));
  const siteOf = new Map(readSites(sites).map((site) => [site.key, site]));
  const allDecisions = readDecisions(decisions);
  const reportsOf = readReports(reports);
  const clusterSizes = readClusterSizes(near);
  const measureOf = readOpenMeasures(measures);
  const [answersTo, notesOn, featurings] = [
    readAnswers(marks[0]),
    readNotes(marks[1]),
    readFeaturings(marks[2]),
  ];
  const historyRows = rowsOf<AuthorRow>(authors);
  return queued.flatMap(({ comment, authorHash }) => {
    const thread = threadOf.get(comment.threadId);
    const site = siteOf.get(comment.siteKey);
    if (thread === undefined || site === undefined) return [];
    return {
      comment,
      thread,
      site,
      parent: comment.parentId === null ? null : (parentOf.get(comment.parentId) ?? null),
      decisions: allDecisions.filter(({ commentId }) => commentId === comment.id),
      reports: reportsOf.get(comment.id) ?? [],
      answers: answersTo.get(comment.id) ?? [],
      notes: notesOn.get(comment.id) ?? [],
      featuring: featurings.get(comment.id) ?? null,
      author: {
        ...readAuthor(historyRows, { comment, authorHash }),
        measure: measureOf.get(authorKey(authorOf({ comment, authorHash }))) ?? null,
      },
      clusterSize: clusterSizes.get(comment.id) ?? 1,
    };
  });
}

function selectComments(db: Database, ids: string[]): D1PreparedStatement {
  return db.sql(
    `SELECT ${COMMENT_COLUMNS} FROM comments WHERE id IN (SELECT value FROM json_each(?1))`,
    JSON.stringify(ids),
  );
}

/** The numbers of an author are of so many latest comments, whatever there are. */
const AUTHORS_LATEST = 500;

/** Summed and not grouped: sorting into groups would read each row once more. */
const EACH_STATUS = ['published', 'held', 'spam', 'rejected', 'deleted']
  .map((status) => `'${status}', COALESCE(SUM(status = '${status}'), 0)`)
  .join(', ');

type AuthorRow = {
  site_key: string;
  author_hash: string;
  /** How many there are of each status, as JSON. */
  counts: string;
  first_seen: number | null;
};

/** From an index alone. */
function selectAuthors(db: Database, queued: Queued[]): D1PreparedStatement {
  const authors = queued.map(({ comment, authorHash }) => [comment.siteKey, authorHash]);
  return db.sql(
    `SELECT a.site_key, a.author_hash,
       (SELECT json_object(${EACH_STATUS}) FROM (
          SELECT c.status FROM comments c
          WHERE c.site_key = a.site_key AND c.author_hash = a.author_hash
          ORDER BY c.created_at DESC LIMIT ${AUTHORS_LATEST})) AS counts,
       (SELECT MIN(c.created_at) FROM comments c
        WHERE c.site_key = a.site_key AND c.author_hash = a.author_hash) AS first_seen
     FROM (SELECT DISTINCT value ->> 0 AS site_key, value ->> 1 AS author_hash FROM json_each(?1)) a`,
    JSON.stringify(authors),
  );
}

function readAuthor(
  rows: AuthorRow[],
  { comment, authorHash }: Queued,
): Omit<AuthorHistory, 'measure'> {
  const row = rows.find(
    (one) => one.site_key === comment.siteKey && one.author_hash === authorHash,
  );
  const found = JSON.parse(row?.counts ?? '{}') as Partial<AuthorHistory['counts']>;
  const counts = { published: 0, held: 0, spam: 0, rejected: 0, deleted: 0, ...found };
  const isCut = Object.values(counts).reduce((sum, count) => sum + count) >= AUTHORS_LATEST;
  // Whether this one is among the latest of so many does not matter any more.
  if (!isCut) counts[comment.status] = Math.max(0, counts[comment.status] - 1);
  const firstSeen = row?.first_seen ?? null;
  return { firstSeen: firstSeen === null ? null : new Date(firstSeen), isCut, counts };
}

function authorOf({ comment, authorHash }: Queued) {
  return { siteKey: comment.siteKey, authorHash };
}

export function toQueued(row: QueuedRow): Queued {
  return { comment: toComment(row), authorHash: row.author_hash };
}
