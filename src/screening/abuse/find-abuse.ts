import { type Folded, original } from '../fold.ts';
import type { Kind } from './lexicon.ts';
import { LEXICONS } from './lexicons.ts';
import { type Phrase, PhraseBook } from './phrase-book.ts';

export type Reason = 'threat' | 'slur' | 'addressed' | 'number';
/** What is abusive in a text: the harshest reason, and where the words stand in the original. */
export type Abuse = { reason: Reason; ranges: [number, number][] };

/** So many places with swear words and insults are too many, whoever is meant. */
const TOO_MANY = 2;

/**
 * A threat or a slur is abuse wherever it stands. Profanity and insults are where somebody is spoken
 * to, or where they come in number: readers of newspapers swear about a tax, and are not held for it.
 */
export function findAbuse(readings: readonly Folded[]): Abuse | null {
  const found = withoutHarmless(readings.flatMap(inOriginal));
  const ofKind = (...kinds: Kind[]) => found.filter(({ kind }) => kinds.includes(kind));
  const swearing = ofKind('profanity', 'insult');
  const met: [Reason, Phrase[]][] = [
    ['threat', ofKind('threat')],
    ['slur', ofKind('slur')],
    ['addressed', swearing.filter(({ addressed }) => addressed)],
    ['number', inNumber(swearing)],
  ];
  const reasons = met.filter(([, phrases]) => phrases.length > 0);
  const [first] = reasons;
  if (first === undefined) return null;
  const ranges = reasons.flatMap(([, phrases]) => phrases.map(({ range }) => range));
  return { reason: first[0], ranges: apart(ranges) };
}

let book: PhraseBook | undefined;

/** Made when the first comment comes: an isolate that only reads never pays for it. */
function phraseBook(): PhraseBook {
  book ??= new PhraseBook(LEXICONS);
  return book;
}

function inOriginal(reading: Folded): Phrase[] {
  return phraseBook()
    .find(reading.text)
    .map((phrase) => ({ ...phrase, range: original(reading, phrase.range) }));
}

function withoutHarmless(phrases: readonly Phrase[]): Phrase[] {
  const harmless = apart(
    phrases.flatMap(({ kind, range }) => (kind === 'harmless' ? [range] : [])),
  );
  // For each place the harmless phrase over it, counted from 1: one look instead of a search.
  const over = new Uint32Array(harmless.at(-1)?.[1] ?? 0);
  for (const [i, [start, end]] of harmless.entries()) over.fill(i + 1, start, end);
  const isWithin = ({ range: [start, end] }: Phrase) =>
    (over[start] ?? 0) > 0 && over[start] === over[end - 1];
  return phrases.filter((phrase) => !isWithin(phrase));
}

/**
 * Places count, not entries, and each language for itself: a word may mean nothing in another. Insults
 * alone do not add up: a politician may be called an idiot as often as he is one.
 */
function inNumber(phrases: readonly Phrase[]): Phrase[] {
  const languages = Map.groupBy(phrases, ({ language }) => language);
  const isTooMuch = (ofOne: readonly Phrase[]) =>
    ofOne.some(({ kind }) => kind === 'profanity') &&
    apart(ofOne.map(({ range }) => range)).length >= TOO_MANY;
  return [...languages.values()].flatMap((ofOne) => (isTooMuch(ofOne) ? ofOne : []));
}

/** In the order of the text; of those that overlap the longest. */
function apart(ranges: readonly [number, number][]): [number, number][] {
  const kept: [number, number][] = [];
  for (const range of ranges.toSorted((a, b) => a[0] - b[0] || b[1] - a[1])) {
    const last = kept.at(-1);
    if (last === undefined || last[1] <= range[0]) kept.push(range);
    else if (range[1] - range[0] > last[1] - last[0]) kept[kept.length - 1] = range;
  }
  return kept;
}
