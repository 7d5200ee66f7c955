import type { Link } from '../links.ts';
import type { Bag } from './bag.ts';

/** `prose` is the body without its links: digits and signs of an address say nothing about tone. */
export type Shaped = { body: string; prose: string; text: string; links: Link[] };

/** How a comment looks, whatever it says: steps instead of figures, so that each has its own weight. */
export function addShape(bag: Bag, { body, prose, text, links }: Shaped): void {
  const letters = count(prose, /\p{L}/gu);
  const sign = (name: string) => bag.add('shape', name);
  sign(`length ${steps(text.length)}`);
  sign(`links ${Math.min(links.length, 4)}`);
  if (letters > 5) sign(`capitals ${tenths(count(prose, /\p{Lu}/gu) / letters)}`);
  sign(`digits ${tenths(count(prose, /\p{N}/gu) / Math.max(1, text.length))}`);
  sign(`exclamation marks ${Math.min(count(body, /!/g), 4)}`);
  sign(`question marks ${Math.min(count(body, /\?/g), 3)}`);
  sign(`line breaks ${Math.min(count(body, /\n/g), 5)}`);
  sign(`emoji ${Math.min(count(body, /\p{Extended_Pictographic}/gu), 4)}`);
  if (/([!?.,$])\1{2}/.test(prose)) sign('repeated punctuation');
  if (/(\p{L})\1{3}/iu.test(body)) sign('letters drawn out');
  if (
    /(?<=\p{Script=Latin})[\u200b-\u200f\u2060\u00ad]|[\u200b-\u200f\u2060\u00ad](?=\p{Script=Latin})/u.test(
      prose,
    )
  )
    sign('invisible characters in words');
  if (
    /\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}]\p{Script=Latin}/u.test(
      prose,
    )
  )
    sign('alphabets mixed in a word');
  if (/[\uff21-\uff3a\uff41-\uff5a]{2}|[\u{1d400}-\u{1d7ff}]{2}/u.test(prose))
    sign('letters in disguise');
  if (/[$€£¥]\s?\d|\d\s?[$€£¥]/.test(prose)) sign('a price');
  if (/\d\s?%/.test(prose)) sign('a percentage');
  if (/<\/?[a-z][^>]*>|\[\/?(?:url|link|b|img)\b/i.test(body))
    sign('markup that does nothing here');
  if (/[\w.+-]+@[\w-]+\.\w+/.test(prose)) sign('an e-mail address in the text');
  if (hasTelephone(prose)) sign('a telephone number in the text');
  if (/(?:^|\s)[@#]\w/.test(prose)) sign('a mention or hashtag');
  if (links.length > 0 && text.length < 40) sign('hardly more than a link');
  const last = links.at(-1);
  if (last && body.slice(last.end).trim().length < 3) sign('ends with a link');
  bag.closeSigns(0.4);
}

function steps(length: number): number {
  return Math.round(Math.log2(length + 1));
}

function tenths(share: number): number {
  return share === 0 ? 0 : Math.ceil(share * 10);
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found++;
  return found;
}

// Groups with one sign between them: sums ("7 + 13") and dates are no telephone numbers.
const GROUPED = /\+?\d{2,5}(?:[ ()./-]?\d{2,6}){1,5}/g;

function hasTelephone(text: string): boolean {
  return (text.match(GROUPED) ?? []).some((group) => {
    const digits = group.replace(/\D/g, '').length;
    return digits >= 9 && digits <= 15;
  });
}
