/**
 * How often the language of a real comment is known, and how often wrong:
 *
 *     npm run bench:language -- ../shared/data [more.tsv …]
 *
 * `more.tsv` has lines of an ISO 639-1 code, a tab and a text. Prints one table. The threshold in
 * src/screening/language was chosen on the comments of odd number; the table is of the others. A comment under a
 * blog or a paper in one language may be in another: what is wrong here is that too.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ownWords } from '../../src/domain/body.ts';
import { parseBody } from '../../src/domain/parse-body.ts';
import { detectLanguage } from '../../src/screening/language/detect-language.ts';
import { foxNews, honestSets, sms, youtube } from '../screening/data-sets.ts';

type Text = { set: string; language: string; text: string };

const LENGTHS = ['< 10', '10–30', '> 30'] as const;
const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

function lengthOf(text: string): (typeof LENGTHS)[number] {
  const words = [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).length;
  return words < 10 ? '< 10' : words > 30 ? '> 30' : '10–30';
}

function textsIn(folder: string): Text[] {
  const english = { sms: sms(folder), youtube: youtube(folder), foxnews: foxNews(folder) };
  const sets = [
    ...honestSets(folder),
    ...Object.entries(english).map(([name, comments]) => ({ name, language: 'en', comments })),
  ];
  return sets.flatMap(({ name, language, comments }) =>
    comments
      .filter(({ spam }) => !spam)
      .map(({ writing }) => ({ set: name, language, text: ownWords(parseBody(writing.body)) })),
  );
}

function textsOf(file: string): Text[] {
  const lines = readFileSync(file, 'utf8').split(/\r?\n/);
  return lines.flatMap((line) => {
    const [language = '', text = ''] = line.split('\t');
    return text === '' ? [] : [{ set: file.split('/').at(-1) ?? file, language, text }];
  });
}

const percent = (part: number, all: number) => `${((100 * part) / all).toFixed(1)} %`.padStart(8);

function report(name: string, texts: Text[]): void {
  const told = texts.map(({ language, text }) => ({ language, told: detectLanguage(text) }));
  const right = told.filter((one) => one.told === one.language).length;
  const unknown = told.filter((one) => one.told === null).length;
  const shares = [right, told.length - right - unknown, unknown];
  const cells = shares.map((part) => percent(part, told.length)).join(' | ');
  console.log(`| ${name.padEnd(34)} | ${String(told.length).padStart(5)} | ${cells} |`);
}

const { positionals } = parseArgs({ allowPositionals: true });
const [folder = '../shared/data', ...files] = positionals;
const texts = [...textsIn(folder), ...files.flatMap(textsOf)].filter(({ text }) => text !== '');
const half = texts.filter((_, i) => i % 2 === 0);

console.log(`| ${'set, words'.padEnd(34)} | texts |    right |    wrong | not known |`);
console.log('|---|---|---|---|---|');
for (const length of LENGTHS) {
  report(
    `all, ${length}`,
    half.filter(({ text }) => lengthOf(text) === length),
  );
}
for (const [name, own] of Map.groupBy(half, ({ set, language }) => `${set} (${language})`)) {
  const byLength = Map.groupBy(own, ({ text }) => lengthOf(text));
  for (const length of LENGTHS) {
    const some = byLength.get(length) ?? [];
    if (some.length >= 10) report(`${name}, ${length}`, some);
  }
}

const sample = half.filter(({ text }) => text.split(/\s+/).length === 34).slice(0, 50);
const times = 40;
const started = process.cpuUsage();
for (let i = 0; i < times; i++) for (const { text } of sample) detectLanguage(text);
const { user, system } = process.cpuUsage(started);
const each = (user + system) / 1000 / (times * sample.length);
console.log(`\n${each.toFixed(3)} ms of processor time for a text of 34 words`);
