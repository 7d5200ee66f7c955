import type { Writing } from '../../../src/screening/classifier/writing.ts';
import { disguise } from '../disguise.ts';
import { seeded } from '../seeded.ts';
import { arabic, polish, russian, turkish } from './eastern.ts';
import { english } from './english.ts';
import { chinese, japanese, korean } from './far-eastern.ts';
import { dutch, german } from './germanic.ts';
import type { Language } from './language.ts';
import { french, italian, portuguese, spanish } from './romance.ts';

const LANGUAGES = [
  english,
  german,
  french,
  spanish,
  portuguese,
  italian,
  dutch,
  polish,
  turkish,
  russian,
  chinese,
  korean,
  japanese,
  arabic,
];

type Draw = { chance: () => number; language: Language };
export type Written = { writing: Writing; spam: boolean };

/** The invented comments of all languages; the same for the same seed. */
export function corpus(seed: number): Written[] {
  return LANGUAGES.flatMap((language, i) => {
    const draw = { chance: seeded(seed + i), language };
    const share = language.language === 'en' ? 1500 : language.language === 'de' ? 400 : 260;
    const honest = Array.from({ length: share }, () => ({
      writing: honestComment(draw),
      spam: false,
    }));
    const spam = Array.from({ length: share }, () => ({ writing: spamComment(draw), spam: true }));
    return [...honest, ...spam];
  });
}

/** A name, mostly a mail address and seldom a website, as honest guests leave them. */
export function honestAuthor({
  chance,
  language,
}: Draw): Pick<Writing, 'author' | 'email' | 'website'> {
  const given = pick(language.names, chance);
  const full =
    chance() < 0.4 ? `${given} ${pick(language.names, chance).split(' ').at(-1)}` : given;
  const author = chance() < 0.1 ? '' : chance() < 0.25 ? full.toLowerCase() : full;
  const email =
    chance() < 0.7
      ? `reader@${chance() < 0.9 ? pick(PROVIDERS, chance) : pick(OWN_SITES, chance).split('/')[0]}`
      : '';
  const website =
    chance() < 0.08
      ? `${pick(['http://', 'https://', 'http://www.'], chance)}${pick(OWN_SITES, chance)}`
      : '';
  return { author, email, website };
}

export const englishDraw = (chance: () => number): Draw => ({ chance, language: english });

function honestComment(draw: Draw): Writing {
  const { chance, language } = draw;
  const gap = /^(?:zh|ja)$/.test(language.language) ? '' : ' ';
  const sentences = Array.from({ length: 1 + Math.floor(chance() ** 2 * 9) }, () =>
    fill(pick(language.honest, chance), draw),
  );
  const title = chance() < 0.6 ? fill('{s} – {s}', draw) : '';
  let body = sentences.join(chance() < 0.15 ? '\n\n' : gap);
  if (chance() < 0.15) body = `${pick(FIGURES, chance)} ${body}`.replace('{n}', figure(chance));
  const linked = chance();
  if (linked < 0.1) body = `${body}\n${newsLink(draw)}`;
  else if (linked < 0.17) body = `${newsLink(draw)} ${chance() < 0.5 ? body : ''}`;
  else if (linked < 0.2)
    body = `${body} ${newsLink(draw)} ${fill(pick(language.honest, chance), draw)} ${newsLink(draw)}`;
  else if (linked < 0.24) body = `${body}\n${pick(SNIPPETS, chance)}`;
  else if (linked < 0.28)
    body = `@${pick(language.names, chance)} ${body} #comment-${figure(chance)}`;
  if (chance() < 0.1) body = body.toLowerCase();
  if (chance() < 0.02) body = body.toUpperCase();
  return { body, ...honestAuthor(draw), article: { title, text: '' } };
}

function spamComment(draw: Draw): Writing {
  const { chance, language } = draw;
  const sentences = Array.from({ length: 1 + Math.floor(chance() ** 1.5 * 4) }, () =>
    fill(pick(language.spam, chance), draw),
  );
  const body = sentences.join(chance() < 0.3 ? '\n' : ' ');
  const byGoods = chance() < 0.4;
  const author = byGoods
    ? pick(language.goods, chance)
    : chance() < 0.85
      ? pick(language.names, chance)
      : '';
  const email =
    chance() < 0.6 ? `u${figure(chance)}@${pick([...PROVIDERS, ...THROWAWAY], chance)}` : '';
  const website = chance() < 0.5 ? `http://${link(draw)}` : '';
  const title = chance() < 0.6 ? fill('{s} – {s}', draw) : '';
  return {
    body: chance() < 0.08 ? disguise(body, Math.floor(chance() * 1e6)) : body,
    author,
    email,
    website,
    article: { title, text: '' },
  };
}

function fill(sentence: string, draw: Draw): string {
  const { chance, language } = draw;
  return sentence.replace(/\{([sglcnh])\}/g, (_, slot) => {
    if (slot === 's') return pick(language.subjects, chance);
    if (slot === 'g') return pick(language.goods, chance);
    if (slot === 'l')
      return chance() < 0.25
        ? ''
        : `${pick(['http://', 'https://', 'http://www.', ''], chance)}${link(draw)}`;
    if (slot === 'c') return contact(chance);
    if (slot === 'h') return newsLink(draw);
    return figure(chance);
  });
}

