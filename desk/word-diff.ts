import { diffArrays } from 'diff';

export type Piece = { kind: 'same' | 'added' | 'removed'; text: string };

/** Beyond so many changes two texts have nothing in common that would help to read them. */
const MOST_CHANGES = 800;

/** What has become of a text, word by word; also where words have no spaces between them. */
export function wordDiff(before: string, after: string): Piece[] {
  const changes = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: MOST_CHANGES });
  if (changes === undefined) return joined([removed(before), added(after)]);
  return joined(
    changes.flatMap(({ value, added: isAdded, removed: isRemoved }, at) => {
      const text = value.join('');
      if (isAdded) return [added(text)];
      if (isRemoved) return [removed(text)];
      // A space between two changed words belongs to the change: else nobody could read it.
      const isBetween = changes[at - 1] !== undefined && changes[at + 1] !== undefined;
      if (isBetween && /^[^\S\n]+$/.test(text)) return [removed(text), added(text)];
      return [{ kind: 'same', text }];
    }),
  );
}

/** Neighbouring changes as one: first what went, then what came. */
function joined(pieces: Piece[]): Piece[] {
  const out: Piece[] = [];
  let gone = '';
  let come = '';
  const flush = () => {
    if (gone !== '') out.push(removed(gone));
    if (come !== '') out.push(added(come));
    gone = '';
    come = '';
  };
  for (const { kind, text } of pieces) {
    if (kind === 'removed') gone += text;
    else if (kind === 'added') come += text;
    else {
      flush();
      out.push({ kind, text });
    }
  }
  flush();
  return out;
}

function wordsOf(text: string): string[] {
  const segments = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text);
  return Array.from(segments, ({ segment }) => segment);
}

function added(text: string): Piece {
  return { kind: 'added', text };
}

function removed(text: string): Piece {
  return { kind: 'removed', text };
}
