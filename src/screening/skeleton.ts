import { type Folded, Folding } from './fold.ts';

/**
 * The harsher readings of a folded text, for matching word lists: leet, letters spaced or split by
 * punctuation, letters drawn out. Meant for both sides of a comparison. Most texts have one reading;
 * a `1` that may be an i or an l, and a letter written three times or more, give others.
 */
export function skeletons(folded: Folded): Folded[] {
  const joined = joinSplit(folded);
  const readings = ['i', 'l'].flatMap((one) => {
    const plain = unleet(joined, one);
    return [2, 1].map((keep) => squeeze(plain, keep));
  });
  return readings.filter((a, i) => readings.findIndex((b) => b.text === a.text) === i);
}

// Four letters or more, each alone, the same kind of gap between them. Three are an abbreviation.
const SPACED =
  /(?<![\p{L}\p{N}])[\p{L}\p{N}@$](?:([^\p{L}\p{N}\n]{1,2})[\p{L}\p{N}@$])(?:\1[\p{L}\p{N}@$])+\1[\p{L}\p{N}@$](?![\p{L}\p{N}])/gu;
// Pieces of at most two letters, as in "vi.ag.ra"; longer ones are hosts, paths and compound words.
const PIECES =
  /(?<![\p{L}\p{N}])[\p{L}\p{N}]{1,2}(?:[._\-*~|/+][\p{L}\p{N}]{1,2}){2,}(?![\p{L}\p{N}])/gu;
// Signs that no writing uses inside a word.
const WEDGED = /(?<=\p{L})[*_~|^•·]+(?=\p{L})/gu;

function joinSplit(input: Folded): Folded {
  const cut = new Set<number>();
  for (const pattern of [SPACED, PIECES]) {
    for (const match of input.text.matchAll(pattern)) {
      if (!isDisguise(match[0])) continue;
      for (let i = 0; i < match[0].length; i++) {
        if (!/[\p{L}\p{N}@$]/u.test(match[0].charAt(i)) && !isSurrogate(match[0], i)) {
          cut.add(match.index + i);
        }
      }
    }
  }
  for (const match of input.text.matchAll(WEDGED)) {
    for (let i = 0; i < match[0].length; i++) cut.add(match.index + i);
  }
  return cut.size === 0 ? input : without(input, cut);
}

/** Dates, figures and abbreviations ("u.s.a.") are split by nature. */
function isDisguise(split: string): boolean {
  return /\p{L}/u.test(split) && (split.match(/[\p{L}\p{N}@$]/gu)?.length ?? 0) > 3;
}

const LEET: Record<string, string> = {
  '0': 'o',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '€': 'e',
  '!': 'i',
  '|': 'l',
};
const LEET_WORD = /[\p{L}\p{N}@$€!|]+/gu;

/** Digits are letters only in a word that has letters: "1000" and "$50" stay what they are. */
function unleet(input: Folded, one: string): Folded {
  if (!/[013457@$€!|]/.test(input.text)) return input;
  const text = input.text.replace(LEET_WORD, (word) => {
    const core = word.replace(/[!|]+$/, '');
    if (!/\p{L}/u.test(core) || /^\d+\p{L}{1,2}$/u.test(core)) return word; // "10k", "3rd", "90s"
    return (
      core.replace(/[013457@$€!|]/g, (sign) => (sign === '1' ? one : (LEET[sign] ?? sign))) +
      word.slice(core.length)
    );
  });
  return { text, at: input.at };
}

function squeeze(input: Folded, keep: number): Folded {
  const cut = new Set<number>();
  for (const match of input.text.matchAll(/(\p{L})\1{2,}/gu)) {
    for (let i = keep * (match[1] ?? '').length; i < match[0].length; i++) cut.add(match.index + i);
  }
  return cut.size === 0 ? input : without(input, cut);
}

function without(input: Folded, cut: Set<number>): Folded {
  const out = new Folding();
  for (let i = 0; i < input.text.length; i++) {
    if (!cut.has(i)) out.add(input.text.charAt(i), input.at[i] ?? 0);
  }
  return out.done(input.at[input.text.length] ?? 0);
}

function isSurrogate(text: string, i: number): boolean {
  const unit = text.charCodeAt(i);
  return unit >= 0xd800 && unit <= 0xdfff;
}
