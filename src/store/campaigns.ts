import type { Campaign, Trace } from '../domain/trace.ts';
import { type Database, rowsOf } from './database.ts';

/** Looks up no more keys than these: each costs rows, and every post pays for them. */
const LOOKED_UP = { text: 7, places: 3 };
const CANDIDATES = 5;

/** Two statements: thrown out comments like this one, and its places that are honestly in use. */
export function selectCampaign(
  db: Database,
  ask: { siteKey: string; trace: Trace; except: string | null },
): D1PreparedStatement[] {
  const { siteKey, trace, except } = ask;
  return [
    db.sql(
      `WITH hits AS MATERIALIZED (
         SELECT (SELECT comment_id FROM campaign_keys WHERE site_key = ?1 AND key = k.value
                 ORDER BY comment_id DESC LIMIT 1) AS id FROM json_each(?2) k)
       SELECT p.keys, p.minima FROM (
         SELECT id FROM hits WHERE id IS NOT NULL AND id IS NOT ?3
         GROUP BY id ORDER BY COUNT(*) DESC, id DESC LIMIT ${CANDIDATES}) likely
       JOIN campaign_prints p ON p.comment_id = likely.id`,
      siteKey,
      JSON.stringify(keysToLookUp(trace)),
      except,
    ),
    db.sql(
      `SELECT value AS place FROM json_each(?2) WHERE EXISTS (SELECT 1 FROM published_places
         WHERE site_key = ?1 AND place = value AND comment_id IS NOT ?3)`,
      siteKey,
      JSON.stringify(trace.places),
      except,
    ),
  ];
}

function keysToLookUp({ keys }: Trace): string[] {
  const isPlace = (key: string) => key.startsWith('p:');
  return [
    ...keys.filter((key) => !isPlace(key)).slice(0, LOOKED_UP.text),
    ...keys.filter(isPlace).slice(0, LOOKED_UP.places),
  ];
}

export function readCampaign([prints, places]: (D1Result | undefined)[]): Campaign {
  return {
    thrownOut: rowsOf<{ keys: string; minima: string }>(prints).map(toTrace),
    publishedPlaces: rowsOf<{ place: string }>(places).map(({ place }) => place),
  };
}

/** Goes before the statement that moves the comment, whose trigger makes it findable. */
export function savePrint(
  db: Database,
  print: { commentId: string; version: number; trace: Trace },
): D1PreparedStatement {
  return db.sql(
    `INSERT INTO campaign_prints (comment_id, keys, minima)
     SELECT id, ?3, ?4 FROM comments WHERE id = ?1 AND version = ?2
     ON CONFLICT (comment_id) DO UPDATE SET keys = ?3, minima = ?4`,
    print.commentId,
    print.version,
    JSON.stringify(print.trace.keys),
    JSON.stringify([...print.trace.minima]),
  );
}

function toTrace(row: { keys: string; minima: string }): Omit<Trace, 'keys'> {
  const keys = JSON.parse(row.keys) as string[];
  return {
    minima: Uint32Array.from(JSON.parse(row.minima) as number[]),
    places: keys.flatMap((key) => (key.startsWith('p:') ? [key.slice(2)] : [])),
  };
}
