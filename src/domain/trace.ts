/**
 * What variants of a comment have in common, as tokens of a few letters and digits that an index
 * finds it by.
 */
export type Trace = {
  /** Pieces of a sketch of its wording; none where the text is too short to say anything. */
  text: string[];
  /** One each for its first places, in their order, then one for its author. */
  ties: string[];
  /** Where its links and its author's website lead. */
  places: string[];
};

/** Numbers in a sketch: 64 estimate a shared third of the wording to within about 6 points. */
export const SKETCH = 64;
/** What the tokens of places and authors begin with; those of the wording begin with less. */
export const PLACE = 'y';
export const AUTHOR = 'z';

/** A comment that a moderator has thrown out and that shares a token. */
export type ThrownOut = { tokens: string[]; elsewhere: boolean };

/** What the installation knows about comments like this one. */
export type Campaign = {
  /** Those that share the most, at most so many as are looked at. */
  thrownOut: ThrownOut[];
  /** Those of its places that stand in published comments of the site. */
  publishedPlaces: string[];
};

/**
 * How many thrown out comments are looked at: each costs two rows, and every post pays for them.
 * Elsewhere means at other sites of the installation.
 */
export const LOOKED_AT = { text: 8, textElsewhere: 6, ties: 3, tiesElsewhere: 2 };
