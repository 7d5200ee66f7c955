import type { QueueQuery } from '../src/contract/desk.ts';
import { LANGUAGES, NOT_KNOWN } from '../src/domain/languages.ts';
import { languageName } from './language-names.ts';

/** What a queue is narrowed to and how it is sorted, as it stands in the address. */
export type Narrowing = Readonly<Partial<Record<NarrowName, string>>>;
export type NarrowName = Extract<
  keyof QueueQuery,
  | 'thread'
  | 'section'
  | 'check'
  | 'author'
  | 'language'
  | 'links'
  | 'reported'
  | 'older'
  | 'newer'
  | 'sort'
>;

type Rule = { name: NarrowName; fits: RegExp; wants: string };

const AGE = /^[1-9]\d{0,3}[mhdw]$/;
const AGES = 'a number and m, h, d or w, like 2h';

/** The service has the last word; this is so that an address can be mended without asking it. */
export const NARROW_RULES: readonly Rule[] = [
  { name: 'thread', fits: /^[0-9a-z]{20}$/, wants: 'the id of an article' },
  { name: 'section', fits: /^.{1,100}$/u, wants: 'the beginning of a path, like sport' },
  { name: 'check', fits: /^[a-z][a-z-]{0,39}$/, wants: 'the name of a check' },
  { name: 'author', fits: /^.{1,100}$/u, wants: 'a part of a name or an e-mail' },
  {
    name: 'language',
    fits: new RegExp(`^(?:${[NOT_KNOWN, ...LANGUAGES].join('|')})$`),
    wants: 'the code of a language that is told apart, like de, or none',
  },
  { name: 'links', fits: /^with(?:out)?$/, wants: 'with or without' },
  { name: 'reported', fits: /^yes$/, wants: 'yes' },
  { name: 'older', fits: AGE, wants: AGES },
  { name: 'newer', fits: AGE, wants: AGES },
  { name: 'sort', fits: /^(?:oldest|newest|priority)$/, wants: 'oldest, newest or priority' },
];

/** What can be read of it; undefined where nothing is narrowed. */
export function readNarrowing(asked: URLSearchParams): Narrowing | undefined {
  const read: Partial<Record<NarrowName, string>> = {};
  for (const { name, fits } of NARROW_RULES) {
    const value = asked.get(name)?.trim() ?? '';
    if (fits.test(value)) read[name] = value;
  }
  return Object.keys(read).length > 0 ? read : undefined;
}

/** A sentence for each value in the address that means nothing, and was left out. */
export function wrongInAddress(search: string): string[] {
  const asked = new URLSearchParams(search);
  return NARROW_RULES.flatMap(({ name, fits, wants }) => {
    const value = asked.get(name)?.trim();
    if (value === undefined || fits.test(value)) return [];
    return `“${name}=${value.slice(0, 40)}” in the address is left out: it wants ${wants}.`;
  });
}

/** The same with one thing changed; an empty value takes it away. */
export function withNarrow(
  narrow: Narrowing | undefined,
  change: Partial<Record<NarrowName, string>>,
): Narrowing {
  const entries = Object.entries({ ...narrow, ...change }).filter(([, value]) => value !== '');
  return Object.fromEntries(entries);
}

const AGE_UNITS: Record<string, string> = { m: 'minutes', h: 'hours', d: 'days', w: 'weeks' };

function ageWords(age: string): string {
  const number = Number.parseInt(age, 10);
  const unit = AGE_UNITS[age.at(-1) ?? ''] ?? '';
  return `${number} ${number === 1 ? unit.slice(0, -1) : unit}`;
}

/** A thing that is filtered by, in words. */
export function narrowWords(name: NarrowName, value: string): string {
  switch (name) {
    case 'thread':
      return 'one article';
    case 'section':
      return `section ${value}`;
    case 'check':
      return `found by ${value}`;
    case 'author':
      return `author “${value}”`;
    case 'language':
      return value === NOT_KNOWN ? 'language not known' : `in ${languageName(value)}`;
    case 'links':
      return value === 'with' ? 'with a link' : 'without a link';
    case 'reported':
      return 'reported';
    case 'older':
      return `older than ${ageWords(value)}`;
    case 'newer':
      return `newer than ${ageWords(value)}`;
    case 'sort':
      return SORT_WORDS[value] ?? value;
  }
}

export const SORT_WORDS: Record<string, string> = {
  oldest: 'oldest first',
  newest: 'newest first',
  priority: 'by priority',
};

/** All but the order. */
export function filtersOf(narrow: Narrowing | undefined): [NarrowName, string][] {
  return NARROW_RULES.flatMap(({ name }): [NarrowName, string][] => {
    const value = narrow?.[name];
    return value === undefined || name === 'sort' ? [] : [[name, value]];
  });
}
