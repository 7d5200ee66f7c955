/**
 * Text made comparable: compatibility forms, case, accents and invisible characters folded away.
 * `at[i]` is the index in the original (UTF-16 units) of the folded text's unit i, with one entry
 * more for the end, so that a match in the folded text can be shown in the reader's own words.
 */
export type Folded = { text: string; at: number[]; original: string };

const DROPPED = /[\p{M}\p{Cf}\p{Cc}\u115f\u1160\u3164\uffa0\u2800]/gu;

/** Idempotent on its text. */
export function fold(original: string): Folded {
  let text = '';
  const at: number[] = [];
  let index = 0;
  for (const character of original) {
    const folded = foldCharacter(character);
    for (let i = 0; i < folded.length; i++) at.push(index);
    text += folded;
    index += character.length;
  }
  at.push(index);
  return { text, at, original };
}

/** The piece of the original that a range of the folded text came from. */
export function originalOf(folded: Folded, range: { start: number; end: number }): string {
  return folded.original.slice(folded.at[range.start], folded.at[range.end]);
}

function foldCharacter(character: string): string {
  if (character === '\n' || character === '\t') return ' ';
  return character
    .normalize('NFKD')
    .replace(DROPPED, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(DROPPED, '')
    .replaceAll('ß', 'ss');
}
