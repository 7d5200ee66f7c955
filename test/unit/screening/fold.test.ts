import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { fold, original } from '../../../src/screening/fold.ts';

describe('folding', () => {
  test.each([
    ['levels case and accents', 'ÉCOLE Straße ŁÓDŹ', 'ecole strasse lodz'],
    ['takes fullwidth and mathematical letters for plain ones', 'ＦＵＬＬ 𝓯𝓻𝓮𝓮', 'full free'],
    ['drops what no reader sees', 'v\u200bi\u200da\u00adgra', 'viagra'],
    ['reads Cyrillic letters inside a Latin word as Latin', 'Vіаgrа', 'viagra'],
    [
      'reads a word wholly of lookalikes as Latin between Latin words',
      'the раураl account',
      'the paypal account',
    ],
    ['leaves honest Russian alone', 'Привет, как дела? SMS', 'привет, как дела? sms'],
    ['leaves honest Greek alone', 'Καλημέρα κόσμε', 'καλημερα κοσμε'],
    ['keeps Korean syllables whole', '안녕하세요', '안녕하세요'],
    ['keeps Japanese voicing marks', 'がぎぐ', 'がぎぐ'],
    ['treats the four Turkish i alike', 'İIıi', 'iiii'],
  ])('%s', (_, text, folded) => {
    expect(fold(text).text).toBe(folded);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), mixed),
        (text) => {
          const once = fold(text).text;
          expect(fold(once).text).toBe(once);
        },
      ),
      { numRuns: 3000, seed: 4 },
    );
  });

  it('ties every unit to a place in the original, in order', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), mixed), (text) => {
        const folded = fold(text);
        expect(folded.at).toHaveLength(folded.text.length + 1);
        expect(folded.at.at(-1)).toBe(text.length);
        for (let i = 1; i < folded.at.length; i++) {
          expect(folded.at[i]).toBeGreaterThanOrEqual(folded.at[i - 1] ?? 0);
        }
      }),
      { numRuns: 2000, seed: 5 },
    );
  });

  it('finds the way back to the characters of the original', () => {
    const text = 'Сhеар V\u200bIÀGRA!';
    const folded = fold(text);
    const start = folded.text.indexOf('viagra');
    const [from, to] = original(folded, [start, start + 6]);
    expect(text.slice(from, to)).toBe('V\u200bIÀGRA');
  });
});

/** Words of several alphabets, lookalikes, marks and invisible characters side by side. */
const mixed = fc
  .array(
    fc.constantFrom(
      'а',
      'е',
      'ρ',
      'ѕ',
      'x',
      'A',
      'É',
      '\u0301',
      '\u200b',
      'ㅋ',
      'ᅡ',
      '가',
      'ß',
      'ς',
      'ı',
      'İ',
      'ﬁ',
      ' ',
      '.',
      '1',
      'я',
      'й',
      '㎏',
      '𝓪',
      'ー',
      '゙',
      'か',
      'ـ',
      'ё',
      'ﷺ',
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));
