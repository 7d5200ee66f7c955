import { korean, polish, russian } from './eastern.ts';
import { english } from './english.ts';
import { dutch, german } from './germanic.ts';
import type { Lexicon } from './lexicon.ts';
import { french, spanish } from './romance.ts';
import { italian, portuguese, turkish } from './southern.ts';

/** Every language is looked for in every comment: which one a reader writes in is not known. */
export const LEXICONS: readonly Lexicon[] = [
  english,
  german,
  french,
  spanish,
  italian,
  portuguese,
  dutch,
  polish,
  russian,
  turkish,
  korean,
];
