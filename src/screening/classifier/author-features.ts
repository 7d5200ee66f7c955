import { fold } from '../fold.ts';
import { readAddress } from '../links.ts';
import type { Bag } from './bag.ts';
import type { Writing } from './writing.ts';

const FREE_MAIL =
  /^(?:gmail|googlemail|yahoo|hotmail|outlook|live|aol|gmx|web|icloud|msn|mail|yandex|proton|protonmail|t-online|orange|free|libero|naver|qq|163)\./;

/** The name, the e-mail's domain, and how they fit each other and the website. */
export function addAuthor(bag: Bag, writing: Writing): void {
  const name = fold(writing.author).text.trim();
  const words = name.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  for (const word of words) bag.add('name', word);
  bag.close(0.7);
  bag.addRuns('nameLetters', [` ${name} `, 3]);
  bag.addRuns('nameLetters', [` ${name} `, 4]);
  bag.close(0.5);
  if (name !== '') addNameShape(bag, { writing, words });
  bag.closeSigns(0.3);
  addEmail(bag, writing.email);
}

function addNameShape(bag: Bag, { writing, words }: { writing: Writing; words: string[] }): void {
  const sign = (text: string) => bag.add('nameShape', text);
  const name = writing.author.trim();
  sign(`words ${Math.min(words.length, 6)}`);
  sign(`length ${Math.min(8, Math.ceil(name.length / 6))}`);
  if (/\p{N}/u.test(name)) sign('digits');
  if (words.length > 1 && name === name.toLowerCase()) sign('several words in small letters');
  if (/[^\p{L}\p{M}\p{N}\s.'’-]/u.test(name)) sign('unusual signs');
  if (/https?:|www\.|\.(?:com|net|org|ru|info)\b/i.test(name)) sign('an address');
  const address = readAddress(writing.website);
  const place = `${address?.host ?? ''}${address?.path ?? ''}`;
  if (words.some((word) => word.length > 3 && place.includes(word))) sign('stands in the website');
  const text = writing.body.slice(0, 400).toLowerCase();
  if (words.length > 1 && words.every((word) => text.includes(word))) sign('stands in the text');
}

function addEmail(bag: Bag, email: string): void {
  const domain = email.split('@')[1]?.trim().toLowerCase();
  if (!domain) return;
  bag.add('email', domain);
  bag.add('email', `.${domain.split('.').at(-1)}`);
  bag.add('email', FREE_MAIL.test(domain) ? 'a usual provider' : 'a domain of its own');
  bag.close(0.5);
}
