/**
 * What variants of a comment have in common: `minima` is a sketch of its wording, `places` are where
 * its links and its author's website lead, and under `keys` variants of it are found.
 */
export type Trace = { keys: string[]; minima: Uint32Array; places: string[] };

/** What a site knows about comments like this one. */
export type Campaign = {
  /** Comments that a moderator has thrown out and that share a key with it; at most five. */
  thrownOut: Omit<Trace, 'keys'>[];
  /** Those of its places that stand in published comments of the site. */
  publishedPlaces: string[];
};
