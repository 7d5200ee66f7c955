import { AUTHOR, PLACE, SKETCH, type Trace } from './trace.ts';

/** Whether two comments are of one campaign, and by what. `text` is the shared part of the wording. */
export type Likeness = { alike: boolean; text: number; places: string[]; author: boolean };

/** The share of the wording from which on two texts are variants of one; see the bench. */
export const ALIKE = 0.25;

/**
 * Alike are two that share a quarter of their wording, lead to the same place, or are by the same
 * author. The caller leaves out places and authors that published comments have as well: a newspaper
 * that a rejected comment linked to is no campaign.
 */
export function similar(own: Trace, tokens: readonly string[]): Likeness {
  const others = new Set(tokens);
  const text = sharedWording(
    own.text,
    tokens.filter((token) => token < PLACE),
  );
  const places = own.places.filter((_, i) => isShared(own.ties[i], others));
  const author = own.ties.some((tie) => tie.startsWith(AUTHOR) && others.has(tie));
  return { alike: text >= ALIKE || places.length > 0 || author, text, places, author };
}

/** A trace without what it has in common with published comments. */
export function withoutCommon(trace: Trace, common: { places: string[]; author: boolean }): Trace {
  const kept = trace.places.flatMap((place, i) => {
    const tie = trace.ties[i];
    return isPlace(tie) && !common.places.includes(place) ? { place, tie } : [];
  });
  const author = trace.ties.filter((tie) => tie.startsWith(AUTHOR) && !common.author);
  return {
    ...trace,
    places: kept.map(({ place }) => place),
    ties: [...kept.map(({ tie }) => tie), ...author],
  };
}

/** A trace as it was stored, with the names of its places, which are kept beside it. */
export function readTrace(tokens: readonly string[], places: string[]): Trace {
  return {
    text: tokens.filter((token) => token < PLACE),
    ties: tokens.filter((token) => token >= PLACE),
    places,
  };
}

function isShared(tie: string | undefined, others: Set<string>): boolean {
  return isPlace(tie) && others.has(tie);
}

function isPlace(tie: string | undefined): tie is string {
  return tie?.startsWith(PLACE) === true;
}

/** The share of equal entries of two sketches; each token carries two of them. */
function sharedWording(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || a.length !== b.length) return 0;
  let equal = 0;
  for (const [i, token] of a.entries()) {
    if (token.slice(1, 5) === b[i]?.slice(1, 5)) equal++;
    if (token.slice(5) === b[i]?.slice(5)) equal++;
  }
  return equal / SKETCH;
}
