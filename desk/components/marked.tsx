import { findMatches, splitByRanges } from '../mark-text.ts';

/** One line of a reader's text with the matched pieces marked. Never markup, only text nodes. */
export function Marked({ text, pieces }: { text: string; pieces: readonly string[] }) {
  const ranges = findMatches(text, pieces);
  return (
    <bdi>
      {splitByRanges(text, { offset: 0, ranges }).map((piece, at) =>
        piece.marked ? <mark key={at}>{piece.text}</mark> : piece.text,
      )}
    </bdi>
  );
}
