import { expect, test } from 'vitest';
import { translationOf } from '../../desk/translate.ts';

const TEMPLATE = 'https://translate.example/?to=en&q={text}';

test('without a translator there is no link', () => {
  expect(translationOf(null, 'Words')).toBeNull();
});

test('a text is one value of the address, whatever is in it', () => {
  const hostile = 'a&to=xx#f?{text} "><script>alert(1)</script> \u202e';
  const { href = '', host } = translationOf(TEMPLATE, hostile) ?? {};
  const url = new URL(href);
  expect(url.searchParams.get('q')).toBe(hostile);
  expect(url.searchParams.getAll('to')).toEqual(['en']);
  expect(url.hash).toBe('');
  expect(host).toBe('translate.example');
});

test('half a pair of code units breaks nothing', () => {
  expect(translationOf(TEMPLATE, 'a\ud800b')?.href).toContain('a%EF%BF%BDb');
});

test('only the beginning of a long text goes into the address, cut through no letter', () => {
  const cut = translationOf(TEMPLATE, '好'.repeat(3000));
  expect(cut?.isCut).toBe(true);
  expect(cut?.href.length).toBeLessThan(6100);
  expect(new URL(cut?.href ?? '').searchParams.get('q')).toMatch(/^好+$/);
  expect(translationOf(TEMPLATE, 'short')?.isCut).toBe(false);
});

test.each(['javascript:alert({text})', 'data:text/html,{text}', '//x.example/{text}', '{text}'])(
  'a translator at %s is none',
  (template) => {
    expect(translationOf(template, '//evil.example')).toBeNull();
  },
);
