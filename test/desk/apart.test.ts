import { expect, test } from 'vitest';
import { apart } from '../../desk/apart.ts';
import { wordsFor } from '../../desk/components/colleagues-line.tsx';
import { actWords } from '../../desk/thread-words.ts';

/** Letters behind this one stand from right to left, until the paragraph ends. */
const TURN = '\u202E';

test('plain words stay as they are, of whatever language', () => {
  for (const words of ['Night buses', 'שלום', '']) expect(apart(words)).toBe(words);
});

test('what turns the direction is taken out, and what is left stands by itself', () => {
  expect(apart(`a${TURN}b\u2066c\u2069`)).toBe('\u2068abc\u2069');
  // One that ends an isolate early would let the next one out of it.
  expect(apart(`\u2069\u2069${TURN}x`)).toBe('\u2068x\u2069');
});

test('an address or a message in the log turns no word of the log', () => {
  const frame = { id: 'a', by: 'Ada', at: '2026-01-01T00:00:00.000Z', version: 2, undoes: null };
  const place = { page: `k${TURN}ey`, url: null };
  expect(actWords({ kind: 'merge', ...frame, was: place, became: place })).toEqual([
    'Joined the thread of \u2068key\u2069 to this one',
  ]);
  const became = { message: `Later${TURN}` };
  expect(actWords({ kind: 'change', ...frame, was: {}, became })).toEqual([
    'With the message “\u2068Later\u2069”',
  ]);
});

test('a colleague’s name turns no word of the line that says who is here', () => {
  expect(wordsFor([`Jon${TURN}`])).toBe('\u2068Jon\u2069 is here');
});
