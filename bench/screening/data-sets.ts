import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Writing } from '../../src/screening/classifier/writing.ts';
import { plainText } from './plain-text.ts';
import { readCsv } from './read-csv.ts';

/** One comment of a set. `group` is what must not be torn apart: the video, the article, the site. */
export type Comment = { writing: Writing; spam: boolean; group: string; date: string };

type Row = Record<string, string>;

/** Rows of a CSV file, or none where the file is missing. */
function rows(folder: string, path: string): Row[] {
  const file = join(folder, path);
  return existsSync(file) ? readCsv(readFileSync(file, 'utf8')) : [];
}

function folders(folder: string, prefix: string): string[] {
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.startsWith(prefix))
        .sort()
    : [];
}

function writing(fields: Partial<Writing> & { title?: string }): Writing {
  const { body = '', author = '', email = '', website = '', title = '' } = fields;
  return { body, author, email, website, article: { title, text: '' } };
}

/** Comments under videos, in the order of the files, which is that of time. Authors are left out. */
export function youtube(folder: string): Comment[] {
  return folders(join(folder, 'youtube_uci'), 'Youtube').flatMap((file) =>
    rows(folder, `youtube_uci/${file}`).map((row) => ({
      writing: writing({ body: plainText(row.CONTENT ?? '') }),
      spam: row.CLASS === '1',
      group: file,
      date: row.DATE ?? '',
    })),
  );
}

export function sms(folder: string): Comment[] {
  const file = join(folder, 'sms_spam/SMSSpamCollection.tsv');
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line.includes('\t'));
  return lines.map((line) => {
    const [label, ...text] = line.split('\t');
    return {
      writing: writing({ body: text.join('\t') }),
      spam: label === 'spam',
      group: '',
      date: '',
    };
  });
}

/** One blog's spam and its few honest comments; pingbacks are no comments. */
export function blogSpam(folder: string): Comment[] {
  return rows(folder, 'blog_spam_wordpress/comments.csv')
    .filter((row) => row.label === 'spam' || row.label === 'ham')
    .map((row) => ({
      writing: writing({
        body: plainText(row.content ?? '').replace(/…\[cut\]$/, ''),
        author: row.author ?? '',
        email: row.email ?? '',
        website: row.url ?? '',
        title: row.post ?? '',
      }),
      spam: row.label === 'spam',
      group: row.post ?? '',
      date: row.date ?? '',
    }))
    .sort(byDate);
}

export function datacamp(folder: string): Comment[] {
  return rows(folder, 'datacamp_article_comments/comments.csv').map((row) => ({
    writing: writing({ body: row.comment ?? '', title: row.article ?? '' }),
    spam: row.label === '1',
    group: row.article ?? '',
    date: '',
  }));
}

/** Hateful ones too: abuse is another check's business, spam they are not. */
export function foxNews(folder: string): Comment[] {
  return honest(rows(folder, 'toxic_foxnews_en/comments.csv'), (row) => ({
    writing: writing({ body: row.text ?? '', title: row.title ?? '' }),
    group: row.title ?? '',
  }));
}

/** A set of honest comments, by language, for counting who is held without cause. */
export type HonestSet = { name: string; language: string; blog: boolean; comments: Comment[] };

const READERS: { name: string; language: string; read: (folder: string) => Comment[] }[] = [
  { name: 'news_c3', language: 'en', read: newsC3 },
  { name: 'news_omp', language: 'de', read: newsOmp },
  { name: 'news_kocohub', language: 'ko', read: newsKocohub },
  { name: 'germeval2021', language: 'de', read: germeval },
];

export function honestSets(folder: string): HonestSet[] {
  const news = READERS.map(({ name, language, read }) => ({
    name,
    language,
    blog: false,
    comments: read(folder),
  }));
  return [...news, ...blogExports(folder), ...furtherHonest(folder)].filter(
    (set) => set.comments.length > 0,
  );
}

function newsC3(folder: string): Comment[] {
  return honest(rows(folder, 'news_c3_en/comments.csv'), (row) => ({
    writing: writing({ body: row.text ?? '' }),
    group: row.article_id ?? '',
  }));
}

/** Only what the paper's moderators left standing. */
function newsOmp(folder: string): Comment[] {
  const online = rows(folder, 'news_omp_de/posts.csv').filter((row) => row.status === 'online');
  return honest(online, (row) => ({
    writing: writing({ body: [row.headline, row.body].filter(Boolean).join('\n') }),
    group: row.article ?? '',
    date: row.created ?? '',
  }));
}

function newsKocohub(folder: string): Comment[] {
  return honest(rows(folder, 'news_kocohub_ko/comments.csv'), (row) => ({
    writing: writing({ body: row.text ?? '', title: row.title ?? '' }),
    group: row.title ?? '',
  }));
}

function germeval(folder: string): Comment[] {
  return honest(rows(folder, 'toxic_germeval2021_de/comments.csv'), (row) => ({
    writing: writing({ body: row.text ?? '' }),
    group: row.id ?? '',
  }));
}

function blogExports(folder: string): HonestSet[] {
  const approved = rows(folder, 'blog_ham_exports/comments.csv').filter(
    (row) => row.status === 'approved',
  );
  const bySite = Map.groupBy(approved, (row) => row.site ?? '');
  return [...bySite].map(([site, siteRows]) => ({
    name: `blog_${site}`,
    language: /-([a-z]{2})$/.exec(site)?.[1] ?? 'en',
    blog: true,
    comments: honest(siteRows, (row) => ({
      writing: writing({ body: plainText(row.content ?? ''), title: row.title ?? '' }),
      group: site,
    })),
  }));
}

function furtherHonest(folder: string): HonestSet[] {
  return folders(folder, 'ham_').map((name) => ({
    name,
    language: name.split('_')[1] ?? '',
    blog: name.includes('blog'),
    comments: fullRows(folder, name).filter((comment) => !comment.spam),
  }));
}

/** Kinds of spam that came with the data folder and that nothing here was trained on. */
export function furtherKinds(folder: string): { name: string; comments: Comment[] }[] {
  return folders(folder, 'kind_').map((name) => ({
    name,
    comments: fullRows(folder, name).sort(byDate),
  }));
}

function fullRows(folder: string, name: string): Comment[] {
  return rows(folder, `${name}/comments.csv`)
    .filter((row) => (row.content ?? '').trim() !== '')
    .map((row) => ({
      writing: writing({
        body: plainText(row.content ?? ''),
        author: row.author ?? '',
        email: row.email ?? '',
        website: row.url ?? '',
      }),
      spam: row.label === 'spam',
      group: '',
      date: row.date ?? '',
    }));
}

/** Oldest first; rows without a date keep their place. */
function byDate(a: Comment, b: Comment): number {
  if (a.date === '' || b.date === '' || a.date === b.date) return 0;
  return a.date < b.date ? -1 : 1;
}

function honest(
  list: Row[],
  map: (row: Row) => { writing: Writing; group: string; date?: string },
): Comment[] {
  return list
    .map((row) => ({ date: '', ...map(row), spam: false }))
    .filter((comment) => comment.writing.body.trim() !== '');
}
