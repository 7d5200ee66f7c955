import { type Campaign, LOOKED_AT, type Trace } from '../domain/trace.ts';
import { type Database, rowsOf } from './database.ts';

export type CampaignAsk = {
  siteKey: string;
  trace: Trace;
  /** The comment that is being edited. */
  except: string | null;
};

/** Of the installation's latest comments: what is older is forgotten, and costs no time. */
const MEMORY = 200_000;

/**
 * Thrown out comments like this one, and what of it is honestly in use. Only what there is to ask is
 * asked. The index ranks by the tokens shared, rare ones first, so that a turn of speech that many
 * use hides no campaign; it reads no row but the best.
 */
export function selectCampaign(db: Database, ask: CampaignAsk): D1PreparedStatement[] {
  const { text, ties, places } = ask.trace;
  return [
    ...(text.length === 0 ? [] : selectThrownOut(db, { ...ask, tokens: text, of: 'text' })),
    ...(ties.length === 0 ? [] : selectThrownOut(db, { ...ask, tokens: ties, of: 'ties' })),
    ...(places.length === 0 ? [] : [selectPublishedPlaces(db, ask)]),
  ];
}

function selectThrownOut(
  db: Database,
  ask: CampaignAsk & { tokens: string[]; of: 'text' | 'ties' },
): D1PreparedStatement[] {
  const find = (where: string, most: number) =>
    db.sql(
      `SELECT 'thrown-out' AS known, c.seq, c.trace AS value, c.site_key <> ?2 AS elsewhere
       FROM (SELECT rowid AS seq FROM thrown_out
             WHERE thrown_out MATCH ${where}
               AND rowid > (SELECT MAX(seq) FROM comments) - ${MEMORY}
             ORDER BY rank LIMIT ${most}) likely
       CROSS JOIN comments c ON c.seq = likely.seq WHERE c.id IS NOT ?3`,
      anyOf(ask.tokens),
      ask.siteKey,
      ask.except,
    );
  return [
    find(`'(' || ?1 || ') AND x' || hex(?2)`, LOOKED_AT[ask.of]),
    find(`'((' || ?1 || ') AND xx) NOT x' || hex(?2)`, LOOKED_AT[`${ask.of}Elsewhere`]),
  ];
}

function selectPublishedPlaces(db: Database, ask: CampaignAsk): D1PreparedStatement {
  return db.sql(
    `SELECT 'place' AS known, value FROM json_each(?2) WHERE EXISTS (SELECT 1 FROM published_places
       WHERE site_key = ?1 AND place = value AND comment_id IS NOT ?3)`,
    ask.siteKey,
    JSON.stringify(ask.trace.places),
    ask.except,
  );
}

type Row =
  | { known: 'thrown-out'; seq: number; value: string; elsewhere: number }
  | { known: 'place'; value: string };

export function readCampaign(results: (D1Result | undefined)[]): Campaign {
  const rows = results.flatMap((result) => rowsOf<Row>(result));
  const thrownOut = rows.flatMap((row) => (row.known === 'thrown-out' ? row : []));
  // Alike in wording and in a place, a comment is found twice.
  const once = [...new Map(thrownOut.map((row) => [row.seq, row])).values()];
  return {
    thrownOut: once.map(({ value, elsewhere }) => ({
      tokens: value.split(' '),
      elsewhere: elsewhere === 1,
    })),
    publishedPlaces: rows.flatMap(({ known, value }) => (known === 'place' ? value : [])),
  };
}

/** As FTS5 reads it. Tokens are letters and digits by the way they are made. */
export function anyOf(tokens: readonly string[]): string {
  return tokens.join(' OR ');
}

/** As it is stored; null where there is nothing to find a comment by. */
export function writeTrace({ text, ties }: Trace): string | null {
  return [...text, ...ties].join(' ') || null;
}
