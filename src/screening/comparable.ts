import { fold } from './fold.ts';

/** A text as far as two readers would call it the same: folded, letters and digits only. */
export function comparable(text: string): string {
  const words = fold(text).text.match(/[\p{L}\p{M}\p{N}]+/gu);
  // A text of signs alone ("!!!", "👍") is compared as it stands.
  return words === null ? text : words.join(' ');
}
