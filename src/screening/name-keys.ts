import { lookalikes } from './lookalikes.ts';
import { readingsOfText } from './readings.ts';

const latinFor = new Map<string, string>();
for (const [latin, letters] of Object.entries(lookalikes)) {
  for (const letter of letters) latinFor.set(letter, latin);
}

/** Pairs of letters that pass for one, on both sides of a comparison. */
const PAIRS: Record<string, string> = { rn: 'm', vv: 'w' };

/**
 * A name as far as the eye takes it for another: case, accents, invisible characters, blanks, signs,
 * leet and letters of other alphabets are levelled. Two names are alike where they share a key.
 * Harsher than folding a text, since it is only compared with a few names.
 */
export function nameKeys(name: string): string[] {
  // A capital I inside a word, and the Cyrillic palochka, look like the small l they may stand for.
  const posing = name.replace(/(?<=\p{L})[IӀӏ](?=\p{Ll})/gu, 'l');
  const readings = [...new Set([name, posing])].flatMap(readingsOfText);
  const keys = readings.map(({ text }) => bare(text)).filter((key) => key !== '');
  return [...new Set(keys)];
}

function bare(text: string): string {
  const letters = text.match(/[\p{L}\p{N}]/gu) ?? [];
  const latin = letters.map((letter) => latinFor.get(letter) ?? letter).join('');
  return latin.replace(/rn|vv/g, (pair) => PAIRS[pair] ?? pair);
}
