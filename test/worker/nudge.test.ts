import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_SCREENING } from '../../src/domain/site.ts';
import { aPost, PAGE, problemOf, putSite, type Service, startService } from './client.ts';
import { deleteAll } from './delete-all.ts';

let service: Service;

beforeEach(async () => {
  await deleteAll(env.DB);
  await putSite();
  service = startService();
});

const rows = () => env.DB.prepare('SELECT COUNT(*) AS n FROM comments').first('n');
const aKey = () => ({ 'idempotency-key': crypto.randomUUID() });
/** Nothing that anybody else says in these tests. */
const hurtful = () => `You 1di0t. ${aPost().body}`;
const ask = (json: object, headers = {}) =>
  service.send('/api/v1/comments', { json: { ...aPost(), nudge: true, ...json }, headers });

describe('who asks before words hold a comment', () => {
  test('is told the words as they were typed, and nothing is stored', async () => {
    const problem = problemOf(await ask({ body: hurtful() }));
    expect(problem).toMatchObject({
      code: 'rephrase',
      status: 422,
      errors: [{ field: 'body', code: 'word', message: '1di0t' }],
    });
    expect(await rows()).toBe(0);
  });

  test('is told the site’s suspect words too, in whichever field', async () => {
    await putSite({ suspect: ['humbug'] });
    const problem = problemOf(await ask({ name: 'Humbug Joe' }));
    expect(problem.errors).toEqual([{ field: 'name', code: 'word', message: 'Humbug' }]);
  });

  test('may send it as it is, under the same key, and it is held', async () => {
    const [headers, body] = [aKey(), hurtful()];
    const sent = { name: 'Ada', body };
    expect(problemOf(await ask(sent, headers)).code).toBe('rephrase');
    const { comment } = await service.post(sent, headers);
    expect(comment.status).toBe('held');
    // Late or repeated, the question has its answer.
    const again = await ask(sent, headers);
    expect([again.status, JSON.parse(again.text).comment.id]).toEqual([201, comment.id]);
    expect(await rows()).toBe(1);
  });

  test('may use the key for other words: the question has not used it up', async () => {
    const headers = aKey();
    await ask({ body: hurtful() }, headers);
    const { comment } = await service.post({ body: 'Dear reader, I disagree about it.' }, headers);
    expect(comment.status).toBe('published');
  });

  test('has a decent comment published at once', async () => {
    expect((await ask({})).status).toBe(201);
    expect(await rows()).toBe(1);
  });
});

describe('who asks learns nothing of other checks: the comment is held like any other', () => {
  test.each([
    ['links', { body: () => `${hurtful()} http://a.example http://b.example http://c.example` }],
    ['a forged form', { body: hurtful, formTime: 'forged' }],
  ])('where there are %s as well', async (_, { body, ...rest }) => {
    const answer = await ask({ ...rest, body: body() });
    expect([answer.status, JSON.parse(answer.text).comment.status]).toEqual([201, 'held']);
  });

  test('where the trap was filled in', async () => {
    expect((await ask({ body: hurtful(), nickname: 'x' })).status).toBe(201);
  });

  test('where the site holds everything', async () => {
    await putSite({ mode: 'pre' });
    expect((await ask({ body: hurtful() })).status).toBe(201);
  });

  test('where the site does not want it asked', async () => {
    await putSite({ screening: { ...DEFAULT_SCREENING, nudge: 'off' } });
    expect((await ask({ body: hurtful() })).status).toBe(201);
  });
});

test('who does not ask is not asked: the comment is stored as held, with the words for moderators', async () => {
  const { comment } = await service.post({ body: hurtful() });
  expect(comment.status).toBe('held');
  const stored = await env.DB.prepare('SELECT findings FROM comments').first('findings');
  expect(String(stored)).toContain('"check":"abuse"');
});

describe('the page without JavaScript', () => {
  const send = (fields: Record<string, string>) =>
    service.send('/t', {
      body: String(new URLSearchParams({ site: 'planet', url: PAGE, name: 'Ada', ...fields })),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });

  test('says the words at the comment, keeps what was typed and offers to send it', async () => {
    const body = hurtful();
    const page = await send({ body });
    expect(page.status).toBe(422);
    expect(page.text).toMatch(/id="body-error">These words may hurt: “1di0t”\./);
    expect(page.text).toContain(`${body}</textarea>`);
    expect(page.text).toContain('Send it as it is</button>');
    expect(await rows()).toBe(0);
  });

  test('sends it as it is when its author says so', async () => {
    const page = await send({ body: hurtful(), anyway: 'yes' });
    expect(page.status).toBe(201);
    expect(page.text).toContain('Your comment is awaiting moderation.');
    expect(await rows()).toBe(1);
  });

  test('offers it to nobody before', async () => {
    const page = await service.send(`/t?${new URLSearchParams({ site: 'planet', url: PAGE })}`);
    expect(page.text).not.toContain('Send it as it is');
  });
});
