import { lookalikes } from './lookalikes.ts';

/**
 * A text made comparable, with the way back. `at[i]` is the UTF-16 index in the original of the unit
 * that the i-th unit of `text` comes from; one entry more, the original's length, closes the last.
 */
export type Folded = { text: string; at: Uint32Array };

/**
 * NFKC, case, accents, invisible characters and letters of other alphabets that pose as Latin ones
 * are levelled. Folding a folded text changes nothing.
 */
export function fold(text: string): Folded {
  let folded = pass({ text, at: countingUp(text.length) });
  // A text that no longer holds anything beyond ASCII cannot change again. Else: what one pass brings
  // side by side (jamo after a dropped joiner, say) may still combine in the next.
  for (let round = 0; round < 6 && !isAscii(folded.text); round++) {
    const again = pass(folded);
    if (again.text === folded.text) break;
    folded = again;
  }
  return folded;
}

/** The stretch of the original that the folded stretch [start, end) stands for. */
export function original(folded: Folded, [start, end]: [number, number]): [number, number] {
  const last = folded.at.length - 1;
  const from = folded.at[Math.min(start, last)] ?? 0;
  // The unit after the last one marks the end: what was dropped in between belongs to the stretch.
  return [from, Math.max(from, folded.at[Math.min(end, last)] ?? from)];
}

/** Builds a folded text piece by piece, each piece tied to a place in the original. */
export class Folding {
  private readonly pieces: string[] = [];
  private readonly places: number[] = [];

  add(piece: string, place: number): void {
    this.pieces.push(piece);
    for (let i = 0; i < piece.length; i++) this.places.push(place);
  }

  done(end: number): Folded {
    this.places.push(end);
    return { text: this.pieces.join(''), at: Uint32Array.from(this.places) };
  }
}

// Format characters, soft hyphen, joiners, tags, variation selectors, fillers and other controls:
// nothing that a reader sees. Tab and line breaks stay.
const INVISIBLE =
  /\u034f|[\p{Cf}\p{Variation_Selector}\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufffc]|(?![\t\n\r\u0085])\p{Cc}/u;

// A letter with its marks, or the jamo of one Korean syllable: the units that NFKC can recompose.
const CLUSTER = /[\u1100-\u115e][\u1161-\u11a7]?[\u11a8-\u11ff]*|[^\p{M}]\p{M}*|\p{M}+/gsu;

// Marks of these scripts are accents that writers leave out; in Indic scripts they are vowels.
const ACCENTED =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{M}еЕ\p{P}\p{S}\p{N}\s]/u;
const DROPPED_MARK = /[\p{Mn}\p{Me}ـ]/gu;

// Letters that no decomposition turns into plain ones.
const PLAIN: Record<string, string> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ħ: 'h',
  ŧ: 't',
  æ: 'ae',
  œ: 'oe',
  ð: 'd',
  þ: 'th',
  ŋ: 'n',
  ĸ: 'k',
  ɨ: 'i',
  ƶ: 'z',
  ƀ: 'b',
};

function pass(input: Folded): Folded {
  return foldLookalikes(foldClusters(dropInvisible(input)));
}

function dropInvisible(input: Folded): Folded {
  if (isAscii(input.text) && !INVISIBLE.test(input.text)) return input;
  const out = new Folding();
  let i = 0;
  for (const letter of input.text) {
    if (!INVISIBLE.test(letter)) out.add(letter, input.at[i] ?? 0);
    i += letter.length;
  }
  return out.done(input.at[input.text.length] ?? 0);
}

function foldClusters(input: Folded): Folded {
  if (isAscii(input.text)) return { text: input.text.toLowerCase(), at: input.at };
  const out = new Folding();
  for (const match of input.text.matchAll(CLUSTER)) {
    out.add(foldCluster(match[0]), input.at[match.index] ?? 0);
  }
  return out.done(input.at[input.text.length] ?? 0);
}

function foldCluster(cluster: string): string {
  if (cluster.length === 1 && cluster < '\u0080') return cluster.toLowerCase();
  // Up before down: ß, ς and ı have capitals that only the way down makes plain.
  const plain = cluster.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC');
  const bare = ACCENTED.test(plain.normalize('NFD'))
    ? plain.normalize('NFD').replace(DROPPED_MARK, '').normalize('NFC')
    : plain;
  return PLAIN[bare] ?? bare;
}

const latinFor = new Map<string, string>();
for (const [latin, letters] of Object.entries(lookalikes)) {
  for (const letter of letters) latinFor.set(letter, latin);
}
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const LATIN = /\p{Script=Latin}/u;
const FOREIGN = /[^\p{Script=Latin}\p{N}\p{M}]/u;

type Word = { text: string; start: number; latin: boolean; foreign: boolean; posing: boolean };

/**
 * Honest Russian or Greek is left alone: a word is read as Latin only where it mixes both alphabets,
 * or where all its letters pass for Latin ones and its neighbours on both sides are Latin.
 */
function foldLookalikes(input: Folded): Folded {
  if (isAscii(input.text) || !LATIN.test(input.text)) return input;
  const words = Array.from(input.text.matchAll(WORD), (match) => readWord(match[0], match.index));
  const fakes = words.filter(
    (word, i) => word.posing && isFake(word, [words[i - 1], words[i + 1]]),
  );
  if (fakes.length === 0) return input;
  const out = new Folding();
  let done = 0;
  for (const fake of fakes) {
    copy(input, out, [done, fake.start]);
    let i = fake.start;
    for (const letter of fake.text) {
      out.add(latinFor.get(letter) ?? letter, input.at[i] ?? 0);
      i += letter.length;
    }
    done = i;
  }
  copy(input, out, [done, input.text.length]);
  return out.done(input.at[input.text.length] ?? 0);
}

function readWord(text: string, start: number): Word {
  if (isAscii(text))
    return { text, start, latin: /[a-z]/.test(text), foreign: false, posing: false };
  const letters = [...text];
  return {
    text,
    start,
    latin: LATIN.test(text),
    foreign: FOREIGN.test(text),
    posing:
      letters.some((letter) => latinFor.has(letter)) &&
      letters.every((letter) => latinFor.has(letter) || !FOREIGN.test(letter)),
  };
}

function isFake(word: Word, neighbours: (Word | undefined)[]): boolean {
  if (word.latin) return true;
  const present = neighbours.filter((neighbour) => neighbour !== undefined);
  return present.length > 0 && present.every((neighbour) => neighbour.latin || !neighbour.foreign);
}

function copy(input: Folded, out: Folding, [start, end]: [number, number]): void {
  for (let i = start; i < end; i++) out.add(input.text.charAt(i), input.at[i] ?? 0);
}

function countingUp(length: number): Uint32Array {
  return Uint32Array.from({ length: length + 1 }, (_, i) => i);
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 126) return false;
  return true;
}
