import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import { Liked } from '../../src/contract/acts.ts';
import { removeSite } from '../../src/store/sites.ts';
import {
  db,
  PAPER,
  parse,
  putSite,
  type Service,
  signInModerator,
  startService,
} from './client.ts';
import { deleteAll } from './delete-all.ts';

let service: Service;

beforeEach(async () => {
  await deleteAll(env.DB);
  await putSite();
  service = startService();
});

type Who = { key?: string; address?: string; origin?: string };

const headersOf = ({ key = 'a-browser-of-its-own', address, origin }: Who) => ({
  'reader-key': key,
  ...(address && { 'cf-connecting-ip': address }),
  ...(origin && { origin }),
});

const ask = (id: string, method: 'PUT' | 'DELETE', who: Who = {}) =>
  service.send(`/api/v1/comments/${id}/like`, { method, headers: headersOf(who) });

const like = async (id: string, who?: Who) =>
  parse(await ask(id, 'PUT', who), { status: 200, schema: Liked });

const unlike = async (id: string, who?: Who) =>
  parse(await ask(id, 'DELETE', who), { status: 200, schema: Liked });

const refused = async (id: string, who: Who = {}) =>
  (await service.refused(`/api/v1/comments/${id}/like`, { method: 'PUT', headers: headersOf(who) }))
    .code;

/** A browser that nobody else has. */
const browser = (number: number) => `browser-number-${number}-of-many`;

const likesInThread = async () => (await service.thread({})).comments.map(({ likes }) => likes);

describe('a like', () => {
  test('counts once a browser, however often it is sent', async () => {
    const { comment } = await service.post();
    expect(await like(comment.id)).toEqual({ id: comment.id, liked: true, likes: 1 });
    expect((await like(comment.id)).likes).toBe(1);
    await Promise.all([1, 2, 3, 4, 5].map(() => like(comment.id)));
    expect(await likesInThread()).toEqual([1]);
    expect((await like(comment.id, { key: browser(2) })).likes).toBe(2);
  });

  test('is in the thread at once, and gone at once when it is taken back', async () => {
    const { comment } = await service.post();
    expect(await likesInThread()).toEqual([0]);
    await like(comment.id);
    expect(await likesInThread()).toEqual([1]);
    expect((await service.comment(comment.id)).comment.likes).toBe(1);
    expect(await unlike(comment.id)).toEqual({ id: comment.id, liked: false, likes: 0 });
    expect((await unlike(comment.id)).likes).toBe(0);
    expect(await likesInThread()).toEqual([0]);
  });

  test('is taken three times from one network, and from other networks still', async () => {
    const { comment } = await service.post();
    const home = '203.0.113.5';
    for (let i = 0; i < 3; i++) await like(comment.id, { key: browser(i), address: home });
    expect(await refused(comment.id, { key: browser(3), address: home })).toBe('network-has-liked');
    expect((await like(comment.id, { key: browser(1), address: home })).likes).toBe(3);
    expect((await like(comment.id, { key: browser(4), address: '203.0.113.6' })).likes).toBe(4);
    await unlike(comment.id, { key: browser(1), address: home });
    expect((await like(comment.id, { key: browser(3), address: home })).likes).toBe(4);
  });

  test('takes all addresses of one household for one network', async () => {
    const { comment } = await service.post();
    for (let i = 0; i < 3; i++) {
      await like(comment.id, { key: browser(i), address: `2001:db8:1:2::${i + 1}` });
    }
    expect(await refused(comment.id, { key: browser(9), address: '2001:db8:1:2:ffff::9' })).toBe(
      'network-has-liked',
    );
  });

  test('is refused to a network that likes everything at once, for a minute', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 31; i++) {
      service.pass(61_000);
      ids.push((await service.post()).comment.id);
    }
    const who = { address: '203.0.113.7' };
    for (const id of ids.slice(0, 30)) await like(id, who);
    const problem = await service.refused(`/api/v1/comments/${ids[30]}/like`, {
      method: 'PUT',
      headers: headersOf(who),
    });
    expect([problem.code, problem.headers.get('retry-after')]).toEqual(['acting-too-fast', '60']);
    service.pass(60_000);
    expect((await like(ids[30] ?? '', who)).likes).toBe(1);
  });

  test('needs a comment that is published', async () => {
    await putSite({ mode: 'pre' });
    const { comment } = await service.post();
    expect(await refused(comment.id)).toBe('unknown-comment');
    expect(await refused('0'.repeat(20))).toBe('unknown-comment');
  });

  test('needs a page of the site, or no page at all', async () => {
    const { comment } = await service.post();
    expect(await refused(comment.id, { origin: 'https://evil.example' })).toBe(
      'origin-not-allowed',
    );
    const answer = await ask(comment.id, 'PUT', { origin: PAPER });
    expect(answer.headers.get('access-control-allow-origin')).toBe(PAPER);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  test('may be asked for by a page of another origin, key and all', async () => {
    const { headers } = await service.send('/api/v1/comments/x/like', {
      method: 'OPTIONS',
      headers: { origin: PAPER, 'access-control-request-method': 'PUT' },
    });
    expect(headers.get('access-control-allow-methods')).toContain('PUT');
    expect(headers.get('access-control-allow-headers')).toContain('Reader-Key');
  });

  test.each(['', 'short', 'with spaces in it, and more', 'x'.repeat(65)])(
    'needs a key that is one: %s',
    async (key) => {
      const { comment } = await service.post();
      expect(await refused(comment.id, { key })).toBe('invalid-request');
    },
  );

  test('leaves no trace that is the same at two comments', async () => {
    const [one, two] = [await service.post(), await service.post()];
    for (const { comment } of [one, two]) await like(comment.id, { address: '203.0.113.5' });
    const { results } = await env.DB.prepare('SELECT * FROM likes').all();
    const hashes = results.flatMap((row) => [row.reader_hash, row.network_hash]);
    expect(new Set(hashes).size).toBe(4);
    expect(JSON.stringify(results)).not.toMatch(/a-browser|203\.0/);
  });

  test('waits out what a moderator takes away, and goes with what its author deletes', async () => {
    const ada = await signInModerator(service, { name: 'Ada' });
    const { comment, authorToken } = await service.post();
    await like(comment.id);
    await ada.decide({ commentId: comment.id, version: 1, to: 'held' });
    expect(await likesInThread()).toEqual([]);
    await ada.decide({ commentId: comment.id, version: 2, to: 'published' });
    expect(await likesInThread()).toEqual([1]);
    const headers = { authorization: `Author ${authorToken}` };
    await service.send(`/api/v1/comments/${comment.id}`, { method: 'DELETE', headers });
    expect(await env.DB.prepare('SELECT COUNT(*) AS n FROM likes').first('n')).toBe(0);
    expect(await env.DB.prepare('SELECT SUM(like_level) AS n FROM threads').first('n')).toBe(0);
  });

  test('is no longer told of a comment that is a tombstone', async () => {
    const { comment, authorToken } = await service.post();
    await service.post({ parent: comment.id });
    await like(comment.id);
    const headers = { authorization: `Author ${authorToken}` };
    await service.send(`/api/v1/comments/${comment.id}`, { method: 'DELETE', headers });
    expect(await likesInThread()).toEqual([0, 0]);
  });

  test('goes with its site', async () => {
    const { comment } = await service.post();
    await like(comment.id);
    await removeSite(db, 'planet');
    expect(await env.DB.prepare('SELECT COUNT(*) AS n FROM likes').first('n')).toBe(0);
  });
});
