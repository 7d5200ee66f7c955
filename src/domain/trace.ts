/**
 * What variants of a comment have in common, as tokens of a few letters and digits that an index
 * finds it by.
 */
export type Trace = {
  /** Pieces of a sketch of its wording; none where the text is too short to say anything. */
  text: string[];
  /** One each for its first places, and one for its author. */
  ties: string[];
  /** Where its links and its author's website lead. */
  places: string[];
};

/** A comment that a moderator has thrown out and that shares a token. */
export type ThrownOut = { tokens: string[]; elsewhere: boolean };

/** What the installation knows about comments like this one. */
export type Campaign = {
  /** The newest of them, at most so many as are looked at. */
  thrownOut: ThrownOut[];
  /** Those of its places that stand in published comments of the site. */
  publishedPlaces: string[];
  /** Whether one of the author's latest comments on the site is published. */
  publishedAuthor: boolean;
};

/**
 * How many thrown out comments are looked at: each costs two rows, and every post pays for them.
 * Elsewhere means at other sites of the installation.
 */
export const LOOKED_AT = { text: 6, textElsewhere: 3, ties: 3, tiesElsewhere: 3 };
