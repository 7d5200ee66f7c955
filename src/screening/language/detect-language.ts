import { type GramTable, unpackTable } from './gram-table.ts';
import { packedGrams } from './grams.ts';
import { rankLanguages } from './score-languages.ts';
import { readScript, SHARED, type SharedScript } from './scripts.ts';

/** Characters of a text that are looked at. */
const READ = 1000;
/** Different ones: one or two are a name, a shout, or the same in many languages. */
const LEAST_WORDS = 3;
/**
 * By so much the likeliest language must be ahead of the next. Chosen on one half of the comments that
 * `npm run bench:language` reports the other half of: of those with fewer than ten words it leaves 15 % without a
 * language and gets 0.3 % wrong, where the likeliest alone would be wrong in 6 %.
 */
const LEAST_AHEAD = 150;
/**
 * Where the table cannot tell neighbours apart that it does not know: Indonesian looks like Malay to it, Bosnian
 * and Serbian in Latin letters like Croatian. Better none than the wrong one.
 */
const IN_DOUBT = new Set(['ms', 'hr']);

/** Addresses, names of accounts and codes are in no language. Run on lower case. */
const NO_WORDS =
  /(?:https?:\/\/|www\.)\S{1,300}|[^\s@]{0,60}@[^\s@]{0,60}|#\S{1,60}|[a-z]{0,30}\d[a-z\d]{0,60}|\S{1,60}\.(?:com|org|net)\b\S{0,300}/gu;

const WORDS: Record<SharedScript, RegExp> = {
  Latin: /'?\p{Script=Latin}+(?:'\p{Script=Latin}+)*/gu,
  Cyrillic: /'?\p{Script=Cyrillic}+(?:'\p{Script=Cyrillic}+)*/gu,
  Arabic: /\p{Script=Arabic}+/gu,
  // Its vowel signs are no letters; the table was made without them.
  Devanagari: /\p{L}+/gu,
};

let table: GramTable | undefined;

/**
 * The language of a reader's own words as ISO 639-1; null where it is not known, which is rather said than a
 * wrong one. About 0.15 ms for 34 words; unpacks its table when it is first asked, once an isolate, in a few
 * milliseconds.
 */
export function detectLanguage(text: string): string | null {
  const plain = text
    .slice(0, READ)
    .normalize('NFC')
    .toLowerCase()
    .replace(NO_WORDS, ' ')
    .replace(/[’`]/g, "'");
  const found = readScript(plain);
  if (found === null) return null;
  if ('language' in found) return found.language;
  const words = plain.match(WORDS[found.script]) ?? [];
  if (new Set(words).size < LEAST_WORDS) return null;
  table ??= unpackTable(packedGrams);
  const { first, ahead } = rankLanguages(table, { words, among: SHARED[found.script] });
  return ahead < LEAST_AHEAD || IN_DOUBT.has(first) ? null : first;
}
