import { DEFAULT_SCREENING, type Site, type SiteWithoutWords } from '../domain/site.ts';
import { type Database, rowsOf } from './database.ts';
import { readWords } from './word-lists.ts';

type SiteRow = {
  key: string;
  name: string;
  origins: string;
  mode: Site['mode'];
  email: Site['email'];
  website: Site['website'];
  close_after_days: number | null;
  edit_window_ms: number;
  max_length: number;
  max_links: number;
  banned: string;
  suspect: string;
  screening: string;
  created_at: number;
};

const WITHOUT_WORDS = `key, name, origins, mode, email, website, close_after_days, edit_window_ms,
  max_length, max_links, screening, created_at`;
const COLUMNS = `${WITHOUT_WORDS}, banned, suspect`;

export async function findSite(db: Database, key: string): Promise<Site | null> {
  const [result] = await db.read([selectSite(db, key)]);
  return readSite(result);
}

export function selectSite(db: Database, key: string): D1PreparedStatement {
  return db.sql(`SELECT ${COLUMNS} FROM sites WHERE key = ?1`, key);
}

export function selectSiteWithoutWords(db: Database, key: string): D1PreparedStatement {
  return db.sql(`SELECT ${WITHOUT_WORDS} FROM sites WHERE key = ?1`, key);
}

export function readSiteWithoutWords(result: D1Result | undefined): SiteWithoutWords | null {
  const [row] = rowsOf<Omit<SiteRow, 'banned' | 'suspect'>>(result);
  return row === undefined ? null : toSiteWithoutWords(row);
}

export function readSite(result: D1Result | undefined): Site | null {
  return readSites(result)[0] ?? null;
}

export function selectSites(db: Database): D1PreparedStatement {
  return db.sql(`SELECT ${COLUMNS} FROM sites ORDER BY key`);
}

export function readSites(result: D1Result | undefined): Site[] {
  return rowsOf<SiteRow>(result).map(toSite);
}

export async function listSites(db: Database): Promise<Site[]> {
  const [result] = await db.read([selectSites(db)]);
  return readSites(result);
}

/** Adds a site or replaces its settings; its key and the time of its creation stay. */
export async function saveSite(db: Database, site: Site): Promise<void> {
  await db.write([
    db.sql(
      `INSERT INTO sites (${COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
       ON CONFLICT (key) DO UPDATE SET name = ?2, origins = ?3, mode = ?4, email = ?5, website = ?6,
         close_after_days = ?7, edit_window_ms = ?8, max_length = ?9, max_links = ?10,
         screening = ?11, banned = ?13, suspect = ?14`,
      site.key,
      site.name,
      JSON.stringify(site.origins),
      site.mode,
      site.email,
      site.website,
      site.closeAfterDays,
      site.editWindowMs,
      site.maxLength,
      site.maxLinks,
      JSON.stringify(site.screening),
      site.createdAt.getTime(),
      JSON.stringify(site.banned),
      JSON.stringify(site.suspect),
    ),
  ]);
}

/** All comments of a site, whatever their status. */
export async function countSiteComments(db: Database, key: string): Promise<number> {
  const [result] = await db.read([
    db.sql('SELECT COALESCE(SUM(count), 0) AS count FROM queue_counts WHERE site_key = ?1', key),
  ]);
  return rowsOf<{ count: number }>(result)[0]?.count ?? 0;
}

/** Removes a site with its threads, comments, and all that was decided about them. */
export async function removeSite(db: Database, key: string): Promise<void> {
  const ofSite = 'IN (SELECT id FROM comments WHERE site_key = ?1)';
  await db.write([
    db.sql(`DELETE FROM decisions WHERE comment_id ${ofSite}`, key),
    db.sql(`DELETE FROM revisions WHERE comment_id ${ofSite}`, key),
    db.sql(`DELETE FROM campaign_prints WHERE comment_id ${ofSite}`, key),
    db.sql(`DELETE FROM featurings WHERE comment_id ${ofSite}`, key),
    db.sql(`DELETE FROM notes WHERE comment_id ${ofSite}`, key),
    db.sql(`DELETE FROM likes WHERE comment_id ${ofSite}`, key),
    db.sql(`DELETE FROM reports WHERE comment_id ${ofSite}`, key),
    db.sql('DELETE FROM saved_replies WHERE site_key = ?1', key),
    db.sql('DELETE FROM campaign_keys WHERE site_key = ?1', key),
    db.sql('DELETE FROM published_places WHERE site_key = ?1', key),
    db.sql('DELETE FROM comments WHERE site_key = ?1', key),
    db.sql('DELETE FROM threads WHERE site_key = ?1', key),
    db.sql('DELETE FROM author_measures WHERE site_key = ?1', key),
    db.sql('DELETE FROM tempo WHERE site_key = ?1', key),
    db.sql('DELETE FROM site_models WHERE site_key = ?1', key),
    db.sql('DELETE FROM report_counts WHERE site_key = ?1', key),
    db.sql('DELETE FROM queue_counts WHERE site_key = ?1', key),
    db.sql('DELETE FROM sites WHERE key = ?1', key),
  ]);
}

function toSite(row: SiteRow): Site {
  const { banned, suspect } = row;
  return { ...toSiteWithoutWords(row), banned: readWords(banned), suspect: readWords(suspect) };
}

function toSiteWithoutWords(row: Omit<SiteRow, 'banned' | 'suspect'>): SiteWithoutWords {
  return {
    key: row.key,
    name: row.name,
    origins: JSON.parse(row.origins) as string[],
    mode: row.mode,
    email: row.email,
    website: row.website,
    closeAfterDays: row.close_after_days,
    editWindowMs: row.edit_window_ms,
    maxLength: row.max_length,
    maxLinks: row.max_links,
    screening: {
      ...DEFAULT_SCREENING,
      ...(JSON.parse(row.screening) as Partial<Site['screening']>),
    },
    createdAt: new Date(row.created_at),
  };
}
