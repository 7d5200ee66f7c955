import * as z from 'zod';

/** A length of time before now. */
const Age = z
  .string()
  .regex(/^[1-9]\d{0,3}[mhdw]$/, 'A number and m, h, d or w: 30m, 2h, 3d, 1w.')
  .optional();

export const Sort = z.enum(['oldest', 'newest', 'priority']);

/** What a queue can be narrowed to. All of them together hold of each comment that is answered. */
/** ISO 639-1. */
export const LanguageCode = z.string().regex(/^[a-z]{2}$/);

export const NARROWING = {
  /** The id of an article’s thread. */
  thread: z
    .string()
    .regex(/^[0-9a-z]{20}$/, 'The id of an article’s thread: 20 letters and digits.')
    .optional(),
  /** The beginning of the path of the article’s address, in whole parts: `sport`, `sport/chess`. */
  section: z.string().trim().min(1).max(100).optional(),
  /** The name of a check that found something. */
  check: z
    .string()
    .regex(/^[a-z][a-z-]{0,39}$/, 'The name of a check, like suspect-words.')
    .optional(),
  /** A part of the author’s name or e-mail. */
  author: z.string().trim().min(1).max(100).optional(),
  /** Of the comment’s own words, as ISO 639-1; `none` for those where it is not known. */
  language: z
    .string()
    .regex(/^(?:[a-z]{2}|none)$/, 'The code of a language, like de, or none.')
    .optional(),
  /** Whether there is a link in the text. */
  links: z.enum(['with', 'without']).optional(),
  /** With open reports only. */
  reported: z.enum(['yes']).optional(),
  older: Age,
  newer: Age,
};

export type Sort = z.infer<typeof Sort>;
