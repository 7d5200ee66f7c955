import { fold } from '../fold.ts';
import { type Link, readAddress, registrableDomain } from '../links.ts';
import type { Bag, Kind } from './bag.ts';

/** Where the links of the text lead. */
export function addLinks(bag: Bag, links: Link[]): void {
  for (const link of links) addHost(bag, ['link', link.host]);
  bag.close(0.7);
  for (const link of links) addPath(bag, ['linkPath', link]);
  bag.close(0.5);
}

/** The author's own address: much spam has no other link. */
export function addWebsite(bag: Bag, website: string): void {
  const address = readAddress(website);
  if (!address) return;
  bag.add('website', 'given');
  addHost(bag, ['website', address.host]);
  bag.close(0.7);
  addPath(bag, ['websitePath', address]);
  bag.close(0.7);
}

function addHost(bag: Bag, [kind, host]: [Kind, string]): void {
  const domain = registrableDomain(host);
  bag.add(kind, host);
  bag.add(kind, domain);
  bag.add(kind, `.${host.split('.').at(-1)}`);
  const name = domain.split('.')[0] ?? '';
  for (const word of name.split(/[-_\d]+/)) if (word.length > 2) bag.add(kind, word);
  bag.addRuns('hostLetters', [`^${name}$`, 4]);
  if (name.includes('-')) bag.add(kind, 'hyphens in the name');
  if (/\d/.test(name)) bag.add(kind, 'digits in the name');
  if (host !== domain) bag.add(kind, 'a subdomain');
}

function addPath(bag: Bag, [kind, address]: [Kind, { path: string }]): void {
  const path = address.path.replace(/^\/$/, '');
  bag.add(kind, `depth ${Math.min(4, path.split('/').length - 1)}`);
  if (path.includes('?')) bag.add(kind, 'a query');
  const ending = /\.([a-z]{2,5})(?:\?|$)/.exec(path)?.[1];
  if (ending) bag.add(kind, `.${ending}`);
  const words = fold(path).text.match(/[\p{L}]{2,}/gu) ?? [];
  bag.add(kind, `words ${Math.min(6, words.length)}`);
  for (const word of words.slice(0, 20)) bag.add(kind, word);
}
