import type { Field } from '../../domain/comment.ts';
import type { Submission } from '../../domain/submission.ts';
import type { Check, CheckResult } from '../check.ts';
import { type Folded, original } from '../fold.ts';
import { readingsOf } from '../readings.ts';
import { WordList } from '../word-list.ts';

export const bannedWords: Check = {
  name: 'banned-words',
  timeless: true,
  run: (submission) =>
    report(submission, { words: submission.site.banned, verdict: 'reject', list: 'banned' }),
};

export const suspectWords: Check = {
  name: 'suspect-words',
  timeless: true,
  run: (submission) =>
    report(submission, { words: submission.site.suspect, verdict: 'hold', list: 'suspect' }),
};

type Rule = { words: readonly string[]; verdict: 'reject' | 'hold'; list: string };
type Found = { entry: string; field: Field; text: string };

// The store answers the same array while a list stays the same: it is made ready once.
const lists = new WeakMap<readonly string[], WordList>();

function report({ text }: Submission, rule: Rule): CheckResult | null {
  if (rule.words.length === 0) return null;
  const list = listOf(rule.words);
  const found = readingsOf(text).flatMap(({ field, readings }) =>
    inField(list, { field, readings, original: text[field] }),
  );
  if (found.length === 0) return null;
  const names = [...new Set(found.map(({ entry }) => `“${entry}”`))];
  return {
    verdict: rule.verdict,
    score: rule.verdict === 'reject' ? 1 : 0.7,
    message: `On the list of ${rule.list} words: ${names.join(', ')}.`,
    matches: found.map(({ field, text }) => ({ field, text })),
  };
}

function listOf(words: readonly string[]): WordList {
  const known = lists.get(words);
  if (known !== undefined) return known;
  const made = new WordList(words);
  lists.set(words, made);
  return made;
}

/** Each entry once a field, however often and in however many readings it is there. */
function inField(
  list: WordList,
  { field, readings, original: text }: { field: Field; readings: Folded[]; original: string },
): Found[] {
  const found = new Map<string, Found>();
  for (const reading of readings) {
    for (const { entry, range } of list.find(reading.text)) {
      const [start, end] = original(reading, range);
      if (!found.has(entry)) found.set(entry, { entry, field, text: text.slice(start, end) });
    }
  }
  return [...found.values()];
}
