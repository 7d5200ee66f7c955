import { readingsOfText } from './readings.ts';
import {
  closesWord,
  endOfWord,
  isUnspaced,
  isWhole,
  opensWord,
  startOfWord,
} from './word-boundary.ts';

/** An entry of a list and where in a text it stands. */
export type Hit = { entry: string; range: [number, number] };

/** One way to read an entry that stands in the text as it is. */
type Plain = { entry: string; word: string; offset: number };
/** One with `*`, or of a script without spaces, or without letters. */
type Loose = { entry: string; pieces: string[] };

/**
 * A publisher's list, made for looking up: the cost of a text depends on its own length, hardly on
 * the list's. A `*` stands for any letters within a word.
 */
export class WordList {
  /** By the entry's first word. */
  private readonly plain = new Map<string, Plain[]>();
  /** By the first three units of the longest piece; shorter ones stand under ''. */
  private readonly loose = new Map<string, Loose[]>();

  constructor(entries: readonly string[]) {
    for (const entry of entries) this.add(entry);
  }

  /** Where entries stand in a text that was read as entries are (see readings.ts). */
  find(text: string): Hit[] {
    return [...this.findPlain(text), ...this.findLoose(text)];
  }

  private add(entry: string): void {
    for (const { text } of readingsOfText(entry.replaceAll('*', WILD))) {
      const word = text.trim();
      const first = /[\p{L}\p{M}\p{N}]+/u.exec(word);
      const isPlain = first !== null && !word.includes(WILD) && !isUnspaced(word);
      if (isPlain) push(this.plain, [first[0], { entry, word, offset: first.index }]);
      else this.addLoose(entry, word.split(WILD));
    }
  }

  private addLoose(entry: string, pieces: string[]): void {
    const longest = longestOf(pieces);
    if (longest === '') return;
    push(this.loose, [longest.length < RUN ? '' : longest.slice(0, RUN), { entry, pieces }]);
  }

  private findPlain(text: string): Hit[] {
    if (this.plain.size === 0) return [];
    return Array.from(text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)).flatMap(({ 0: token, index }) =>
      (this.plain.get(token) ?? []).flatMap(({ entry, word, offset }): Hit[] => {
        const range: [number, number] = [index - offset, index - offset + word.length];
        const stands = range[0] >= 0 && text.startsWith(word, range[0]);
        return stands && isWhole(text, range) ? [{ entry, range }] : [];
      }),
    );
  }

  private findLoose(text: string): Hit[] {
    if (this.loose.size === 0) return [];
    const runs = new Set(['']);
    for (let i = 0; i + RUN <= text.length; i++) runs.add(text.slice(i, i + RUN));
    return [...runs].flatMap((run) =>
      (this.loose.get(run) ?? []).flatMap(({ entry, pieces }): Hit[] => {
        const range = text.includes(longestOf(pieces)) ? findPieces(text, pieces) : undefined;
        return range ? [{ entry, range }] : [];
      }),
    );
  }
}

// Of the private area: no folding changes it, no text is read as it.
const WILD = '\ue000';
const RUN = 3;

function longestOf(pieces: readonly string[]): string {
  return pieces.reduce((longest, piece) => (piece.length > longest.length ? piece : longest), '');
}

/** The pieces in their order within one word (or phrase), with any letters in between. */
function findPieces(text: string, pieces: readonly string[]): [number, number] | undefined {
  const first = pieces.findIndex((piece) => piece !== '');
  const head = pieces[first] ?? '';
  for (let at = text.indexOf(head); at >= 0; at = text.indexOf(head, at + 1)) {
    if (first === 0 && !opensWord(text, at)) continue;
    const end = followPieces(text, { from: at + head.length, pieces: pieces.slice(first + 1) });
    if (end !== undefined) return [first === 0 ? at : startOfWord(text, at), end];
  }
  return undefined;
}

function followPieces(
  text: string,
  { from, pieces }: { from: number; pieces: string[] },
): number | undefined {
  let end = from;
  for (const [i, piece] of pieces.entries()) {
    const limit = endOfWord(text, end);
    // The last piece closes the word, so its last place counts; others are met as early as may be.
    const isLast = i === pieces.length - 1;
    const at = isLast ? text.lastIndexOf(piece, limit) : text.indexOf(piece, end);
    if (piece !== '' && (at < end || at > limit)) return undefined;
    end = piece === '' ? limit : at + piece.length;
  }
  return closesWord(text, end) || pieces.at(-1) === '' ? end : undefined;
}

function push<Value>(into: Map<string, Value[]>, [key, value]: [string, Value]): void {
  const list = into.get(key);
  if (list === undefined) into.set(key, [value]);
  else list.push(value);
}
