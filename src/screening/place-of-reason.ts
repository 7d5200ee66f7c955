import type { Field, Finding } from '../domain/comment.ts';
import type { Kind } from './classifier/bag.ts';
import type { Reason } from './classifier/explain.ts';
import { fold, original } from './fold.ts';

/** The field in which a feature of this kind can be shown; the others are about the whole. */
const FIELD: Partial<Record<Kind, Field>> = {
  word: 'body',
  phrase: 'body',
  link: 'body',
  name: 'name',
  email: 'email',
  website: 'website',
};

/** The piece of the reader's own text that a reason is about; null where it is about the whole. */
export function placeOfReason(
  { kind, feature }: Reason,
  text: Record<Field, string>,
): Finding['matches'][number] | null {
  const field = FIELD[kind];
  if (field === undefined || /[⇗#]/.test(feature)) return null;
  const folded = fold(text[field]);
  const words = feature.split(' ').map((word) => word.replace(/[$.*+?^(){}|[\]\\/-]/g, '\\$&'));
  const found = new RegExp(`(?<![\\p{L}\\p{N}])${words.join('\\s+')}(?![\\p{L}\\p{N}])`, 'u').exec(
    folded.text,
  );
  if (found === null) return null;
  const [start, end] = original(folded, [found.index, found.index + found[0].length]);
  return { field, text: text[field].slice(start, end) };
}
