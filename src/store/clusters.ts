import type { Status } from '../domain/comment.ts';
import { ALIKE, readTrace, similar } from '../domain/likeness.ts';
import type { Kin, Member, Middle } from '../domain/read-cluster.ts';
import { anyOf } from './campaigns.ts';
import { type Database, rowsOf } from './database.ts';

type MiddleRow = {
  seq: number;
  site_key: string;
  status: Status;
  author_hash: string;
  trace: string | null;
  places: string | null;
};

/** What a cluster is looked for by; null for an unknown comment and for one that is erased. */
export async function findMiddle(db: Database, id: string): Promise<Middle | null> {
  const [found] = await db.read([
    db.sql(
      `SELECT seq, site_key, status, author_hash, trace, places FROM comments WHERE id = ?1`,
      id,
    ),
  ]);
  const [row] = rowsOf<MiddleRow>(found);
  if (row === undefined || row.status === 'deleted') return null;
  const places = JSON.parse(row.places ?? '[]') as string[];
  const trace = readTrace(row.trace?.split(' ') ?? [], places);
  const [author] = await db.read([
    selectPublishedAuthor(db, { siteKey: row.site_key, authorHash: row.author_hash, except: id }),
  ]);
  return {
    seq: row.seq,
    siteKey: row.site_key,
    trace,
    publishedAuthor: rowsOf(author).length > 0,
  };
}

/** Among so many of an author's latest comments one is looked for that is published. */
const AUTHORS_LATEST = 20;

function selectPublishedAuthor(
  db: Database,
  ask: { siteKey: string; authorHash: string; except: string },
): D1PreparedStatement {
  return db.sql(
    `SELECT 1 FROM (SELECT id, status FROM comments WHERE site_key = ?1 AND author_hash = ?2
       ORDER BY created_at DESC LIMIT ${AUTHORS_LATEST})
     WHERE status = 'published' AND id <> ?3 LIMIT 1`,
    ask.siteKey,
    ask.authorHash,
    ask.except,
  );
}

type KinRow = { seq: number; site_key: string; trace: string };

/**
 * Comments that share a token with it, whatever their site, newest first, the comment itself among
 * them; `limit` of them, each costing two rows.
 */
export async function listKin(
  db: Database,
  ask: { middle: Middle; before: number | null; limit: number },
): Promise<Kin[]> {
  const { trace, seq } = ask.middle;
  const before = ask.before ?? Number.MAX_SAFE_INTEGER;
  const tokens = [...trace.text, ...trace.ties];
  if (tokens.length === 0) {
    return seq < before ? [{ seq, siteKey: ask.middle.siteKey, tokens }] : [];
  }
  const [found] = await db.read([
    db.sql(
      `SELECT c.seq, c.site_key, c.trace
       FROM (SELECT rowid AS seq FROM comment_traces WHERE comment_traces MATCH ?1 AND rowid < ?2
             ORDER BY rowid DESC LIMIT ?3) l
       CROSS JOIN comments c ON c.seq = l.seq`,
      anyOf(tokens),
      before,
      ask.limit,
    ),
  ]);
  return rowsOf<KinRow>(found).map((row) => ({
    seq: row.seq,
    siteKey: row.site_key,
    tokens: row.trace.split(' '),
  }));
}

type MemberRow = {
  seq: number;
  id: string;
  version: number;
  status: Status;
  reviewed: number;
  name: string;
  source: string;
  created_at: number;
  site_key: string;
  site_name: string;
  thread_id: string;
  url: string | null;
  title: string | null;
};

/** Of a text so much is shown, in Unicode code points. */
const EXCERPT = 300;

/** What the desk shows of these comments, newest first. */
export async function findMembers(db: Database, seqs: number[]): Promise<Member[]> {
  const [found] = await db.read([
    db.sql(
      `SELECT c.seq, c.id, c.version, c.status, c.reviewed, c.name,
         substr(c.source, 1, ${EXCERPT}) AS source, c.created_at, c.site_key, s.name AS site_name,
         c.thread_id, t.url, t.title
       FROM comments c JOIN sites s ON s.key = c.site_key JOIN threads t ON t.id = c.thread_id
       WHERE c.seq IN (SELECT value FROM json_each(?1)) ORDER BY c.seq DESC`,
      JSON.stringify(seqs),
    ),
  ]);
  return rowsOf<MemberRow>(found).map((row) => ({
    seq: row.seq,
    id: row.id,
    version: row.version,
    status: row.status,
    reviewed: row.reviewed === 1,
    name: row.name,
    excerpt: row.source,
    createdAt: new Date(row.created_at),
    site: { key: row.site_key, name: row.site_name },
    thread: { id: row.thread_id, url: row.url, title: row.title },
  }));
}

/** So many are counted for an item of a queue, among so many of the latest comments. */
const COUNTED = 12;
const LATEST = 20_000;
/** Length of the wording's tokens in a stored trace, where it has any: 32 of 9 letters. */
const WORDING = 319;

type NearRow = { id: string; trace: string; near: string };

/** For each of these comments the traces that are nearest to its own in wording. */
export function selectNear(db: Database, ids: string[]): D1PreparedStatement {
  return db.sql(
    `SELECT i.id, i.trace, (
       SELECT json_group_array(c.trace) FROM (
         SELECT rowid AS seq FROM comment_traces
         WHERE comment_traces MATCH replace(substr(i.trace, 1, ${WORDING}), ' ', ' OR ')
           AND rowid > (SELECT MAX(seq) FROM comments) - ${LATEST}
         ORDER BY rank LIMIT ${COUNTED}) l
       CROSS JOIN comments c ON c.seq = l.seq) AS near
     FROM comments i WHERE i.id IN (SELECT value FROM json_each(?1)) AND i.trace LIKE '0%'`,
    JSON.stringify(ids),
  );
}

/** How many comments are variants of each, itself counted; 12 stands for 12 or more. */
export function readClusterSizes(result: D1Result | undefined): Map<string, number> {
  const rows = rowsOf<NearRow>(result);
  return new Map(
    rows.map(({ id, trace, near }) => {
      const own = readTrace(trace.split(' '), []);
      const others = (JSON.parse(near) as string[]).map((one) => similar(own, one.split(' ')));
      return [id, Math.max(1, others.filter(({ text }) => text >= ALIKE).length)];
    }),
  );
}
