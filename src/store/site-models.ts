import type { Taught } from '../domain/learn-site.ts';
import { type Database, rowsOf } from './database.ts';
import { STANDS } from './decisions.ts';

/** A site's model as stored; `model` is null where the asker has this version, or there is none. */
export type StoredModel = { version: number; model: string | null };

/** Costs a row; the model itself (about 100 KB) comes along only where it is not `known` yet. */
export function selectSiteModel(
  db: Database,
  ask: { siteKey: string; modelVersion: number; known: number },
): D1PreparedStatement {
  return db.sql(
    `SELECT version, CASE WHEN version = ?3 THEN NULL ELSE model END AS model
     FROM site_models WHERE site_key = ?1 AND model_version = ?2`,
    ask.siteKey,
    ask.modelVersion,
    ask.known,
  );
}

export async function findSiteModel(
  db: Database,
  ask: { siteKey: string; modelVersion: number; known: number },
): Promise<StoredModel | null> {
  const [result] = await db.read([selectSiteModel(db, ask)]);
  return readSiteModel(result);
}

export function readSiteModel(result: D1Result | undefined): StoredModel | null {
  return rowsOf<StoredModel>(result)[0] ?? null;
}

/** Nothing is stored for a site that was removed meanwhile. */
export async function saveSiteModel(
  db: Database,
  entry: { siteKey: string; modelVersion: number; model: string | null; at: Date },
): Promise<void> {
  await db.write([
    db.sql(
      `INSERT INTO site_models (site_key, version, model_version, model)
       SELECT key, ?2, ?3, ?4 FROM sites WHERE key = ?1
       ON CONFLICT (site_key) DO UPDATE SET version = MAX(version + 1, ?2), model_version = ?3,
         model = ?4`,
      entry.siteKey,
      entry.at.getTime(),
      entry.modelVersion,
      entry.model,
    ),
  ]);
}

/** Bodies may be long: so many at a time keep an answer of the database small. */
const PAGE = 500;

/** What the decision that stands about a comment says; in a query that calls the comment `c`. */
const ABOUT_SPAM = `(SELECT d.about_spam FROM decisions d WHERE d.comment_id = c.id AND ${STANDS}
         ORDER BY d.version DESC LIMIT 1)`;

type TaughtRow = {
  id: string;
  created_at: number;
  source: string;
  name: string;
  email: string | null;
  website: string | null;
  title: string | null;
  about_spam: number;
};

/**
 * Comments whose status a moderator has decided and nobody has taken back or edited since, the newest
 * `limit` that were published and of the newest `limit` of each kind that was thrown out those whose
 * decision is about spam: what was rejected for another reason teaches neither.
 */
export async function listTaught(
  db: Database,
  { siteKey, limit }: { siteKey: string; limit: number },
): Promise<Taught[]> {
  const taught: Taught[] = [];
  for (const status of ['published', 'spam', 'rejected']) {
    let before: string | null = null;
    for (let left = limit; left > 0; left -= PAGE) {
      const size = Math.min(PAGE, left);
      const [result] = await db.read([selectTaught(db, { siteKey, status, before, size })]);
      const rows = rowsOf<TaughtRow>(result);
      const lessons = rows.filter(({ about_spam }) => about_spam === 1);
      taught.push(...lessons.map((row) => toTaught(row, status !== 'published')));
      before = rows.at(-1)?.id ?? null;
      if (rows.length < size) break;
    }
  }
  return taught;
}

function selectTaught(
  db: Database,
  ask: { siteKey: string; status: string; before: string | null; size: number },
): D1PreparedStatement {
  return db.sql(
    `SELECT c.id, c.created_at, c.source, c.name, c.email, c.website, t.title,
       c.status <> 'rejected' OR COALESCE(${ABOUT_SPAM}, 1) AS about_spam
     FROM comments c JOIN threads t ON t.id = c.thread_id
     WHERE c.site_key = ?1 AND c.status = ?2 AND c.reviewed = 1 AND c.id < COALESCE(?3, '~')
     ORDER BY c.id DESC LIMIT ?4`,
    ask.siteKey,
    ask.status,
    ask.before,
    ask.size,
  );
}

function toTaught(row: TaughtRow, spam: boolean): Taught {
  return {
    id: row.id,
    at: new Date(row.created_at),
    spam,
    body: row.source,
    name: row.name,
    email: row.email ?? '',
    website: row.website ?? '',
    title: row.title ?? '',
  };
}
