import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Article = {
  site: 'daily-planet' | 'harbour-post';
  slug: string;
  lang: 'en' | 'de';
  section: string;
  title: string;
  /** The sentence below the title. */
  standfirst: string;
  author: string;
  /** How long before the demo's first start it came out. */
  daysOld: number;
};

/** The demo's two newspapers, whose articles were written for it; places and people are invented. */
export const articles: readonly Article[] = [
  {
    site: 'daily-planet',
    slug: 'night-buses',
    lang: 'en',
    section: 'City',
    title: 'The only light on the road',
    standfirst:
      'Six months ago Verrin’s night buses ran almost empty. Now they stay for good, and the people who fill them are not the ones anybody had planned for.',
    author: 'Leonie Varga',
    daysOld: 2,
  },
  {
    site: 'daily-planet',
    slug: 'library-fines',
    lang: 'en',
    section: 'Culture',
    title: 'The libraries forgive, and the books come home',
    standfirst: 'No more fines in Verrin. In the first week 4,213 books came back.',
    author: 'Tobias Achterberg',
    daysOld: 4,
  },
  {
    site: 'daily-planet',
    slug: 'freibad',
    lang: 'de',
    section: 'Aus der Nachbarschaft',
    title: 'Das Freibad bleibt, und es wird teurer',
    standfirst:
      'Der Stadtrat von Lindau an der Orle saniert die Becken. Über den Zehner streitet man weiter.',
    author: 'Friederike Nolde',
    daysOld: 3,
  },
  {
    site: 'harbour-post',
    slug: 'ferry-pier',
    lang: 'en',
    section: 'The Reach',
    title: 'Who owns the old ferry pier?',
    standfirst:
      'A company far inland has a deed, the harbour board has a minute from 1907, and between them stands a fence.',
    author: 'Morwenna Hale',
    daysOld: 5,
  },
  {
    site: 'harbour-post',
    slug: 'fog-horn',
    lang: 'en',
    section: 'On the water',
    title: 'Nine seconds at six o’clock',
    standfirst: 'The fog horn on Carrack Point sounds again, for a week and on trial.',
    author: 'Gil Trevanion',
    daysOld: 0,
  },
  {
    site: 'harbour-post',
    slug: 'market-hall',
    lang: 'en',
    section: 'Council',
    title: 'The market hall keeps its Saturday',
    standfirst: 'Six votes to five, and a lampshade.',
    author: 'Morwenna Hale',
    daysOld: 34,
  },
];

/** The article's text: HTML written by hand beside this file. */
export function textOf(article: Article): string {
  return readFileSync(join(import.meta.dirname, 'articles', `${article.slug}.html`), 'utf8');
}

/** The article's path on the demo's own server. */
export function pathOf(article: Article): string {
  return `/${article.site}/${article.slug}`;
}

/** When it came out, for a demo that was first started at `since`: just after midnight. */
export function publishedAt(article: Article, since: Date): Date {
  const date = new Date(since.getTime() - article.daysOld * 86_400_000);
  date.setUTCHours(0, 5, 0, 0);
  return date.getTime() > since.getTime() ? since : date;
}
