import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { honestSets } from './data-sets.ts';
import { readCsv } from './read-csv.ts';

/** Comments of one kind. `abusive` is what people said of them; the sets differ in what they mean. */
export type AbuseSet = { name: string; language: string; abusive: boolean; texts: string[] };

type Row = Record<string, string>;

/** What was called abusive, hateful or toxic, and what moderators deleted for whatever reason. */
export function abusiveSets(folder: string): AbuseSet[] {
  const labelled = toxicFolders(folder).map((name) => {
    const texts = rows(folder, `${name}/comments.csv`).filter(isToxic).map(textOf);
    return { name, language: languageOf(name), abusive: true, texts };
  });
  const korean = rows(folder, 'news_kocohub_ko/comments.csv');
  const german = rows(folder, 'news_omp_de/posts.csv').filter((row) => row.status === 'deleted');
  const deleted = german.map((row) => [row.headline, row.body].filter(Boolean).join('\n'));
  const ofKorean = (hate: string) => korean.filter((row) => row.hate === hate).map(textOf);
  return withTexts([
    ...labelled,
    { name: 'kocohub, hate', language: 'ko', abusive: true, texts: ofKorean('hate') },
    { name: 'kocohub, offensive', language: 'ko', abusive: true, texts: ofKorean('offensive') },
    { name: 'omp, deleted for any reason', language: 'de', abusive: true, texts: deleted },
  ]);
}

/** What newsrooms published, or people found nothing wrong with; blogs apart. */
export function peacefulSets(folder: string): (AbuseSet & { blog: boolean })[] {
  const korean = rows(folder, 'news_kocohub_ko/comments.csv').filter((row) => row.hate === 'none');
  const labelled = toxicFolders(folder).map((name) => {
    const texts = rows(folder, `${name}/comments.csv`)
      .filter((row) => !isToxic(row))
      .map(textOf);
    return { name, language: languageOf(name), abusive: false, blog: false, texts };
  });
  const honest = honestSets(folder)
    .filter(({ name }) => name !== 'news_kocohub' && name !== 'germeval2021')
    .map(({ name, language, blog, comments }) => {
      const texts = comments.map(({ writing }) => writing.body);
      return { name, language, blog, abusive: false, texts };
    });
  const none = korean.map(textOf);
  return withTexts([
    ...honest,
    { name: 'kocohub, none', language: 'ko', abusive: false, blog: false, texts: none },
    ...labelled,
  ]);
}

function toxicFolders(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.startsWith('toxic_'))
    .sort();
}

function rows(folder: string, path: string): Row[] {
  const file = join(folder, path);
  return existsSync(file) ? readCsv(readFileSync(file, 'utf8')) : [];
}

function languageOf(name: string): string {
  return /_([a-z]{2})$/.exec(name)?.[1] ?? '';
}

function isToxic(row: Row): boolean {
  return ['1', 'toxic', 'hate', 'abusive'].includes(row.toxic ?? row.hate ?? row.label ?? '');
}

function textOf(row: Row): string {
  return row.text ?? row.content ?? '';
}

function withTexts<Set extends AbuseSet>(sets: Set[]): Set[] {
  return sets
    .map((set) => ({ ...set, texts: set.texts.filter((text) => text.trim() !== '') }))
    .filter((set) => set.texts.length > 0);
}
