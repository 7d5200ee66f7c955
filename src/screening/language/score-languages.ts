import { BEGINS, ENDS, findGram, type GramTable, hashOf, LAST } from './gram-table.ts';

/** The likeliest language ('' where nothing speaks for any), and by how much it is ahead of the next. */
export type Ranking = { first: string; ahead: number };

/** What is read of a text, in bytes: with so much nothing changes any more. */
const READ_BYTES = 400;
/** Of one word: what is longer is none. */
const WORD_BYTES = 60;
const SPACE = 0x20;
const ENCODER = new TextEncoder();

/**
 * Counts for each of these languages how frequent the text’s sequences of letters are in it, each
 * once: four bytes at every third place of a word, and its last four. As the library that the table
 * comes from does, so that its weights mean what they meant there.
 */
export function rankLanguages(
  table: GramTable,
  { words, among }: { words: readonly string[]; among: readonly string[] },
): Ranking {
  const scores = new Float64Array(table.languages.length);
  const grams = gramsOf(ENCODER.encode(words.join(' ').slice(0, READ_BYTES)));
  for (const hash of grams) addWeights(table, { hash, scores });
  let [first, firstScore, secondScore] = ['', 0, 0];
  for (const language of among) {
    const score = scores[table.languages.indexOf(language)] ?? 0;
    if (score > firstScore) [first, secondScore, firstScore] = [language, firstScore, score];
    else if (score > secondScore) secondScore = score;
  }
  return { first, ahead: firstScore - secondScore };
}

function addWeights(table: GramTable, { hash, scores }: { hash: number; scores: Float64Array }) {
  let at = findGram(table, hash);
  for (let isLast = at < 0; !isLast; at++) {
    const owner = table.owners.charCodeAt(at);
    const language = owner & ~LAST;
    scores[language] = (scores[language] ?? 0) + table.step * table.weights.charCodeAt(at);
    isLast = (owner & LAST) !== 0 || at >= table.owners.length;
  }
}

function gramsOf(bytes: Uint8Array): Set<number> {
  const grams = new Set<number>();
  for (let start = 0; start < bytes.length && start < READ_BYTES; ) {
    let end = bytes.indexOf(SPACE, start);
    if (end < 0) end = bytes.length;
    addWord(grams, bytes.subarray(start, Math.min(end, start + WORD_BYTES)));
    start = end + 1;
  }
  return grams;
}

function addWord(grams: Set<number>, word: Uint8Array): void {
  const { length } = word;
  let at = 0;
  for (; at + 4 < length; at += 3) grams.add(hashOf(read(word, at, 4), at === 0 ? BEGINS : 0));
  const from = length === 3 ? 0 : Math.max(0, length - 4);
  grams.add(hashOf(read(word, from, Math.min(4, length)), (at === 0 ? BEGINS : 0) | ENDS));
}

function read(word: Uint8Array, from: number, length: number): number {
  let bytes = 0;
  for (let i = 0; i < length; i++) bytes |= (word[from + i] ?? 0) << (8 * i);
  return bytes;
}
