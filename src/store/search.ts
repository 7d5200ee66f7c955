import type { QueueItem } from '../domain/queue.ts';
import { COMMENT_COLUMNS } from './comment-row.ts';
import { type Database, rowsOf } from './database.ts';
import { dressItems, type QueuedRow, toQueued } from './queues.ts';

export type SearchAsk = {
  text: string;
  siteKeys: string[];
  limit: number;
  /** Only comments older than this number; null begins with the newest. */
  before: number | null;
};

/** `next` is where the search goes on; null where nothing is left to look at. */
export type Found = { items: QueueItem[]; next: number | null };

type Row = QueuedRow & { seq: number; reached: number; looked: number };

/** A page of a search looks at so many hits at most, whatever the sites of the moderator are. */
const MOST_HITS = 1000;
/** Too short for trigrams, words are looked for in this many of the latest comments at a time. */
const MOST_SCANNED = 2000;
const SHORTEST = 3;

/**
 * Comments that have this text in their words, their author's name or e-mail, or their article's
 * title; newest first. Letters without their accents and case. Rows read have a ceiling; a page
 * may therefore have fewer comments than asked for, even none, and still name where to go on.
 */
export async function searchComments(db: Database, ask: SearchAsk): Promise<Found> {
  const isLong = [...ask.text].length >= SHORTEST;
  const before = ask.before ?? Number.MAX_SAFE_INTEGER;
  const most = isLong ? MOST_HITS : MOST_SCANNED;
  const looked = isLong
    ? `SELECT rowid AS seq FROM comment_search WHERE comment_search MATCH ?1 AND rowid < ?2
       ORDER BY rowid DESC LIMIT ${most}`
    : `SELECT seq FROM comments WHERE seq < ?2 ORDER BY seq DESC LIMIT ${most}`;
  const [found, end] = await db.read([
    db.sql(
      // Hits first, then their comments: by itself SQLite walks all comments, which are in order.
      `SELECT c.seq, ${COMMENT_COLUMNS}, author_hash
       FROM (${looked}) l CROSS JOIN comments c ON c.seq = l.seq
       WHERE c.site_key IN (SELECT value FROM json_each(?3)) AND c.status <> 'deleted'
         ${isLong ? '' : `AND instr(lower(c.name || char(10) || c.source), ?1) > 0`}
       ORDER BY l.seq DESC LIMIT ?4`,
      isLong ? quoted(ask.text) : ask.text.toLowerCase(),
      before,
      JSON.stringify(ask.siteKeys),
      ask.limit + 1,
    ),
    db.sql(
      `SELECT MIN(seq) AS reached, COUNT(*) AS looked FROM (${looked}) WHERE ?1 IS NOT NULL`,
      isLong ? quoted(ask.text) : ask.text,
      before,
    ),
  ]);
  const rows = rowsOf<Row>(found);
  const page = rows.slice(0, ask.limit);
  const [seen] = rowsOf<{ reached: number | null; looked: number }>(end);
  const isCut = seen !== undefined && seen.looked === most;
  return {
    items: await dressItems(db, page.map(toQueued)),
    next: rows.length > page.length ? (page.at(-1)?.seq ?? null) : isCut ? seen.reached : null,
  };
}

/** One phrase: whatever FTS5 takes for an operator is text. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
