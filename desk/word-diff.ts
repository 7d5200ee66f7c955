import type { Piece } from './mark-text.ts';

/** Words and the spaces after them; a text in a script without spaces falls into its letters. */
function wordsOf(text: string): string[] {
  return (
    text.match(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+\s*|\s+/gu,
    ) ?? []
  );
}

const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();

/**
 * The second text in pieces, those marked that the first does not have in this order: the longest
 * common row of words stays unmarked.
 */
export function markDifferences(first: string, second: string): Piece[] {
  const a = wordsOf(first);
  const b = wordsOf(second);
  const lengths = commonLengths(a, b);
  const pieces: Piece[] = [];
  let i = 0;
  for (const [j, word] of b.entries()) {
    while (
      i < a.length &&
      !same(a[i] ?? '', word) &&
      at(lengths, i + 1, j) >= at(lengths, i, j + 1)
    ) {
      i += 1;
    }
    const isCommon =
      i < a.length && same(a[i] ?? '', word) && at(lengths, i, j) > at(lengths, i, j + 1);
    if (isCommon) i += 1;
    add(pieces, { text: word, marked: !isCommon });
  }
  return pieces;
}

/** How many words the ends of both texts, from i and from j on, have in common. */
function commonLengths(a: string[], b: string[]): number[][] {
  const lengths = Array.from({ length: a.length + 1 }, () =>
    new Array<number>(b.length + 1).fill(0),
  );
  for (let i = a.length - 1; i >= 0; i--) {
    const row = lengths[i] ?? [];
    for (let j = b.length - 1; j >= 0; j--) {
      row[j] = same(a[i] ?? '', b[j] ?? '')
        ? at(lengths, i + 1, j + 1) + 1
        : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1));
    }
  }
  return lengths;
}

const at = (lengths: number[][], i: number, j: number) => lengths[i]?.[j] ?? 0;

function add(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1);
  if (last?.marked === piece.marked) last.text += piece.text;
  else pieces.push({ ...piece });
}
