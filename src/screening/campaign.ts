import type { Trace } from '../domain/trace.ts';
import { fold } from './fold.ts';
import { findLinks, readAddress, registrableDomain } from './links.ts';
import { skeletons } from './skeleton.ts';

/** The parts of a comment that a campaign repeats. Unknown fields are ''. */
export type Traceable = { body: string; website: string };

/** Numbers in a sketch: 64 estimate a shared third of the wording to within about 6 points. */
const SKETCH = 64;
/** The first of them are keys: so that of five rejected variants that share a third, practically always one is hit. */
const KEYS = 12;
/** Fewer pieces than this are a phrase that many people write. */
const FEWEST = 8;

/**
 * The sketch is a MinHash: the share of equal entries of two estimates how much of their wording two
 * texts share. It is empty where a text is too short to say.
 */
export function fingerprint(comment: Traceable): Trace {
  const links = findLinks(comment.body);
  const own = readAddress(comment.website);
  const places = [...links, ...(own ? [own] : [])].map(placeOf).filter((place) => place !== '');
  const distinct = [...new Set(places)].slice(0, 6);
  const minima = sketch(pieces(prose(comment.body, links)));
  const textKeys = [...minima.slice(0, KEYS)].map((minimum, i) => `t${i}:${minimum.toString(36)}`);
  return {
    keys: [...textKeys, ...distinct.map((place) => `p:${place}`)],
    minima,
    places: distinct,
  };
}

/** Whether two comments are of one campaign, and by what. `text` is the shared part of the wording. */
export type Likeness = { alike: boolean; text: number; place: string | undefined };

/**
 * Alike are two that share a quarter of their wording, or lead to the same place. The caller looks
 * whether published comments lead there too: a newspaper that a rejected comment linked to is no
 * campaign.
 */
export function similar(a: Trace, b: Trace): Likeness {
  const text = sharedWording(a.minima, b.minima);
  const place = a.places.find((own) => b.places.includes(own));
  return { alike: text >= ALIKE || place !== undefined, text, place };
}

const ALIKE = 0.25;

function sharedWording(a: Uint32Array, b: Uint32Array): number {
  if (a.length === 0 || b.length === 0) return 0;
  let equal = 0;
  for (const [i, minimum] of a.entries()) if (minimum === b[i]) equal++;
  return equal / SKETCH;
}

function prose(body: string, links: { start: number; end: number }[]): string {
  let text = '';
  let done = 0;
  for (const link of links) {
    text += `${body.slice(done, link.start)} `;
    done = link.end;
  }
  const folded = fold((text + body.slice(done)).slice(0, LONGEST));
  return skeletons(folded)[0]?.text ?? folded.text;
}

const LONGEST = 2000;
// Written without spaces: pieces of letters stand for pieces of words.
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/**
 * Hashes of pairs of words (of letters, where words are not spaced). Pairs, since campaigns exchange
 * one word in ten: of threes too few survive.
 */
function pieces(text: string): Set<number> {
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  const units = words.flatMap((word) => (UNSPACED.test(word) ? [...word] : [word]));
  const found = new Set<number>();
  for (let i = 1; i < units.length; i++) {
    found.add(hash(`${units[i - 1]} ${units[i]}`));
  }
  return found;
}

function sketch(found: Set<number>): Uint32Array {
  if (found.size < FEWEST) return new Uint32Array();
  const minima = new Uint32Array(SKETCH).fill(0xffffffff);
  for (const piece of found) {
    let mixed = piece;
    for (let i = 0; i < SKETCH; i++) {
      // A Weyl step and a mixing give a fresh order of all pieces for each entry.
      mixed = (mixed + 0x9e3779b9) | 0;
      let value = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
      value = Math.imul(value ^ (value >>> 15), 0x735a2d97);
      value = (value ^ (value >>> 15)) >>> 0;
      if (value < (minima[i] ?? 0)) minima[i] = value;
    }
  }
  return minima;
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value;
}

// Where everybody has a page, the host says nothing: there the first part of the path counts too.
const SHARED_PLACES = new Set(
  'youtube.com youtu.be facebook.com twitter.com x.com instagram.com tiktok.com google.com wikipedia.org medium.com github.com linkedin.com reddit.com pinterest.com tumblr.com telegram.me t.me wa.me bit.ly tinyurl.com goo.gl t.co amazon.com flickr.com vimeo.com naver.com daum.net kakao.com archive.org yahoo.com'.split(
    ' ',
  ),
);
const SHARED_PARENTS = new Set(
  'blogspot.com wordpress.com weebly.com wixsite.com blogcu.com over-blog.com livejournal.com github.io pages.dev web.app blog.com'.split(
    ' ',
  ),
);

function placeOf({ host, path }: { host: string; path: string }): string {
  const domain = registrableDomain(host);
  if (SHARED_PARENTS.has(domain)) return host === domain ? '' : host;
  if (!SHARED_PLACES.has(domain)) return domain;
  const page = path.replace(/[#&].*$/, '').replace(/\/+$/, '');
  return page.length < 3 ? '' : `${domain}${page}`;
}