function link({ chance, language }: Draw): string {
  const goods = pick(chance() < 0.5 ? english.goods : language.goods, chance).toLowerCase();
  const latin =
    goods
      .normalize('NFD')
      .replace(/[^a-z ]/g, '')
      .trim() || 'best shop';
  const words = latin.split(/ +/);
  const host = `${words.slice(0, 2).join(chance() < 0.5 ? '-' : '')}${chance() < 0.4 ? figure(chance) : ''}`;
  const path =
    chance() < 0.6 ? `/${words.join('-')}${pick(['.html', '/', '.php?id=7', ''], chance)}` : '';
  return `${host}.${pick(ENDINGS, chance)}${path}`;
}

/** Honest readers point to newspapers, encyclopedias, statistics, videos and each other's blogs. */
function newsLink({ chance, language }: Draw): string {
  const words = fill('{s} {s}', { chance, language })
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z ]/g, '')
    .trim()
    .split(/ +/);
  const slug = words.join('-') || figure(chance);
  const path = pick(
    [
      `/${slug}`,
      `/news/${figure(chance)}${figure(chance)}/${slug}`,
      `/2015/0${1 + Math.floor(chance() * 9)}/1${Math.floor(chance() * 9)}/${slug}.html`,
      `/wiki/${slug.replaceAll('-', '_')}`,
      `/article${figure(chance)}${figure(chance)}/${slug}/?ref=share`,
      `/watch?v=${slug.slice(0, 9)}`,
      '',
    ],
    chance,
  );
  return `${pick(['http://', 'https://', 'https://www.', 'http://www.', 'www.'], chance)}${pick(KNOWN_SITES, chance)}${path}`;
}

function contact(chance: () => number): string {
  const digits = Array.from({ length: 9 }, () => Math.floor(chance() * 10)).join('');
  return pick(
    [
      `+${digits}12`,
      `help${digits.slice(0, 3)}@${pick(PROVIDERS, chance)}`,
      `@promo_${digits.slice(0, 4)}`,
      digits,
    ],
    chance,
  );
}

function figure(chance: () => number): string {
  return String(Math.floor(10 ** (1 + chance() * 3.2)));
}

function pick<T>(list: readonly T[], chance: () => number): T {
  const item = list[Math.floor(chance() * list.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

const PROVIDERS = [
  'gmail.com',
  'gmail.com',
  'yahoo.com',
  'hotmail.com',
  'outlook.com',
  'web.de',
  'mail.ru',
  'qq.com',
  'naver.com',
  'free.fr',
  'libero.it',
  'wp.pl',
];
const THROWAWAY = ['mailinator.com', 'seo-boost.example', 'promo-mail.example', 'bigdeals.example'];
const SNIPPETS = [
  'x = "0x%02x " % line.to_i(2)',
  '$page = get_page($id);\nif (!$page) { return false; }',
  'sudo apt-get install libfoo-dev && ./configure --prefix=/usr/local',
  'Error: cannot open /home/me/report.txt (code 2)',
  'SELECT name, count(*) FROM votes GROUP BY name;',
  'The old address desk@papermill.example still works, the new one is office@papermill.example.',
  'see http://10.0.12.7/wiki/install or the script at http://192.168.4.20/files/run.pl',
  'git clone https://github.com/example/tool.git',
  '> 12 + 4 * 3\n[1] 24',
  'Call the hotline 0800 555 0147, I waited {n} minutes.',
  'Subject: your letter\nFrom: info@townhall.example',
  'for (i = 0; i < 10; i++) print(i)',
  'Check out the script at www.opencourse.example/r/plot.html, it does the same.',
];
const FIGURES = [
  '{n} %.',
  '€ {n},-',
  '${n} million?',
  '{n} Euro:',
  '1) {n} 2) {n}',
  '{n}%!',
  'ca. {n}.000',
  '{n}/{n}',
];
const OWN_SITES = [
  'annasgarden.net',
  'hillsidechoir.org',
  'jb-photo.de',
  'mirabel.blogspot.com',
  'oldrailways.wordpress.com',
  'twitter.com/ninareads',
  'berndhofmann.de',
  'carlarossi.it',
  'jpmartin.fr',
  'ellenwrites.co.uk',
  'tomkeller.net',
  'katya-travels.com',
  'kimsbakery.ca',
  'radio-alt.at',
  'volkova.eu',
  'paulsbooks.org',
];
const KNOWN_SITES = [
  'bbc.co.uk',
  'en.wikipedia.org',
  'de.wikipedia.org',
  'fr.wikipedia.org',
  'theguardian.com',
  'spiegel.de',
  'youtube.com',
  'youtu.be',
  'statcan.gc.ca',
  'lemonde.fr',
  'nytimes.com',
  'orf.at',
  'cbc.ca',
  'zeit.de',
  'derstandard.at',
  'faz.net',
  'welt.de',
  'elpais.com',
  'corriere.it',
  'nos.nl',
  'gazeta.pl',
  'hurriyet.com.tr',
  'ria.ru',
  'asahi.com',
  'naver.com',
  'sina.com.cn',
  'facebook.com',
  'twitter.com',
  'github.com',
  'stackoverflow.com',
  'europa.eu',
  'destatis.de',
  'nationalpost.com',
  'reuters.com',
  'medium.com',
  'imgur.com',
  'flickr.com',
  'archive.org',
  'hillsidechoir.org',
  'jb-photo.de',
  'oldrailways.wordpress.com',
  'mirabel.blogspot.com',
  'annasgarden.net',
  'localcycling.info',
  'citydata.io',
];
const ENDINGS = [
  'com',
  'com',
  'net',
  'org',
  'info',
  'ru',
  'xyz',
  'top',
  'shop',
  'online',
  'biz',
  'cn',
  'tk',
  'site',
  'club',
  'com.br',
];
