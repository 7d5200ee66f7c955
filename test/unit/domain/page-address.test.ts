import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressPage, isOwnPage } from '../../../src/domain/page-address.ts';
import { allowsOrigin, mayPostFrom } from '../../../src/domain/site.ts';
import { aSite } from '../../support/builders.ts';

const pageOf = (url: string) => {
  const address = addressPage({ url });
  return address.ok ? address.value.page : address.error;
};

describe('the same thread', () => {
  test.each([
    ['with http and https', 'http://paper.example/a', 'https://paper.example/a'],
    ['with a fragment', 'https://paper.example/a#comments', 'https://paper.example/a'],
    [
      'with trackers',
      'https://paper.example/a?utm_source=x&fbclid=y&GCLID=z',
      'https://paper.example/a',
    ],
    ['with the host in capitals', 'https://Paper.EXAMPLE/a', 'https://paper.example/a'],
    ['with the default port', 'https://paper.example:443/a', 'https://paper.example/a'],
    ['with a dot after the host', 'https://paper.example./a', 'https://paper.example/a'],
  ])('%s', (_, a, b) => {
    expect(pageOf(a)).toBe(pageOf(b));
  });
});

test.each(['?x=a%20b', '?flag', '?a=1&&b', '?x=%C3%A9&y=+'])(
  'trackers beside %s change nothing else',
  (query) => {
    const page = pageOf(`https://paper.example/${query}`);
    expect(pageOf(`https://paper.example/${query}&utm_source=n&fbclid=x`)).toBe(page);
  },
);

describe('another thread', () => {
  test.each([
    ['with another path', 'https://paper.example/a', 'https://paper.example/b'],
    ['with another parameter', 'https://paper.example/?id=1', 'https://paper.example/?id=2'],
    ['with a path in capitals', 'https://paper.example/A', 'https://paper.example/a'],
    ['with another port', 'https://paper.example:8443/a', 'https://paper.example/a'],
  ])('%s', (_, a, b) => {
    expect(pageOf(a)).not.toBe(pageOf(b));
  });

  test('by a key, whatever the address', () => {
    const address = addressPage({ key: '42', url: 'https://paper.example/a' });
    expect(address).toEqual({
      ok: true,
      value: { page: 'key:42', url: 'https://paper.example/a' },
    });
  });
});

test.each([
  'javascript:alert(1)',
  'ftp://paper.example/a',
  'https://u:p@paper.example/',
  'paper',
  'https://',
  '//paper.example/a',
])('refuses the address %s', (url) => {
  expect(pageOf(url)).toBe('bad-url');
});

test('wants an address or a key', () => {
  expect(addressPage({})).toEqual({ ok: false, error: 'no-page' });
});

test('a question mark of the query’s own is kept', () => {
  expect(pageOf('http://paper.example/???')).toBe('paper.example/???');
});

test('addressing a cleaned address gives the same page', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
      const address = addressPage({ url });
      if (!address.ok) return;
      expect(pageOf(address.value.url ?? '')).toBe(address.value.page);
    }),
  );
});

describe('origins', () => {
  test.each([
    ['https://paper.example', true],
    ['http://paper.example', false],
    ['https://paper.example:8443', false],
    ['https://www.blogs.example', true],
    ['https://a.b.blogs.example', true],
    ['https://blogs.example', false],
    ['https://evilblogs.example', false],
    ['https://www.blogs.example.evil.example', false],
    ['null', false],
    ['', false],
  ])('%s may post: %s', (origin, may) => {
    expect(allowsOrigin(['https://paper.example', 'https://*.blogs.example'], origin)).toBe(may);
  });

  test('the service’s own pages and programs without an origin may post', () => {
    const site = aSite();
    const own = 'https://comments.example';
    expect(mayPostFrom(site, { origin: own, own })).toBe(true);
    expect(mayPostFrom(site, { origin: null, own })).toBe(true);
    expect(mayPostFrom(site, { origin: 'https://evil.example', own })).toBe(false);
  });

  test('an article lies on the site’s own origin', () => {
    expect(isOwnPage({ url: 'https://paper.example/a' }, aSite())).toBe(true);
    expect(isOwnPage({ url: 'https://evil.example/a' }, aSite())).toBe(false);
    expect(isOwnPage({ url: null }, aSite())).toBe(true);
  });
});
