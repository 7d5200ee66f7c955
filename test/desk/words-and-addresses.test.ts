import { expect, test } from 'vitest';
import { addressOf, nextQueue, readView, safeHref } from '../../desk/address.ts';
import { deviceName } from '../../desk/device-name.ts';
import { relativeTime } from '../../desk/relative-time.ts';
import { firstWords, reasonWords } from '../../desk/words.ts';
import { queueItem } from './queue-item.ts';

test.each([
  { queue: 'spam', site: 'daily planet&x', q: null },
  { queue: 'held', site: null, q: 'a&b=c “d” 天气' },
] as const)('a view survives its address', (view) => {
  expect(readView(new URL(addressOf(view), 'https://desk.example').search)).toEqual(view);
});

test('an unknown queue reads as Held', () => {
  expect(readView('?queue=nonsense')).toEqual({ queue: 'held', site: null, q: null });
});

test('the next queue after the last is the first', () => {
  expect(nextQueue('held')).toBe('reported');
  expect(nextQueue('rejected')).toBe('held');
});

test.each([
  'javascript:alert(1)',
  ' https://a.example',
  'data:text/html,x',
  '//a.example',
  'https://',
])('%s is never opened', (url) => {
  expect(safeHref(url)).toBeNull();
});

test('http and https addresses are opened', () => {
  expect(safeHref('HTTPS://a.example/x')).toBe('HTTPS://a.example/x');
});

test.each([
  [0, 'now'],
  [59_999, 'now'],
  [60_000, '1 min ago'],
  [3_600_000, '1 h ago'],
  [86_400_000 * 2, '2 d ago'],
  [-5_000, 'now'],
])('%i ms ago reads "%s"', (age, words) => {
  expect(relativeTime(1_000_000_000_000 - age, 1_000_000_000_000)).toBe(words);
});

test('after a month the date stands', () => {
  expect(relativeTime(Date.UTC(2026, 0, 5, 12), Date.UTC(2026, 2, 5, 12))).toBe('5 Jan 2026');
});

test('first words are one line of at most 40 characters, never half a character', () => {
  expect(firstWords(queueItem('a', { source: 'one\n\ntwo' }))).toBe('one two');
  const long = firstWords(queueItem('a', { source: '😀'.repeat(60) }));
  expect([...long]).toHaveLength(40);
  expect(long).toBe(`${'😀'.repeat(39)}…`);
});

test('a browser is named as people would name it', () => {
  const phone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1';
  expect(deviceName(phone)).toBe('Safari on iOS');
  expect(deviceName('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0')).toBe(
    'Firefox on Linux',
  );
  expect(deviceName(null)).toBe('An unknown browser');
});

test('a reason that the service knows is put in words; the site’s own stand as they are', () => {
  expect(reasonWords('false')).toBe('False information');
  expect(reasonWords('Breaks our house rules')).toBe('Breaks our house rules');
  expect(reasonWords('constructor')).toBe('constructor');
});
