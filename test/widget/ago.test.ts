import { expect, test } from 'vitest';
import { ago } from '../../widget/ago.ts';
import { loadText } from '../../widget/load-text.ts';

const now = new Date('2026-03-10T12:00:00Z');
const tell = async (time: string, lang = 'en'): Promise<string> =>
  ago(new Date(time), { now, text: await loadText(lang) });

test.each([
  ['2026-03-10T12:00:00Z', 'just now'],
  ['2026-03-10T11:59:01Z', 'just now'],
  ['2026-03-10T11:59:00Z', '1 min ago'],
  ['2026-03-10T10:30:00Z', '1 h ago'],
  ['2026-03-09T11:00:00Z', '1 d ago'],
  ['2026-03-04T11:00:00Z', '6 d ago'],
  ['2026-03-01T12:00:00Z', 'Mar 1, 2026'],
])('%s is told as %s', async (time, words) => {
  expect(await tell(time)).toBe(words);
});

test('a clock that is behind never tells of the future', async () => {
  expect(await tell('2026-03-10T12:05:00Z')).toBe('just now');
});

test.each([
  ['de', 'vor 5 Min.', '1. März 2026'],
  ['fr', 'il y a 5 min', '1 mars 2026'],
  ['es', 'hace 5 min', '1 mar 2026'],
  ['ar', 'قبل 5 د', '1 مارس 2026'],
])('%s has its own words', async (lang, minutes, date) => {
  expect(await tell('2026-03-10T11:55:00Z', lang)).toBe(minutes);
  expect(await tell('2026-03-01T12:00:00Z', lang)).toBe(date);
});
