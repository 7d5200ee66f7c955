import { AUTHOR, PLACE, SKETCH, type Trace } from '../domain/trace.ts';
import { fold } from './fold.ts';
import { findLinks, readAddress, registrableDomain } from './links.ts';
import { skeletons } from './skeleton.ts';

/** The parts of a comment that a campaign repeats; unknown fields are ''. `author` is a hash. */
export type Traceable = { body: string; website: string; author?: string };

/** Fewer pieces than this are a phrase that many people write. */
const FEWEST = 8;
/** Places that are looked up: each costs rows, and more links than this are held anyway. */
const PLACES = 4;

/**
 * The sketch is a MinHash: the share of equal entries of two estimates how much of their wording two
 * texts share. A token carries two entries, so that variants share some of the 32 tokens and texts
 * with a turn of speech in common practically none.
 */
export function fingerprint({ body, website, author }: Traceable): Trace {
  const links = findLinks(body);
  const own = readAddress(website);
  const found = [...links, ...(own ? [own] : [])].map(placeOf).filter((place) => place !== '');
  const places = [...new Set(found)].slice(0, 6);
  return {
    text: writeSketch(sketch(pieces(prose(body, links)))),
    ties: [...places.slice(0, PLACES).map(placeToken), ...(author ? [`${AUTHOR}${author}`] : [])],
    places,
  };
}

/** '0' to 'v' for the token's place in the sketch, then the upper half of two entries. */
function writeSketch(minima: Uint32Array): string[] {
  const half = (entry = 0) => (entry >>> 16).toString(16).padStart(4, '0');
  return Array.from(
    { length: minima.length / 2 },
    (_, i) => `${i.toString(36)}${half(minima[2 * i])}${half(minima[2 * i + 1])}`,
  );
}

/** Two hashes, since one of 32 bits would take some places for others. */
function placeToken(place: string): string {
  const [one, other] = [hash(place) >>> 0, hash(`${place} `) >>> 0];
  return `${PLACE}${one.toString(36)}${other.toString(36)}`;
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
  'youtube.com youtu.be facebook.com twitter.com x.com instagram.com tiktok.com google.com wikipedia.org medium.com github.com linkedin.com reddit.com pinterest.com tumblr.com telegram.me t.me wa.me bit.ly tinyurl.com goo.gl t.co amazon.com flickr.com vimeo.com naver.com daum.net kakao.com archive.org yahoo.com imgur.com giphy.com slideshare.net scribd.com soundcloud.com spotify.com twitch.tv dropbox.com ebay.com discord.gg vk.com ok.ru weibo.com bsky.app threads.net'.split(
    ' ',
  ),
);
const SHARED_PARENTS = new Set(
  'blogspot.com wordpress.com weebly.com wixsite.com blogcu.com over-blog.com livejournal.com github.io pages.dev web.app blog.com myblog.de jimdo.com typepad.com substack.com netlify.app vercel.app herokuapp.com neocities.org tistory.com hatenablog.com altervista.org canalblog.com skyrock.com wix.com'.split(
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
