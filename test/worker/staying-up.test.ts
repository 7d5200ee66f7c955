import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { aPost, PAGE, putSite, startService } from './client.ts';
import { deleteAll } from './delete-all.ts';

/** A database that can be told to fail as D1 does. */
function breakable() {
  const state = { failure: null as string | null, calls: 0 };
  const batch: D1Database['batch'] = async (statements) => {
    state.calls += 1;
    if (state.failure !== null) throw new Error(state.failure);
    return env.DB.batch(statements);
  };
  const DB = new Proxy(env.DB, {
    get: (target, name) => {
      if (name === 'batch') return batch;
      if (name === 'withSession') return () => ({ batch });
      const member: unknown = Reflect.get(target, name);
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
  return { state, service: startService({ ...env, DB }) };
}

const AWAY = 'D1_ERROR: Network connection lost.';

beforeEach(async () => {
  await deleteAll(env.DB);
  await putSite();
});

describe('while the database is away', () => {
  test('readers get the last good answer', async () => {
    const { state, service } = breakable();
    await service.post({ body: 'Still here.' });
    const before = await service.thread({});
    state.failure = AWAY;
    service.pass(3_600_000);
    expect((await service.thread({})).comments).toEqual(before.comments);
  });

  test('a thread that was never read says when to try again', async () => {
    const { state, service } = breakable();
    state.failure = AWAY;
    const problem = await service.refused(`/api/v1/thread?site=planet&url=${PAGE}`);
    expect([problem.code, problem.headers.get('retry-after')]).toEqual(['unavailable', '3']);
    expect(JSON.stringify(problem)).not.toContain('D1_ERROR');
  });

  test('a read is tried once more, a write is not', async () => {
    const { state, service } = breakable();
    state.failure = AWAY;
    await service.refused('/healthz');
    expect(state.calls).toBe(2);
  });

  test('a post is told to come again, and then is stored once', async () => {
    const { state, service } = breakable();
    const post = aPost();
    const headers = { 'idempotency-key': 'kept-by-the-reader' };
    state.failure = AWAY;
    const problem = await service.refused('/api/v1/comments', { json: post, headers });
    expect([problem.code, problem.headers.get('retry-after')]).toEqual(['unavailable', '3']);
    state.failure = null;
    await service.post(post, headers);
    await service.post(post, headers);
    expect((await service.thread({})).comments).toHaveLength(1);
  });
});

test('the page without JavaScript gives the words back while the database is away', async () => {
  const { state, service } = breakable();
  state.failure = AWAY;
  const body = String(
    new URLSearchParams({ site: 'planet', url: PAGE, name: 'Ada', body: 'Not <b>lost</b>.' }),
  );
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const answer = await service.send('/t', { body, headers });
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '3']);
  expect(answer.text).toContain('Not &lt;b&gt;lost&lt;/b&gt;.');
});

test('a bug answers with an id and nothing else', async () => {
  const { state, service } = breakable();
  state.failure = 'TypeError: x is not a function at secret.ts:1';
  const problem = await service.refused('/healthz');
  expect(problem.code).toBe('internal');
  expect(problem.instance).toMatch(/^[0-9a-f-]{36}$/);
  expect(JSON.stringify(problem)).not.toMatch(/secret|TypeError/);
});

test.each([
  ['is missing', undefined],
  ['has 5 characters', 'short'],
])('a secret that %s is named at once', (words, SECRET) => {
  expect(() => readConfig(SECRET === undefined ? {} : { SECRET })).toThrow(
    `SECRET ${words}; it must have at least 32`,
  );
});

describe('a cached answer', () => {
  test('is 304 to who has it already, and 200 after a change', async () => {
    const service = startService();
    await service.post();
    const path = `/api/v1/thread?site=planet&url=${PAGE}`;
    const first = await service.send(path);
    const etag = first.headers.get('etag') ?? '';
    service.pass(5000);
    const again = await service.send(path, { headers: { 'if-none-match': `"other", ${etag}` } });
    expect([again.status, again.text]).toEqual([304, '']);
    await service.post();
    expect((await service.send(path, { headers: { 'if-none-match': etag } })).status).toBe(200);
  });

  test('is fresh for seconds only and is named for the edge', async () => {
    const service = startService();
    const { comment } = await service.post();
    const { headers } = await service.send(`/api/v1/thread?site=planet&url=${PAGE}`);
    expect(headers.get('cache-control')).toBe(
      'public, max-age=2, stale-while-revalidate=5, stale-if-error=86400',
    );
    const { thread } = await service.comment(comment.id);
    expect(headers.get('cache-tag')).toBe(`thread-${thread.id}`);
  });
});

test('counts of many pages come in one call, in the order asked', async () => {
  const service = startService();
  await service.post();
  await service.post();
  const other = 'https://paper.example/quiet';
  const { text } = await service.send(
    `/api/v1/counts?site=planet&url=${other}&url=${PAGE}%23top&url=nonsense`,
  );
  expect(JSON.parse(text).counts).toEqual([
    { url: other, count: 0 },
    { url: `${PAGE}#top`, count: 2 },
    { url: 'nonsense', count: 0 },
  ]);
});

test('a permalink’s page has the comment, its parents and what follows', async () => {
  const service = startService();
  const { comment: top } = await service.post();
  let parent = top.id;
  const chain = [top.id];
  for (let i = 0; i < 6; i++) {
    service.pass(1000);
    parent = (await service.post({ parent, name: `R${i}` })).comment.id;
    chain.push(parent);
  }
  service.pass(1000);
  for (let i = 0; i < 5; i++) await service.post();
  const folded = await service.thread({});
  expect(folded.comments.map(({ id }) => id)).not.toContain(parent);
  const page = await service.thread({ around: parent, limit: '2' });
  const ids = page.comments.map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(chain));
  expect(ids[0]).toBe(top.id);
  const branch = await service.thread({ branch: top.id });
  expect(branch.comments.map(({ id }) => id)).toEqual(chain.slice(1));
  const part = await service.thread({ branch: top.id, limit: '4' });
  const rest = await service.thread({ branch: top.id, limit: '4', cursor: part.nextCursor ?? '' });
  expect([...part.comments, ...rest.comments].map(({ id }) => id)).toEqual(chain.slice(1));
});
