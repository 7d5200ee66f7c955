import type { History, ProtectedName } from '../domain/history.ts';
import type { Past, PastAsk } from '../domain/screen-comment.ts';
import { type Database, rowsOf } from './database.ts';

const MINUTE_MS = 60_000;
const MONTH_MS = 30 * 86_400_000;
/** Counting stops here: more would change no verdict. */
const ENOUGH = 400;
/** Of the newest so many comments; every post pays for them in rows. */
const LOOKED_AT = 20;
/** Published comments from which on nobody is a stranger in a flood, whatever the site asks for. */
const FEWEST_COUNTED = 3;
/** Among so many comments of an author the published ones are looked for. */
const FARTHEST = 200;
/** Moderators whose names are looked at; a newsroom has a dozen. */
const NAMES = 200;

/** Published and thrown out, as a JSON array of two numbers. */
const DECIDED = `json_array(COALESCE(SUM(status = 'published'), 0),
  COALESCE(SUM(status = 'rejected' OR (status = 'spam' AND reviewed = 1)), 0))`;

/** How often, and with what outcome, an author and an address have written before. */
export type Standing = Pick<Past, 'lastMinute' | 'history' | 'publishedBefore'>;

/**
 * Numbers alone, each from an index; one row, since every statement costs something of its own.
 */
export function selectStanding(db: Database, ask: PastAsk): D1PreparedStatement {
  // Only an edit names one: the id is in no index, so each comment would have to be looked up.
  const other = ask.except === null ? '' : 'AND id <> ?7';
  const byAuthor = `FROM comments WHERE site_key = ?1 AND author_hash = ?2 ${other}`;
  const byAddress = `FROM comments WHERE address_hash = ?3 ${other}`;
  const newest = `AND created_at > ?5 ORDER BY created_at DESC LIMIT ${LOOKED_AT}`;
  const count = (from: string) =>
    `(SELECT COUNT(*) FROM (SELECT 1 ${from} AND created_at > ?4 LIMIT ${ENOUGH}))`;
  return db.sql(
    `SELECT ${count(byAddress)} AS minute_of_address, ${count(byAuthor)} AS minute_of_author,
       (SELECT ${DECIDED} FROM (SELECT status, reviewed ${byAuthor} ${newest})) AS of_author,
       -- The limit stands inside: an address that writes to many sites costs no more.
       (SELECT ${DECIDED} FROM (SELECT site_key, status, reviewed ${byAddress} ${newest})
        WHERE site_key = ?1) AS of_address,
       -- Stops as soon as there are enough.
       (SELECT COUNT(*) FROM (SELECT 1 FROM (SELECT status ${byAuthor}
          ORDER BY created_at DESC LIMIT ${FARTHEST})
        WHERE status = 'published' LIMIT ?6)) AS published_before`,
    ask.site.key,
    ask.authorHash,
    ask.addressHash,
    ask.now.getTime() - MINUTE_MS,
    ask.now.getTime() - MONTH_MS,
    Math.max(FEWEST_COUNTED, ask.site.screening.newcomers),
    ...(ask.except === null ? [] : [ask.except]),
  );
}

type StandingRow = {
  minute_of_address: number;
  minute_of_author: number;
  of_author: string;
  of_address: string;
  published_before: number;
};

export function readStanding(result: D1Result | undefined): Standing {
  const [row] = rowsOf<StandingRow>(result);
  return {
    lastMinute: { address: row?.minute_of_address ?? 0, author: row?.minute_of_author ?? 0 },
    history: { author: readHistory(row?.of_author), address: readHistory(row?.of_address) },
    publishedBefore: row?.published_before ?? 0,
  };
}

function readHistory(json = '[0, 0]'): History {
  const [published, thrownOut] = JSON.parse(json) as [number, number];
  return { published, thrownOut };
}

/** The same for a comment of the past, `this`, as things stand today; ?2 is where counting stops. */
export const PUBLISHED_EARLIER = `(SELECT COUNT(*) FROM (SELECT 1 FROM (
    SELECT status FROM comments WHERE site_key = this.site_key AND author_hash = this.author_hash
      AND created_at < this.created_at ORDER BY created_at DESC LIMIT ${FARTHEST})
  WHERE status = 'published' LIMIT ?2))`;

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
