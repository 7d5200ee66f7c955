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
 * asked, and in one statement, since each costs something of its own; none where there is nothing.
 * The index ranks by the tokens shared, rare ones first, so that a turn of speech that many use hides
 * no campaign; it reads no row but the best.
 */
export function selectCampaign(db: Database, ask: CampaignAsk): D1PreparedStatement[] {
  const { text, ties, places } = ask.trace;
  // Who wrote it only matters elsewhere: of its own site's authors the history knows more.
  const led = ties.filter((tie) => tie.startsWith(PLACE));
  const parts: Part[] = [
    { tokens: text, where: HERE, most: LOOKED_AT.text },
    { tokens: led, where: HERE, most: LOOKED_AT.ties },
    { tokens: text, where: ELSEWHERE, most: LOOKED_AT.textElsewhere },
    { tokens: ties, where: ELSEWHERE, most: LOOKED_AT.tiesElsewhere },
  ];
  const asked = parts.filter(({ tokens }) => tokens.length > 0);
  if (asked.length === 0 && places.length === 0) return [];
  const selects = asked.map((part, at) => selectThrownOut(part, `?${at + 3}`));
  const tokens = asked.map((part) => anyOf(part.tokens));
  if (places.length > 0) selects.push(selectPublishedPlaces(`?${asked.length + 3}`));
  return [
    db.sql(
      selects.join(' UNION ALL '),
      ask.siteKey,
      ask.except,
      ...tokens,
      ...(places.length > 0 ? [JSON.stringify(places)] : []),
    ),
  ];
}

/** `where` makes what FTS5 looks for out of the place that the tokens are bound to. */
type Part = { tokens: string[]; where: (tokens: string) => string; most: number };

const HERE = (tokens: string) => `'(' || ${tokens} || ') AND x' || hex(?1)`;
const ELSEWHERE = (tokens: string) => `'((' || ${tokens} || ') AND xx) NOT x' || hex(?1)`;

function selectThrownOut({ where, most }: Part, tokens: string): string {
  return `SELECT 'thrown-out' AS known, c.seq, c.trace AS value, c.site_key <> ?1 AS elsewhere
     FROM (SELECT rowid AS seq FROM thrown_out
           WHERE thrown_out MATCH ${where(tokens)}
             AND rowid > (SELECT MAX(seq) FROM comments) - ${MEMORY}
           ORDER BY rank LIMIT ${most}) likely
     CROSS JOIN comments c ON c.seq = likely.seq WHERE c.id IS NOT ?2`;
}

function selectPublishedPlaces(places: string): string {
  return `SELECT 'place' AS known, NULL, value, NULL FROM json_each(${places})
     WHERE EXISTS (SELECT 1 FROM published_places
       WHERE site_key = ?1 AND place = value AND comment_id IS NOT ?2)`;
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
