import { SLOT_MS, type Tempo, type Tempos, WEEK_MS } from '../domain/flood-mode.ts';
import type { Surge } from '../domain/floods.ts';
import type { NewComment } from '../domain/post-comment.ts';
import type { Thread } from '../domain/thread.ts';
import { type Database, rowsOf } from './database.ts';
import { readSites, selectSites } from './sites.ts';
import { readThreads, THREAD_COLUMNS } from './threads.ts';

type TempoRow = {
  site_key: string;
  page: string;
  slot: number;
  in_slot: number;
  slot_before: number;
  week: number;
  in_week: number;
  week_before: number;
  since: number;
  flood_since: number | null;
};

const COLUMNS = `site_key, page, slot, in_slot, slot_before, week, in_week, week_before, since,
  flood_since`;

/** Two rows: of the site and of the thread. */
export function selectTempos(
  db: Database,
  at: { siteKey: string; page: string },
): D1PreparedStatement {
  return db.sql(
    // Two look-ups: a list would be made a table first, whose rows count as read too.
    `SELECT ${COLUMNS} FROM tempo WHERE site_key = ?1 AND page = ''
     UNION ALL SELECT ${COLUMNS} FROM tempo WHERE site_key = ?1 AND page = ?2`,
    at.siteKey,
    at.page,
  );
}

export function readTempos(result: D1Result | undefined): Tempos {
  const rows = rowsOf<TempoRow>(result);
  const ofSite = rows.find((row) => row.page === '');
  const ofThread = rows.find((row) => row.page !== '');
  return {
    site: ofSite === undefined ? null : toTempo(ofSite),
    thread: ofThread === undefined ? null : toTempo(ofThread),
  };
}

export async function findTempos(
  db: Database,
  at: { siteKey: string; page: string },
): Promise<Tempos> {
  const [tempos] = await db.read([selectTempos(db, at)]);
  return readTempos(tempos);
}

/** Counts the comment that the statement before this one has stored; nothing where it stored none. */
export function keepTempo(
  db: Database,
  entry: Pick<NewComment, 'comment' | 'thread' | 'floodSince'>,
): D1PreparedStatement {
  const at = entry.comment.createdAt.getTime();
  const { site, thread } = entry.floodSince;
  return db.sql(
    `INSERT INTO tempo (${COLUMNS})
     SELECT ?1, p.page, ?3, 1, 0, ?4, 1, 0, ?5, p.flood_since
     FROM (SELECT '' AS page, ?6 AS flood_since UNION ALL SELECT ?2, ?7) p
     WHERE changes() = 1
     ON CONFLICT DO UPDATE SET flood_since = excluded.flood_since,
       slot_before = CASE excluded.slot - slot WHEN 0 THEN slot_before WHEN 1 THEN in_slot ELSE 0 END,
       in_slot = CASE WHEN excluded.slot = slot THEN in_slot + 1 ELSE 1 END,
       slot = excluded.slot,
       week_before = CASE excluded.week - week WHEN 0 THEN week_before WHEN 1 THEN in_week ELSE 0 END,
       in_week = CASE WHEN excluded.week = week THEN in_week + 1 ELSE 1 END,
       week = excluded.week
     WHERE excluded.slot >= slot`,
    entry.comment.siteKey,
    entry.thread.page,
    Math.floor(at / SLOT_MS),
    Math.floor(at / WEEK_MS),
    at,
    site?.getTime() ?? null,
    thread?.getTime() ?? null,
  );
}

/** As many threads as the desk can tell of; the newest floods first. */
const TOLD = 10;

/**
 * What may be a flood, of the sites with these keys: each site, since it may be in flood mode by
 * hand, and the threads that were flooded when their last comment came.
 */
export async function listSurges(db: Database, siteKeys: string[]): Promise<Surge[]> {
  const keys = JSON.stringify(siteKeys);
  const ofThreads = `SELECT ${COLUMNS} FROM tempo WHERE site_key IN (SELECT value FROM json_each(?1))
    AND flood_since IS NOT NULL AND page <> '' ORDER BY flood_since DESC LIMIT ${TOLD}`;
  const [sites, siteRows, threadRows, threads] = await db.read([
    selectSites(db),
    db.sql(
      `SELECT ${COLUMNS} FROM tempo
       WHERE site_key IN (SELECT value FROM json_each(?1)) AND page = ''`,
      keys,
    ),
    db.sql(ofThreads, keys),
    db.sql(
      `SELECT ${THREAD_COLUMNS} FROM threads
       WHERE id IN (SELECT (SELECT id FROM threads WHERE site_key = f.site_key AND page = f.page)
                    FROM (${ofThreads}) f)`,
      keys,
    ),
  ]);
  const tempoOf = new Map(rowsOf<TempoRow>(siteRows).map((row) => [row.site_key, toTempo(row)]));
  const threadOf = new Map(readThreads(threads).map((thread) => [keyOf(thread), thread]));
  const own = readSites(sites).filter(({ key }) => siteKeys.includes(key));
  return own.flatMap((site): Surge[] => {
    const ofSite = tempoOf.get(site.key) ?? null;
    const rows = rowsOf<TempoRow>(threadRows).filter((row) => row.site_key === site.key);
    return [
      { site, thread: null, tempos: { site: ofSite, thread: null } },
      ...rows.map((row) => ({
        site,
        thread: threadOf.get(keyOf({ siteKey: row.site_key, page: row.page })) ?? null,
        tempos: { site: ofSite, thread: toTempo(row) },
      })),
    ];
  });
}

function keyOf({ siteKey, page }: Pick<Thread, 'siteKey' | 'page'>): string {
  return `${siteKey}\n${page}`;
}

function toTempo(row: TempoRow): Tempo {
  return {
    slot: row.slot,
    inSlot: row.in_slot,
    slotBefore: row.slot_before,
    week: row.week,
    inWeek: row.in_week,
    weekBefore: row.week_before,
    since: new Date(row.since),
    floodSince: row.flood_since === null ? null : new Date(row.flood_since),
  };
}
