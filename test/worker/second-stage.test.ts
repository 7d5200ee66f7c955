import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Env } from '../../src/deps.ts';
import { DEFAULT_SCREENING, type Site } from '../../src/domain/site.ts';
import { PAGE, putSite, type Service, signInModerator, startService } from './client.ts';
import { deleteAll } from './delete-all.ts';
import { akismetService, standIn } from './outside-stand-in.ts';

const KEY = 'akismet-key-of-the-tests';
const VISIT = {
  'cf-connecting-ip': '203.0.113.77',
  'user-agent': 'Mozilla/5.0 (a browser)',
  referer: `${PAGE}?seen`,
};

beforeEach(() => deleteAll(env.DB));

const choose = (secondStage: 'off' | 'akismet' | 'workers-ai', site: Partial<Site> = {}) =>
  putSite({ screening: { ...DEFAULT_SCREENING, secondStage }, ...site });

async function findingOf(service: Service, queue: string) {
  const ada = await signInModerator(service, { name: 'Ada' });
  const { items } = await ada.queue({ queue });
  return items[0]?.findings.find(({ check }) => check === 'second-stage');
}

test('nobody is asked anything by a site that has not chosen so', async () => {
  await choose('off');
  const world = standIn(() => null);
  const run = () => Promise.reject(new Error('the model was asked'));
  const bindings = { ...env, AKISMET_KEY: KEY, TURNSTILE_SECRET: 'x', AI: { run } };
  const service = startService(bindings, world.outside);
  expect((await service.post({}, VISIT)).comment.status).toBe('published');
  expect([world.asked, world.limits]).toEqual([[], []]);
});

describe('a site that asks Akismet', () => {
  const configured = { ...env, AKISMET_KEY: KEY };

  beforeEach(() => choose('akismet', { website: 'optional' }));

  test('publishes what Akismet finds nothing wrong with, and tells it no more than it documents', async () => {
    const world = standIn(akismetService(KEY));
    const service = startService(configured, world.outside);
    const { form } = await service.thread({});
    service.pass(60_000);
    const post = {
      name: 'Ada',
      email: 'ada@paper.example',
      body: 'The *arches* hold.',
      formTime: form.time,
    };
    expect(
      (await service.post({ ...post, website: 'https://ada.example' }, VISIT)).comment.status,
    ).toBe('published');
    expect(world.limits).toEqual([1500]);
    const [asked] = world.asked;
    expect(asked?.url).toBe('https://rest.akismet.com/1.1/comment-check');
    expect(asked?.headers.get('user-agent')).toMatch(/^Belowline/);
    expect(asked?.fields).toEqual({
      api_key: KEY,
      blog: 'https://paper.example/',
      blog_charset: 'UTF-8',
      user_ip: '203.0.113.77',
      user_agent: 'Mozilla/5.0 (a browser)',
      referrer: `${PAGE}?seen`,
      permalink: PAGE,
      comment_type: 'comment',
      comment_author: 'Ada',
      comment_author_email: 'ada@paper.example',
      comment_author_url: 'https://ada.example',
      comment_content: 'The *arches* hold.',
    });
    // Kept with the comment; the desk is not shown what is a reason for nothing.
    const row = await env.DB.prepare('SELECT findings FROM comments').first<{ findings: string }>();
    expect(JSON.parse(row?.findings ?? '[]')).toContainEqual(
      expect.objectContaining({ check: 'second-stage', verdict: 'publish', score: 0 }),
    );
  });

  test.each([
    ['what Akismet calls spam', { name: 'akismet-guaranteed-spam' }, 0.9],
    ['what Akismet would throw away unseen', { body: 'Buy now, pay never.' }, 1],
  ])('sends %s to Spam and rejects nothing', async (_, change, score) => {
    const service = startService(configured, standIn(akismetService(KEY)).outside);
    expect((await service.post(change, VISIT)).comment.status).toBe('held');
    expect(await findingOf(service, 'spam')).toMatchObject({ verdict: 'spam', score });
  });

  test('asks nothing about what the checks have stopped', async () => {
    const world = standIn(akismetService(KEY));
    const service = startService(configured, world.outside);
    await service.post({ nickname: 'a program' }, VISIT);
    await service.post({ body: 'https://a.example https://b.example https://c.example' }, VISIT);
    expect(world.asked).toEqual([]);
  });

  test('asks again about an edit, and a spammer’s edit is taken off the page', async () => {
    const world = standIn(akismetService(KEY));
    const service = startService(configured, world.outside);
    const { comment, authorToken } = await service.post({}, VISIT);
    const answer = await service.send(`/api/v1/comments/${comment.id}`, {
      method: 'PATCH',
      json: { body: 'Now BUY NOW, dear friends.' },
      headers: { authorization: `Author ${authorToken}`, ...VISIT },
    });
    expect(answer.status).toBe(200);
    expect(world.asked[1]?.fields.recheck_reason).toBe('edit');
    expect((await service.thread({})).comments).toEqual([]);
    expect(await findingOf(service, 'spam')).toMatchObject({ verdict: 'spam' });
  });

  test.each<[string, () => Response | null, string]>([
    ['never answers', () => null, 'Akismet did not answer within 1.5 s.'],
    [
      'is down',
      () => new Response('oops', { status: 500 }),
      'Akismet could not judge it (status 500).',
    ],
    [
      'is down and says true',
      () => new Response('true', { status: 503 }),
      'Akismet could not judge it (status 503).',
    ],
    ['answers nonsense', () => new Response('<html>'), 'Akismet could not judge it (status 200).'],
    [
      'cannot be reached',
      () => {
        throw new TypeError('fetch failed');
      },
      'Akismet could not be asked, or answered nonsense.',
    ],
  ])('holds, and says so, where Akismet %s', async (_, answer, message) => {
    const service = startService(configured, standIn(answer).outside);
    expect((await service.post({}, VISIT)).comment.status).toBe('held');
    expect(await findingOf(service, 'held')).toMatchObject({ verdict: 'hold', message });
  });

  test('holds, and says what Akismet says, where the key is wrong', async () => {
    const service = startService(configured, standIn(akismetService('another')).outside);
    await service.post({}, VISIT);
    expect((await findingOf(service, 'held'))?.message).toContain('unable to parse your API key');
  });

  test('holds, and names what is missing, where there is no key', async () => {
    const service = startService(env, standIn(akismetService(KEY)).outside);
    await service.post({}, VISIT);
    expect((await findingOf(service, 'held'))?.message).toContain('AKISMET_KEY is not set');
  });
});

