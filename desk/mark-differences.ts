import type { Piece } from './mark-text.ts';
import { wordDiff } from './word-diff.ts';

/** The second text in pieces, those marked that the first does not have in this place. */
export function markDifferences(first: string, second: string): Piece[] {
  return wordDiff(first, second).flatMap(({ kind, text }) =>
    kind === 'removed' ? [] : { text, marked: kind === 'added' },
  );
}
