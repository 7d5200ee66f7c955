import { floodMode, floodSince } from '../domain/flood-mode.ts';
import type { Past, PastAsk } from '../domain/screen-comment.ts';
import type { Earlier } from '../domain/submission.ts';
import { readCampaign, selectCampaign } from './campaigns.ts';
import { COMMENT_COLUMNS, type CommentRow, toComment } from './comment-row.ts';
import { type Database, rowsOf } from './database.ts';
import { readMeasure, selectMeasureOf } from './measures.ts';
import { readSiteModel, type StoredModel, selectSiteModel } from './site-models.ts';
import {
  readHistory,
  readProtectedNames,
  readPublishedBefore,
  selectHistory,
  selectProtectedNames,
  selectPublishedBefore,
} from './standing.ts';
import { readTempos, selectTempos } from './tempo.ts';
import { readThread, selectThread } from './threads.ts';

export type GatherAsk = PastAsk & {
  modelVersion: number;
  /** The version of the site's model that need not be read again. */
  knownModel: number;
};

/** The site's model comes as it is stored: who asks knows whether it has that one already. */
export type Gathered = Omit<Past, 'siteModel'> & { model: StoredModel | null };

const MINUTE_MS = 60_000;
const WEEK_MS = 7 * 86_400_000;
/** Counting stops here: more would change no verdict. */
const ENOUGH = 400;

/** All that screening must know of the past, in one round trip. */
export async function gather(db: Database, ask: GatherAsk): Promise<Gathered> {
  const [
    thread,
    parent,
    address,
    author,
    earlier,
    model,
    ofAuthor,
    ofAddress,
    published,
    names,
    tempo,
    measure,
    ...campaign
  ] = await db.read([
    selectThread(db, { siteKey: ask.site.key, page: ask.page }),
    db.sql(`SELECT ${COMMENT_COLUMNS} FROM comments WHERE id = ?1`, ask.parentId),
    ...countLastMinute(db, ask),
    selectEarlier(db, ask),
    selectSiteModel(db, {
      siteKey: ask.site.key,
      modelVersion: ask.modelVersion,
      known: ask.knownModel,
    }),
    ...selectHistory(db, ask),
    selectPublishedBefore(db, ask),
    selectProtectedNames(db, ask.site.key),
    selectTempos(db, { siteKey: ask.site.key, page: ask.page }),
    selectMeasureOf(db, ask),
    ...selectCampaign(db, { ...ask, siteKey: ask.site.key }),
  ]);
  const tempos = readTempos(tempo);
  const setting = ask.site.screening.floodMode;
  const [parentRow] = rowsOf<CommentRow>(parent);
  return {
    thread: readThread(thread),
    parent: parentRow === undefined ? null : toComment(parentRow),
    lastMinute: { address: readCount(address), author: readCount(author) },
    history: { author: readHistory(ofAuthor), address: readHistory(ofAddress) },
    publishedBefore: readPublishedBefore(published),
    protectedNames: readProtectedNames(names),
    measure: readMeasure(measure),
    floodMode: floodMode(tempos, { setting, now: ask.now }),
    floodSince: floodSince(tempos, ask.now),
    earlier: rowsOf<EarlierRow>(earlier).map(toEarlier),
    model: readSiteModel(model),
    campaign: readCampaign(campaign),
  };
}

function countLastMinute(db: Database, ask: GatherAsk): D1PreparedStatement[] {
  const since = ask.now.getTime() - MINUTE_MS;
  return [
    db.sql(
      `SELECT COUNT(*) AS count FROM (SELECT 1 FROM comments
       WHERE address_hash = ?1 AND created_at > ?2 AND id IS NOT ?3 LIMIT ${ENOUGH})`,
      ask.addressHash,
      since,
      ask.except,
    ),
    db.sql(
      `SELECT COUNT(*) AS count FROM (SELECT 1 FROM comments
       WHERE site_key = ?1 AND author_hash = ?2 AND created_at > ?3 AND id IS NOT ?4 LIMIT ${ENOUGH})`,
      ask.site.key,
      ask.authorHash,
      since,
      ask.except,
    ),
  ];
}

type EarlierRow = {
  source: string;
  parent_id: string | null;
  thread_id: string;
  status: Earlier['status'];
  same_author: number;
};

function selectEarlier(db: Database, ask: GatherAsk): D1PreparedStatement {
  return db.sql(
    `SELECT source, parent_id, thread_id, status, author_hash = ?3 AS same_author FROM comments
     WHERE site_key = ?1 AND body_hash = ?2 AND created_at > ?4 AND id IS NOT ?5
     ORDER BY created_at DESC LIMIT 20`,
    ask.site.key,
    ask.bodyHash,
    ask.authorHash,
    ask.now.getTime() - WEEK_MS,
    ask.except,
  );
}

function readCount(result: D1Result | undefined): number {
  return rowsOf<{ count: number }>(result)[0]?.count ?? 0;
}

function toEarlier(row: EarlierRow): Earlier {
  return {
    source: row.source,
    parentId: row.parent_id,
    threadId: row.thread_id,
    status: row.status,
    sameAuthor: row.same_author === 1,
  };
}
