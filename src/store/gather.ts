import { floodMode, floodSince } from '../domain/flood-mode.ts';
import type { Past, PastAsk } from '../domain/screen-comment.ts';
import type { Earlier } from '../domain/submission.ts';
import { readCampaign, selectCampaign } from './campaigns.ts';
import { readComments, selectComment } from './comments.ts';
import { type Database, rowsOf } from './database.ts';
import { readMeasure, selectMeasureOf } from './measures.ts';
import { readSiteModel, type StoredModel, selectSiteModel } from './site-models.ts';
import {
  readProtectedNames,
  readStanding,
  selectProtectedNames,
  selectStanding,
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

const WEEK_MS = 7 * 86_400_000;

/** All that screening must know of the past, in one round trip. */
export async function gather(db: Database, ask: GatherAsk): Promise<Gathered> {
  const answering = ask.parentId === null ? [] : [selectComment(db, ask.parentId)];
  const [thread, standing, earlier, model, names, tempo, measure, ...more] = await db.read([
    selectThread(db, { siteKey: ask.site.key, page: ask.page }),
    selectStanding(db, ask),
    selectEarlier(db, ask),
    selectSiteModel(db, {
      siteKey: ask.site.key,
      modelVersion: ask.modelVersion,
      known: ask.knownModel,
    }),
    selectProtectedNames(db, ask.site.key),
    selectTempos(db, { siteKey: ask.site.key, page: ask.page }),
    selectMeasureOf(db, ask),
    ...answering,
    ...selectCampaign(db, { ...ask, siteKey: ask.site.key }),
  ]);
  const tempos = readTempos(tempo);
  const setting = ask.site.screening.floodMode;
  return {
    thread: readThread(thread),
    parent: readComments(more.slice(0, answering.length).at(0))[0] ?? null,
    ...readStanding(standing),
    protectedNames: readProtectedNames(names),
    measure: readMeasure(measure),
    floodMode: floodMode(tempos, { setting, now: ask.now }),
    floodSince: floodSince(tempos, ask.now),
    earlier: rowsOf<EarlierRow>(earlier).map(toEarlier),
    model: readSiteModel(model),
    campaign: readCampaign(more.slice(answering.length)),
  };
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

function toEarlier(row: EarlierRow): Earlier {
  return {
    source: row.source,
    parentId: row.parent_id,
    threadId: row.thread_id,
    status: row.status,
    sameAuthor: row.same_author === 1,
  };
}
