import type { Field } from '../../domain/comment.ts';
import type { Submission } from '../../domain/submission.ts';
import type { Check, CheckResult } from '../check.ts';
import { type Folded, fold, originalOf } from '../fold.ts';

export const bannedWords: Check = {
  name: 'banned-words',
  run: (submission) =>
    report(submission, { words: submission.site.banned, verdict: 'reject', list: 'banned' }),
};

export const suspectWords: Check = {
  name: 'suspect-words',
  run: (submission) =>
    report(submission, { words: submission.site.suspect, verdict: 'hold', list: 'suspect' }),
};

type Rule = { words: readonly string[]; verdict: 'reject' | 'hold'; list: string };
type Hit = { entry: string; field: Field; text: string };

const FIELDS: readonly Field[] = ['body', 'name', 'email', 'website'];
const LETTER = /[\p{L}\p{N}]/u;
/** Scripts that set no space between words: there a word is found wherever it stands. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

function report(submission: Submission, rule: Rule): CheckResult | null {
  if (rule.words.length === 0) return null;
  const hits = FIELDS.flatMap((field) => findWords(fold(submission.text[field]), { field, rule }));
  if (hits.length === 0) return null;
  const names = [...new Set(hits.map(({ entry }) => `“${entry}”`))];
  return {
    verdict: rule.verdict,
    score: rule.verdict === 'reject' ? 1 : 0.7,
    message: `On the list of ${rule.list} words: ${names.join(', ')}.`,
    matches: hits.map(({ field, text }) => ({ field, text })),
  };
}

function findWords(folded: Folded, { field, rule }: { field: Field; rule: Rule }): Hit[] {
  return rule.words.flatMap((entry) => {
    const word = fold(entry).text.trim();
    const start = word === '' ? -1 : findWhole(folded.text, word);
    if (start < 0) return [];
    return [{ entry, field, text: originalOf(folded, { start, end: start + word.length }) }];
  });
}

/** Where the word stands as a whole word, or -1: "press" is not in "WordPress". */
function findWhole(text: string, word: string): number {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (isWhole(text, { start: at, end: at + word.length })) return at;
  }
  return -1;
}

function isWhole(text: string, { start, end }: { start: number; end: number }): boolean {
  const first = charAt(text, start);
  const last = charBefore(text, end);
  const opens =
    !LETTER.test(first) || UNSPACED.test(first) || !LETTER.test(charBefore(text, start));
  const closes = !LETTER.test(last) || UNSPACED.test(last) || !LETTER.test(charAt(text, end));
  return opens && closes;
}

function charAt(text: string, index: number): string {
  return String.fromCodePoint(text.codePointAt(index) ?? 0x20);
}

function charBefore(text: string, index: number): string {
  const unit = text.charCodeAt(index - 1);
  const isLowSurrogate = unit >= 0xdc00 && unit <= 0xdfff;
  return index === 0 ? ' ' : charAt(text, index - (isLowSurrogate ? 2 : 1));
}