describe('a site that asks Workers AI', () => {
  beforeEach(() => choose('workers-ai'));

  /** The binding as it is documented for Llama Guard: an object, or the model’s own words. */
  const serviceWith = (run: NonNullable<Env['AI']>['run'], outside = standIn(() => null).outside) =>
    startService({ ...env, AI: { run } }, outside);

  test('tells it the name and the text, and nothing of where the reader is', async () => {
    const asked: unknown[] = [];
    const service = serviceWith(async (model, input) => {
      asked.push({ model, input });
      return { response: { safe: true }, usage: {} };
    });
    const body = 'Trains were late again.';
    const { comment } = await service.post(
      { name: 'Ada', email: 'ada@paper.example', body },
      VISIT,
    );
    expect(comment.status).toBe('published');
    expect(asked).toMatchObject([
      {
        model: '@cf/meta/llama-guard-3-8b',
        input: { messages: [{ role: 'user', content: `Ada:\n${body}` }] },
      },
    ]);
    expect(JSON.stringify(asked)).not.toMatch(/203\.0\.113|Mozilla|ada@paper/);
  });

  test.each<[string, unknown]>([
    ['an object', { response: { safe: false, categories: ['S10'] } }],
    ['JSON in a text', { response: '{"safe":false,"categories":["S10"]}' }],
    ['its own words', { response: '\n\nunsafe\nS10' }],
  ])('holds what it calls unsafe, told by %s', async (_, answer) => {
    const service = serviceWith(async () => answer);
    expect((await service.post({}, VISIT)).comment.status).toBe('held');
    expect(await findingOf(service, 'held')).toMatchObject({
      verdict: 'hold',
      message: 'Workers AI calls it unsafe: hate.',
    });
  });

  test('publishes what it calls safe in its own words', async () => {
    const service = serviceWith(async () => ({ response: '\n\nsafe' }));
    expect((await service.post({}, VISIT)).comment.status).toBe('published');
  });

  test.each<[string, unknown]>([
    ['nothing', {}],
    ['a sermon', { response: 'This is safe, I think.' }],
    ['broken JSON', { response: '{"safe":tr' }],
    ['no object', null],
  ])('holds, and says so, where it answers %s', async (_, answer) => {
    const service = serviceWith(async () => answer);
    expect((await service.post({}, VISIT)).comment.status).toBe('held');
    expect((await findingOf(service, 'held'))?.message).toContain('answered nonsense');
  });

  test('holds, and says so, where it fails', async () => {
    const service = serviceWith(async () => {
      throw new Error('3040: Capacity temporarily exceeded, please try again.');
    });
    await service.post({}, VISIT);
    expect((await findingOf(service, 'held'))?.message).toContain('could not be asked');
  });

  test('holds, and says so, where it never answers', async () => {
    const { outside, limits } = standIn(() => null);
    const service = serviceWith(() => {
      outside.expire();
      return new Promise(() => {});
    }, outside);
    await service.post({}, VISIT);
    expect(limits).toEqual([1500]);
    expect((await findingOf(service, 'held'))?.message).toContain('within 1.5 s');
  });

  test('holds, and names what is missing, where there is no binding', async () => {
    await startService().post({}, VISIT);
    expect((await findingOf(startService(), 'held'))?.message).toContain('no AI binding');
  });
});
