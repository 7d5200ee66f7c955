import type { Field } from '../domain/comment.ts';
import type { Submission } from '../domain/submission.ts';
import { type Folded, Folding, fold } from './fold.ts';
import { skeletons } from './skeleton.ts';

const FIELDS: readonly Field[] = ['body', 'name', 'email', 'website'];

export type Readings = { field: Field; readings: Folded[] };

// Both word lists look at the same submission: it is read once.
const known = new WeakMap<Submission['text'], Readings[]>();

/** Each field with the ways in which its text can be read: folded, disguises taken off. */
export function readingsOf(text: Submission['text']): Readings[] {
  const before = known.get(text);
  if (before !== undefined) return before;
  const made = FIELDS.map((field) => ({ field, readings: readingsOfText(text[field]) }));
  known.set(text, made);
  return made;
}

/** The plain one stays beside the harsher ones: the sign in "x@casino.example" is not always an a. */
export function readingsOfText(text: string): Folded[] {
  if (text === '') return [];
  const folded = fold(text);
  const harsher = skeletons(folded).filter((one) => one.text !== folded.text);
  return [folded, ...harsher].map(levelSpaces);
}

/** A phrase is the same over a line end or two spaces. */
function levelSpaces(folded: Folded): Folded {
  if (!/\s\s|[^\S ]/.test(folded.text)) return folded;
  const out = new Folding();
  for (const { 0: piece, index } of folded.text.matchAll(/\s+|\S/g)) {
    out.add(/\s/.test(piece) ? ' ' : piece, folded.at[index] ?? 0);
  }
  return out.done(folded.at.at(-1) ?? 0);
}
