import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkForm,
  isBlank,
  isEmail,
  isWebsite,
  lengthOf,
  trimInvisible,
} from '../../../src/domain/form-rules.ts';

const settings = { email: 'required', website: 'off', maxLength: 100 } as const;
const good = { body: 'Well said.', name: 'Ada', email: 'ada@example.org' };

describe('the form', () => {
  test('has nothing to say about a good one', () => {
    expect(checkForm(good, settings)).toEqual([]);
  });

  test('names every empty field at once, in the order of the fields', () => {
    expect(checkForm({ body: '', name: ' ', email: '' }, settings)).toEqual([
      { field: 'body', code: 'required' },
      { field: 'name', code: 'required' },
      { field: 'email', code: 'required' },
    ]);
  });

  test('asks for an e-mail only where the site does', () => {
    expect(checkForm({ ...good, email: '' }, { ...settings, email: 'optional' })).toEqual([]);
  });

  test('refuses a wrong e-mail even where none is required', () => {
    const errors = checkForm({ ...good, email: 'ada@' }, { ...settings, email: 'optional' });
    expect(errors).toEqual([{ field: 'email', code: 'invalid' }]);
  });

  test('counts code points, so an emoji is one character', () => {
    const body = '👍'.repeat(100);
    expect(checkForm({ ...good, body }, settings)).toEqual([]);
    expect(checkForm({ ...good, body: `${body}!` }, settings)).toEqual([
      { field: 'body', code: 'too-long' },
    ]);
  });

  test.each(['name', 'email'] as const)('bounds the %s', (field) => {
    const value = field === 'email' ? `${'a'.repeat(250)}@example.org` : 'a'.repeat(81);
    expect(checkForm({ ...good, [field]: value }, settings)).toEqual([{ field, code: 'too-long' }]);
  });
});

describe('blank', () => {
  test.each([
    ['nothing', ''],
    ['spaces, tabs and line ends', ' \t\r\n '],
    ['no-break and ideographic spaces', '\u00a0\u3000\u2003'],
    ['zero-width characters', '\u200b\u200c\u200d\u2060\ufeff'],
    ['direction marks', '\u200e\u200f\u202a\u202c\u2066\u2069'],
    ['a soft hyphen', '\u00ad'],
    ['Hangul fillers and the Braille blank', '\u3164\u115f\u1160\uffa0\u2800'],
    ['variation selectors', '\ufe0f\ufe00'],
    ['a combining mark with no letter', '\u0301'],
    ['control characters', '\u0000\u0007\u001b'],
    ['a tag character', '\u{e0041}'],
    ['a Mongolian vowel separator', '\u180e'],
  ])('is %s', (_, text) => {
    expect(isBlank(text)).toBe(true);
  });

  test.each(['a', '.', '👍🏽', '❤️', '👨‍👩‍👧', 'ا', '日', 'é', 'e\u0301', '\u200bx\u200b'])(
    'is not %s',
    (text) => {
      expect(isBlank(text)).toBe(false);
    },
  );

  test('costs no more in the middle of a text than at its end', () => {
    const text = `a${' \u200b'.repeat(200_000)}b`;
    expect(trimInvisible(text)).toBe(text);
    expect(trimInvisible(`${text}${' '.repeat(200_000)}`)).toBe(text);
  });

  test('trimming twice is trimming once, and leaves blank text empty', () => {
    const unit = fc.constantFrom(
      ' ',
      '\u200b',
      '\ufe0f',
      'a',
      '❤️',
      '\u0301',
      '\n',
      '\u3164',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.array(unit), (units) => {
        const once = trimInvisible(units.join(''));
        expect(trimInvisible(once)).toBe(once);
      }),
    );
  });
});

describe('e-mail', () => {
  test.each([
    'a@b.co',
    'ada.lovelace+news@mail.example.org',
    'x_y-z@sub.domain.travel',
    'ö@exämple.de',
  ])('takes %s', (text) => {
    expect(isEmail(text)).toBe(true);
  });

  test.each([
    'ada',
    'ada@',
    '@b.co',
    'ada@b',
    'ada@b.c',
    'ada b@c.de',
    'ada@b..co',
    '.ada@b.co',
    'ada.@b.co',
    'ada@-b.co',
    'ada@b-.co',
    'a@b.co, c@d.co',
    '"><script>alert(1)</script>@x.co',
    'ada@b.co\nbcc: all@x.co',
  ])('refuses %j', (text) => {
    expect(isEmail(text)).toBe(false);
  });
});

describe('website', () => {
  test.each(['https://example.org', 'http://sub.example.org/path?q=1'])('takes %s', (text) => {
    expect(isWebsite(text)).toBe(true);
  });

  test.each([
    'example.org',
    'javascript:alert(1)',
    'data:text/html,x',
    'https://localhost',
    'https://user:pass@example.org',
    'https://exa mple.org',
    'ftp://example.org',
    'https://',
  ])('refuses %s', (text) => {
    expect(isWebsite(text)).toBe(false);
  });
});

test('length is counted in code points', () => {
  expect(lengthOf('👍a')).toBe(2);
});
