import { type Campaign, LOOKED_AT, PLACE, type Trace } from '../domain/trace.ts';
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
  // Who wrote it only matters elsewhere: of its own site's authors the history knows more.
  const led = ties.filter((tie) => tie.startsWith(PLACE));
  return [
    ...(text.length === 0 ? [] : [selectHere(db, { ...ask, tokens: text, most: LOOKED_AT.text })]),
    ...(led.length === 0 ? [] : [selectHere(db, { ...ask, tokens: led, most: LOOKED_AT.ties })]),
    ...(text.length === 0
      ? []
      : [selectElsewhere(db, { ...ask, tokens: text, most: LOOKED_AT.textElsewhere })]),
    ...(ties.length === 0
      ? []
      : [selectElsewhere(db, { ...ask, tokens: ties, most: LOOKED_AT.tiesElsewhere })]),
    ...(places.length === 0 ? [] : [selectPublishedPlaces(db, ask)]),
  ];
}

type Likely = CampaignAsk & { tokens: string[]; most: number };

function selectHere(db: Database, ask: Likely): D1PreparedStatement {
  return selectThrownOut(db, { ...ask, where: `'(' || ?1 || ') AND x' || hex(?2)` });
}

function selectElsewhere(db: Database, ask: Likely): D1PreparedStatement {
  return selectThrownOut(db, { ...ask, where: `'((' || ?1 || ') AND xx) NOT x' || hex(?2)` });
}

function selectThrownOut(db: Database, ask: Likely & { where: string }): D1PreparedStatement {
  return db.sql(
    `SELECT 'thrown-out' AS known, c.seq, c.trace AS value, c.site_key <> ?2 AS elsewhere
     FROM (SELECT rowid AS seq FROM thrown_out
           WHERE thrown_out MATCH ${ask.where}
             AND rowid > (SELECT MAX(seq) FROM comments) - ${MEMORY}
           ORDER BY rank LIMIT ${ask.most}) likely
     CROSS JOIN comments c ON c.seq = likely.seq WHERE c.id IS NOT ?3`,
    anyOf(ask.tokens),
    ask.siteKey,
    ask.except,
  );
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
