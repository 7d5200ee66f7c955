/** A stretch of text, in UTF-16 units; `end` is behind its last unit. */
export type Range = { start: number; end: number };
export type Piece = { text: string; marked: boolean };

/** Where any of the pieces stands in the text: exact, every time, overlapping ones joined. */
export function findMatches(text: string, pieces: readonly string[]): Range[] {
  const found = pieces.flatMap((piece) => occurrences(text, piece));
  found.sort((a, b) => a.start - b.start);
  const joined: Range[] = [];
  for (const range of found) {
    const last = joined.at(-1);
    if (last !== undefined && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else joined.push({ ...range });
  }
  return joined;
}

/**
 * Splits one text that begins at `offset` of a longer one by ranges of the longer one, so that a
 * match can run through several nodes.
 */
export function splitByRanges(
  text: string,
  place: { offset: number; ranges: readonly Range[] },
): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const range of place.ranges) {
    const start = Math.min(Math.max(range.start - place.offset, at), text.length);
    const end = Math.min(Math.max(range.end - place.offset, start), text.length);
    if (end <= start) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), marked: false });
    pieces.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false });
  return pieces;
}

function occurrences(text: string, piece: string): Range[] {
  if (piece === '') return [];
  const ranges: Range[] = [];
  for (let at = text.indexOf(piece); at !== -1; at = text.indexOf(piece, at + 1)) {
    ranges.push({ start: at, end: at + piece.length });
  }
  return ranges;
}
