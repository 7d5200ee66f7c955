import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { fold } from '../../../src/screening/fold.ts';
import { skeletons } from '../../../src/screening/skeleton.ts';

const readings = (text: string) => skeletons(fold(text)).map((one) => one.text);

test.each([
  ['joins letters that are spaced', 'v i a g r a', 'viagra'],
  ['joins letters that are split by punctuation', 'v.i.a.g.r.a', 'viagra'],
  ['joins short pieces', 'vi.ag.ra', 'viagra'],
  ['drops signs inside a word', 'via*gra', 'viagra'],
  ['reads leet', 'fr33 c@$h', 'free cash'],
  ['reads 1 as i', 'v1agra', 'viagra'],
  ['reads 1 as l', '1oan', 'loan'],
  ['shortens what is drawn out to a double letter', 'freeeee', 'free'],
  ['shortens what is drawn out to a single letter', 'viiiiagra', 'viagra'],
])('%s', (_, text, expected) => {
  expect(readings(text)).toContain(expected);
});

test.each([
  ['leaves figures and prices alone', '1000 or $50, 10k, 3rd'],
  ['leaves abbreviations of three letters alone', 'the u.s.a. today'],
  ['leaves compound words alone', 'well-known state-of-the-art'],
  ['leaves plain text alone', 'a letter to the editor'],
])('%s', (_, text) => {
  expect(readings(text)[0]).toBe(text);
});

it('ties every unit to a place in the original, in order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('v', 'i', '.', ' ', '@', '1', 'e', 'е', '*', '\u200b', '$'), {
        maxLength: 30,
      }),
      (parts) => {
        const text = parts.join('');
        for (const skeleton of skeletons(fold(text))) {
          expect(skeleton.at).toHaveLength(skeleton.text.length + 1);
          expect([...skeleton.at]).toEqual([...skeleton.at].sort((a, b) => a - b));
          expect(skeleton.at.at(-1)).toBe(text.length);
        }
      },
    ),
    { numRuns: 1000, seed: 6 },
  );
});
