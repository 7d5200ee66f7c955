import { describe, expect, test } from 'vitest';
import { placeAfter, readPrefixes } from '../../../src/domain/move-site.ts';
import { NO_RULES, type Thread } from '../../../src/domain/thread.ts';
import { NOW } from '../../support/builders.ts';

function threadAt(page: string, url: string | null = `https://${page}`): Thread {
  const rest = { title: null, closedAt: null, count: 1, createdAt: NOW, rules: NO_RULES };
  return { id: 'thread', siteKey: 'planet', page, url, version: 1, ...rest };
}

function moved(from: string, to: string, thread: Thread): string | null {
  const prefixes = readPrefixes({ from, to });
  if (!prefixes.ok) throw new Error(prefixes.error);
  const place = placeAfter(thread, prefixes.value);
  return place && `${place.page} ${place.url}`;
}

describe('a thread whose address begins as asked goes to the same place at the new one', () => {
  test.each([
    ['https://old.example', 'https://new.example', 'old.example/a?b=1', 'new.example/a?b=1'],
    ['https://old.example/', 'https://new.example/', 'old.example/', 'new.example/'],
    ['https://old.example/blog', 'https://new.example', 'old.example/blog/a', 'new.example/a'],
    [
      'https://old.example/blog/',
      'https://new.example/x',
      'old.example/blog?p=1',
      'new.example/x?p=1',
    ],
    ['https://a.example/x', 'https://a.example/y', 'a.example/x', 'a.example/y'],
  ])('from %s to %s: %s', (from, to, page, next) => {
    expect(moved(from, to, threadAt(page))).toBe(`${next} https://${next}`);
  });

  test.each(['old.example/blogs/a', 'www.old.example/blog/a', 'new.example/blog/a'])(
    'and another stays where it is: %s',
    (page) => {
      expect(moved('https://old.example/blog', 'https://new.example', threadAt(page))).toBeNull();
    },
  );

  test('and one with a key keeps it, and changes the address of its article', () => {
    const keyed = threadAt('key:7', 'https://old.example/seven');
    expect(moved('https://old.example', 'http://new.example', keyed)).toBe(
      'key:7 http://new.example/seven',
    );
    expect(moved('https://old.example', 'http://new.example', threadAt('key:7', null))).toBeNull();
  });
});

describe('no site can be moved', () => {
  test.each([
    ['to where it is', 'https://a.example/', 'http://a.example', 'same'],
    ['to below where it was', 'https://a.example', 'https://a.example/news', 'to-below-from'],
    ['from what is no address', 'a.example', 'https://b.example', 'bad-url'],
    ['to another kind of address', 'https://a.example', 'ftp://b.example', 'bad-url'],
  ])('%s', (_, from, to, error) => {
    expect(readPrefixes({ from, to })).toEqual({ ok: false, error });
  });
});
