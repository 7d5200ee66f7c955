import type { Kind, Lexicon } from './lexicon.ts';
import { follow, openings, type Pattern, readPatterns, SENTENCE_END } from './pattern.ts';

/** An entry that stands in a text, and where; `addressed` when it is said to somebody. */
export type Phrase = {
  kind: Kind;
  language: string;
  addressed: boolean;
  range: [number, number];
};

type Entry = {
  kind: Kind;
  language: string;
  pattern: Pattern;
  address: readonly string[];
};
type Word = { text: string; start: number; end: number };

/** Words between "you" and what you are called, as in "you are such a …". */
const BEFORE = 5;
/** As in "…, you" or "… like you". */
const AFTER = 2;
const KINDS: readonly Kind[] = ['threat', 'slur', 'profanity', 'insult', 'harmless'];

/** Lexicons made for looking up: the cost of a text depends on its own length. */
export class PhraseBook {
  private readonly whole = new Map<string, Entry[]>();
  /** Entries that begin with an open stem, by its first letter. */
  private readonly open = new Map<string, Entry[]>();

  constructor(lexicons: readonly Lexicon[]) {
    for (const lexicon of lexicons) {
      const address = lexicon.address.split(' ').map((words) => ` ${words.replaceAll('_', ' ')} `);
      const { language } = lexicon;
      for (const kind of KINDS) {
        for (const pattern of readPatterns(lexicon[kind])) {
          this.add({ kind, language, pattern, address });
        }
      }
    }
  }

  /** All that stands in a text that was folded before (see readings.ts). */
  find(text: string): Phrase[] {
    const words = wordsOf(text);
    const texts = words.map((word) => word.text);
    return words.flatMap(({ text: word, start }, from) =>
      this.startingWith(word).flatMap((entry): Phrase[] => {
        const end = follow(entry.pattern, texts, from);
        const last = words[end - 1];
        if (last === undefined) return [];
        const { kind, language, address } = entry;
        const addressed = isAddressed(texts, { from, end, address });
        return [{ kind, language, addressed, range: [start, last.end] }];
      }),
    );
  }

  private add(entry: Entry): void {
    for (const opening of new Set(openings(entry.pattern))) {
      if (opening.endsWith('*')) push(this.open, opening.charAt(0), entry);
      else push(this.whole, opening, entry);
    }
  }

  private startingWith(word: string): readonly Entry[] {
    const [whole = [], open = []] = [this.whole.get(word), this.open.get(word.charAt(0))];
    return open.length === 0 ? whole : [...new Set([...whole, ...open])];
  }
}

function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(/[\p{L}\p{M}\p{N}]+|[.!?;…]+/gu), ({ 0: piece, index }) => ({
    text: /[.!?;…]/.test(piece) ? SENTENCE_END : piece,
    start: index,
    end: index + piece.length,
  }));
}

type Spot = { from: number; end: number; address: readonly string[] };

/** Somebody is spoken to shortly before it, in it, or right after it, in the same sentence. */
function isAddressed(words: readonly string[], { from, end, address }: Spot): boolean {
  const before = words.slice(Math.max(0, from - BEFORE), end);
  const after = words.slice(end, end + AFTER);
  const stop = after.indexOf(SENTENCE_END);
  const near = [
    ...before.slice(before.lastIndexOf(SENTENCE_END) + 1),
    ...(stop < 0 ? after : after.slice(0, stop)),
  ];
  const said = ` ${near.join(' ')} `;
  return address.some((words) => said.includes(words));
}

function push(into: Map<string, Entry[]>, key: string, entry: Entry): void {
  const list = into.get(key);
  if (list === undefined) into.set(key, [entry]);
  else list.push(entry);
}
