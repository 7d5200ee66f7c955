import { safeHref } from './address.ts';

/** Bytes of a text in an address; servers take about 8,000 of the whole. */
const LONGEST = 6000;

export type Translation = {
  href: string;
  /** Who gets the text. */
  host: string;
  /** Whether only the beginning fits into an address. */
  isCut: boolean;
};

/** Where a text can be translated; null without a translator. `template` has `{text}` in it. */
export function translationOf(template: string | null, text: string): Translation | null {
  if (template === null) return null;
  const encoded = encode(text);
  const href = safeHref(template.replaceAll('{text}', encoded.part));
  return href === null ? null : { href, host: new URL(href).host, isCut: encoded.isCut };
}

/** Letter by letter, so that the cut goes through none. */
function encode(text: string): { part: string; isCut: boolean } {
  let part = '';
  for (const letter of text) {
    // Half of a pair cannot be encoded.
    const next = /\p{Cs}/u.test(letter) ? '%EF%BF%BD' : encodeURIComponent(letter);
    if (part.length + next.length > LONGEST) return { part, isCut: true };
    part += next;
  }
  return { part, isCut: false };
}
