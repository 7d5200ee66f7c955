import type { Comment } from './data-sets.ts';
import { FIRST, LAST, NICK } from './names.ts';
import { placeOf, seeded } from './seeded.ts';

/**
 * The sets of honest news comments come without names, addresses and websites, the spam comes with
 * them. Left so, "has a name" would tell them apart, which it does not on a real site. So honest
 * comments get ordinary ones, drawn by seed: names as readers give them (full, first only, small
 * letters, nicknames), mostly the same mail providers that spam uses, now and then a website. What is
 * learned from and what is reported on draw from different halves of the lists: no name is known.
 */
export function dress(comments: readonly Comment[], part: Part): Comment[] {
  return comments.map((comment, i) => {
    const chance = seeded(Math.floor(placeOf(comment.writing.body) * 1e9) + i);
    const { author, handle } = drawName(chance, part);
    const own = `${handle}${pick(ENDINGS, chance)}`;
    const email =
      chance() < 0.85 ? `${handle}@${chance() < 0.93 ? pick(PROVIDERS, chance) : own}` : '';
    const website =
      chance() < 0.06
        ? `${pick(['http://', 'https://', 'http://www.'], chance)}${pick([own, own, `${handle}.wordpress.com`, `${handle}.blogspot.com`, `twitter.com/${handle}`], chance)}`
        : '';
    return { ...comment, writing: { ...comment.writing, author, email, website } };
  });
}

export type Part = 'learned' | 'reported';

function half<T>(list: readonly T[], part: Part): T[] {
  return list.filter((_, i) => (i % 2 === 0) === (part === 'learned'));
}

function drawName(chance: () => number, part: Part): { author: string; handle: string } {
  const first = pick(half(FIRST, part), chance);
  const last = pick(half(LAST, part), chance);
  const handle =
    `${first}${last}`
      .toLowerCase()
      .normalize('NFD')
      .replace(/[^a-z]/g, '') || 'reader';
  const nick = `${pick(half(NICK, part), chance)}${chance() < 0.5 ? Math.floor(chance() * 100) : ''}`;
  const ways = [
    `${first} ${last}`,
    `${first} ${last}`,
    first,
    `${first} ${last.charAt(0)}.`,
    `${first.toLowerCase()} ${last.toLowerCase()}`,
    nick,
    first.toLowerCase(),
  ];
  return { author: pick(ways, chance), handle };
}

function pick<T>(list: readonly T[], chance: () => number): T {
  const item = list[Math.floor(chance() * list.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

const PROVIDERS = [
  'gmail.com',
  'gmail.com',
  'gmail.com',
  'gmail.com',
  'gmail.com',
  'gmail.com',
  'yahoo.com',
  'hotmail.com',
  'hotmail.com',
  'outlook.com',
  'aol.com',
  'gmx.de',
  'gmx.at',
  'web.de',
  't-online.de',
  'googlemail.com',
  'live.com',
  'icloud.com',
  'naver.com',
  'mail.ru',
  'freenet.de',
  'arcor.de',
  'yahoo.de',
  'sympatico.ca',
  'rogers.com',
  'shaw.ca',
  'orange.fr',
  'libero.it',
];
const ENDINGS = ['.com', '.net', '.de', '.at', '.ca', '.org', '.co.uk', '.info', '.ch', '.eu'];
