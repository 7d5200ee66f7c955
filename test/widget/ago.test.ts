import { expect, test } from 'vitest';
import { ago } from '../../widget/ago.ts';

const now = new Date('2026-03-10T12:00:00Z');
const tell = (time: string, lang = 'en'): string => ago(new Date(time), { now, lang });

test.each([
  ['2026-03-10T12:00:00Z', 'now'],
  ['2026-03-10T11:59:01Z', 'now'],
  ['2026-03-10T11:59:00Z', '1 minute ago'],
  ['2026-03-10T10:30:00Z', '1 hour ago'],
  ['2026-03-09T11:00:00Z', 'yesterday'],
  ['2026-03-04T11:00:00Z', '6 days ago'],
  ['2026-03-01T11:00:00Z', 'Mar 1, 2026'],
])('%s is told as %s', (time, words) => {
  expect(tell(time)).toBe(words);
});

test('a clock that is behind never tells of the future', () => {
  expect(tell('2026-03-10T12:05:00Z')).toBe('now');
});

test('other languages have their own words', () => {
  expect(tell('2026-03-10T11:55:00Z', 'de')).toBe('vor 5 Minuten');
});
