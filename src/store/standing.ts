import type { History, ProtectedName } from '../domain/history.ts';
import type { PastAsk } from '../domain/screen-comment.ts';
import { type Database, rowsOf } from './database.ts';

const MONTH_MS = 30 * 86_400_000;
/** Of the newest so many comments; every post pays for them in rows. */
const LOOKED_AT = 20;
/** Published comments from which on nobody is a stranger in a flood, whatever the site asks for. */
const FEWEST_COUNTED = 3;
/** Among so many comments of an author the published ones are looked for. */
const FARTHEST = 200;
/** Moderators whose names are looked at; a newsroom has a dozen. */
const NAMES = 200;

const DECIDED = `COALESCE(SUM(status = 'published'), 0) AS published,
  COALESCE(SUM(status = 'rejected' OR (status = 'spam' AND reviewed = 1)), 0) AS thrown_out`;

/** Two rows of numbers, of the author and of the address, read from an index alone. */
export function selectHistory(db: Database, ask: PastAsk): D1PreparedStatement[] {
  const since = ask.now.getTime() - MONTH_MS;
  const newest = `AND created_at > ?3 ${except(ask, '?4')} ORDER BY created_at DESC LIMIT ${LOOKED_AT}`;
  return [
    db.sql(
      `SELECT ${DECIDED} FROM (SELECT status, reviewed FROM comments
       WHERE site_key = ?1 AND author_hash = ?2 ${newest})`,
      ...[ask.site.key, ask.authorHash, since],
      ...edited(ask),
    ),
    db.sql(
      // The limit stands inside: an address that writes to many sites costs no more.
      `SELECT ${DECIDED} FROM (SELECT site_key, status, reviewed FROM comments
       WHERE address_hash = ?2 ${newest}) WHERE site_key = ?1`,
      ...[ask.site.key, ask.addressHash, since],
      ...edited(ask),
    ),
  ];
}

export function readHistory(result: D1Result | undefined): History {
  const [row] = rowsOf<{ published: number; thrown_out: number }>(result);
  return { published: row?.published ?? 0, thrownOut: row?.thrown_out ?? 0 };
}

/** Stops as soon as there are enough. */
export function selectPublishedBefore(db: Database, ask: PastAsk): D1PreparedStatement {
  return db.sql(
    `SELECT COUNT(*) AS count FROM (SELECT 1 FROM (
       SELECT status FROM comments WHERE site_key = ?1 AND author_hash = ?2 ${except(ask, '?4')}
       ORDER BY created_at DESC LIMIT ${FARTHEST})
     WHERE status = 'published' LIMIT ?3)`,
    ask.site.key,
    ask.authorHash,
    Math.max(FEWEST_COUNTED, ask.site.screening.newcomers),
    ...edited(ask),
  );
}

/** The same for a comment of the past, `this`, as things stand today; ?2 is where counting stops. */
export const PUBLISHED_EARLIER = `(SELECT COUNT(*) FROM (SELECT 1 FROM (
    SELECT status FROM comments WHERE site_key = this.site_key AND author_hash = this.author_hash
      AND created_at < this.created_at ORDER BY created_at DESC LIMIT ${FARTHEST})
  WHERE status = 'published' LIMIT ?2))`;

export function readPublishedBefore(result: D1Result | undefined): number {
  return rowsOf<{ count: number }>(result)[0]?.count ?? 0;
}

/** Who decides about this site's comments. A row a moderator. */
export function selectProtectedNames(db: Database, siteKey: string): D1PreparedStatement {
  return db.sql(
    `SELECT name FROM moderators WHERE role = 'admin' OR instr(sites, ?1) > 0 LIMIT ${NAMES}`,
    // As it stands in the JSON array; no key has a quotation mark in it.
    JSON.stringify(siteKey),
  );
}

export function readProtectedNames(result: D1Result | undefined): ProtectedName[] {
  return rowsOf<{ name: string }>(result).map(({ name }) => ({ name, holder: 'moderator' }));
}

/** Only an edit asks for it: the id is in no index, so each comment would have to be looked up. */
function except(ask: PastAsk, place: string): string {
  return ask.except === null ? '' : `AND id <> ${place}`;
}

function edited(ask: PastAsk): string[] {
  return ask.except === null ? [] : [ask.except];
}
