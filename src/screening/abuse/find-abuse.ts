import { type Folded, original } from '../fold.ts';
import type { Kind } from './lexicon.ts';
import { LEXICONS } from './lexicons.ts';
import { type Phrase, PhraseBook } from './phrase-book.ts';

export type Reason = 'threat' | 'slur' | 'addressed' | 'number';
/** What is abusive in a text: the harshest reason, and where the words stand in the original. */
export type Abuse = { reason: Reason; ranges: [number, number][] };

/** So many swear words and insults are too many, whoever is meant. */
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
  const harmless = phrases.filter(({ kind }) => kind === 'harmless');
  const isWithin = ({ range }: Phrase) =>
    harmless.some((one) => one.range[0] <= range[0] && range[1] <= one.range[1]);
  return phrases.filter((phrase) => !isWithin(phrase));
}

/** Places count, not entries, and each language for itself: a word may mean nothing in another. */
function inNumber(phrases: readonly Phrase[]): Phrase[] {
  const languages = Map.groupBy(phrases, ({ language }) => language);
  return [...languages.values()].flatMap((ofOne) =>
    apart(ofOne.map(({ range }) => range)).length >= TOO_MANY ? ofOne : [],
  );
}

/** In the order of the text; of two that overlap the longer. */
function apart(ranges: readonly [number, number][]): [number, number][] {
  const byLength = [...ranges].sort((a, b) => b[1] - b[0] - (a[1] - a[0]));
  const kept: [number, number][] = [];
  for (const [start, end] of byLength) {
    if (!kept.some((other) => start < other[1] && other[0] < end)) kept.push([start, end]);
  }
  return kept.sort((a, b) => a[0] - b[0]);
}
