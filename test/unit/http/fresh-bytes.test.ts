import { beforeEach, describe, expect, test } from 'vitest';
import { fail, ok } from '../../../src/domain/result.ts';
import { type FreshBytes, makeFreshBytes, type Rendered } from '../../../src/http/fresh-bytes.ts';

class Outage extends Error {}

let time: number;
let fresh: FreshBytes;
const answer = (etag: string): Rendered => ({ bytes: new Uint8Array(), etag, tag: null });
const make = (etag: string) => async () => ok(answer(etag));
const tagOf = async (key: string, etag: string) => {
  const got = await fresh.get(key, make(etag));
  return got.ok ? got.value.etag : null;
};

beforeEach(() => {
  time = 1_000_000;
  fresh = makeFreshBytes({ now: () => time, isOutage: (error) => error instanceof Outage });
});

describe('an answer', () => {
  test('is kept for two seconds', async () => {
    expect(await tagOf('a', 'one')).toBe('one');
    time += 1999;
    expect(await tagOf('a', 'two')).toBe('one');
    time += 1;
    expect(await tagOf('a', 'two')).toBe('two');
  });

  test('is made anew after its site has changed', async () => {
    await tagOf('planet 1', 'one');
    await tagOf('post 1', 'one');
    fresh.expire('planet ');
    expect(await tagOf('planet 1', 'two')).toBe('two');
    expect(await tagOf('post 1', 'two')).toBe('one');
  });

  test('that was being read while its site changed is not taken for fresh', async () => {
    let finish = () => {};
    const slow = fresh.get(
      'planet 1',
      () =>
        new Promise((resolve) => {
          finish = () => resolve(ok(answer('before')));
        }),
    );
    fresh.expire('planet ');
    finish();
    await slow;
    expect(await tagOf('planet 1', 'after')).toBe('after');
  });

  test('stays, however old, while the database is away', async () => {
    await tagOf('a', 'one');
    time += 3_600_000;
    const got = await fresh.get('a', async () => Promise.reject(new Outage()));
    expect(got).toEqual(ok(answer('one')));
  });

  test('does not hide a bug', async () => {
    await tagOf('a', 'one');
    time += 3000;
    await expect(fresh.get('a', async () => Promise.reject(new TypeError('bug')))).rejects.toThrow(
      'bug',
    );
  });

  test('that is a refusal is not kept', async () => {
    expect(await fresh.get('a', async () => fail('unknown-site'))).toEqual(fail('unknown-site'));
    expect(await tagOf('a', 'one')).toBe('one');
  });
});

test('many answers never take more than sixteen megabytes; the oldest goes first', async () => {
  const big = (etag: string): Rendered => ({ ...answer(etag), bytes: new Uint8Array(1024 * 1024) });
  const tag = async (key: string, etag: string) => {
    const got = await fresh.get(key, async () => ok(big(etag)));
    return got.ok ? got.value.etag : null;
  };
  for (let i = 0; i <= 16; i++) await tag(`key ${i}`, 'one');
  expect(await tag('key 16', 'two')).toBe('one');
  expect(await tag('key 1', 'two')).toBe('one');
  expect(await tag('key 0', 'two')).toBe('two');
  expect(await tag('key 2', 'two')).toBe('two');
});

test('what is refused pushes nothing out', async () => {
  await tagOf('kept', 'one');
  for (let i = 0; i < 1000; i++) await fresh.get(`junk ${i}`, async () => fail('unknown-site'));
  expect(await tagOf('kept', 'two')).toBe('one');
});
