import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import { Challenge } from '../../src/contract/proof.ts';
import { DEFAULT_SCREENING, type ScreeningSettings } from '../../src/domain/site.ts';
import { solveChallenge, tokenOf } from '../support/solve-challenge.ts';
import {
  aPost,
  PAGE,
  parse,
  putSite,
  type Service,
  signInModerator,
  startService,
} from './client.ts';
import { deleteAll } from './delete-all.ts';
import { standIn, turnstileService } from './outside-stand-in.ts';

const MINUTE_MS = 60_000;
const ask = (screening: Partial<ScreeningSettings>) =>
  putSite({ screening: { ...DEFAULT_SCREENING, proofCost: 300, ...screening } });

beforeEach(() => deleteAll(env.DB));

/** What the desk says of the newest comment in a queue. */
async function newestOf(service: Service, queue: string) {
  const ada = await signInModerator(service, { name: 'Ada' });
  const { items } = await ada.queue({ queue });
  return items[0];
}

describe('a site that asks for a proof of work', () => {
  let service: Service;

  beforeEach(async () => {
    await ask({ proof: 'always' });
    service = startService();
  });

  async function challenge(site = 'planet') {
    const answer = await service.send(`/api/v1/challenge?site=${site}`);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    return parse(answer, { status: 200, schema: Challenge });
  }

  const solve = async (site?: string) => (await solveChallenge(await challenge(site))).token;

  test('says so with the thread, and publishes a comment that brings it', async () => {
    expect((await service.thread({})).form.proof).toEqual({ by: 'altcha' });
    const { comment } = await service.post({ proof: await solve() });
    expect(comment.status).toBe('published');
  });

  test('tells a post without it what is missing, stores nothing, and takes the same post with it', async () => {
    const json = aPost();
    const headers = { 'idempotency-key': 'one-try-of-a-reader' };
    const { code, status, proof } = await service.refused('/api/v1/comments', { json, headers });
    expect([code, status, proof]).toEqual(['proof-needed', 422, { by: 'altcha' }]);
    expect((await service.thread({})).comments).toEqual([]);
    const { comment } = await service.post({ ...json, proof: await solve() }, headers);
    const again = await service.post({ ...json, proof: 'another' }, headers);
    expect([comment.status, again.comment.id]).toEqual(['published', comment.id]);
  });

  test('takes a proof once, also when two come at the same time', async () => {
    const proof = await solve();
    const send = () => service.send('/api/v1/comments', { json: { ...aPost(), proof } });
    const answers = await Promise.all([send(), send(), send()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422]);
    const { code } = await service.refused('/api/v1/comments', { json: { ...aPost(), proof } });
    expect(code).toBe('proof-needed');
  });

  test('asks for another proof where one is too old', async () => {
    const proof = await solve();
    service.pass(20 * MINUTE_MS);
    const json = { ...aPost(), proof };
    expect((await service.refused('/api/v1/comments', { json })).code).toBe('proof-needed');
    await service.post({ ...json, proof: await solve() });
  });

  test.each<[string, () => Promise<string>]>([
    ['what is none', async () => 'open sesame'],
    [
      'a wrong number',
      async () => {
        const made = await challenge();
        return tokenOf({ ...made, number: (await solveChallenge(made)).number + 1 });
      },
    ],
    [
      'a signature of somebody else',
      async () => {
        const made = await challenge();
        const { number } = await solveChallenge(made);
        return tokenOf({ ...made, number, signature: 'A'.repeat(43) });
      },
    ],
    [
      'the proof of another site',
      async () => {
        await putSite({ key: 'harbour' });
        return solve('harbour');
      },
    ],
  ])('rejects %s, which its sender hears as held', async (_, forge) => {
    const { comment } = await service.post({ proof: await forge() });
    expect(comment.status).toBe('held');
    const item = await newestOf(service, 'rejected');
    expect(item?.findings).toMatchObject([{ check: 'proof', verdict: 'reject', score: 1 }]);
  });

  test('holds what comes from the page without scripts, and says why to the moderator', async () => {
    const body = String(
      new URLSearchParams({ site: 'planet', url: PAGE, name: 'Ada', body: 'By hand.' }),
    );
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await service.send('/t', { body, headers });
    expect(answer.status).toBe(201);
    expect(answer.text).toContain('Your comment is awaiting moderation.');
    const item = await newestOf(service, 'held');
    expect(item?.findings).toMatchObject([{ check: 'proof', verdict: 'hold' }]);
  });

  test('asks for none when a comment is edited', async () => {
    const { comment, authorToken } = await service.post({ proof: await solve() });
    const answer = await service.send(`/api/v1/comments/${comment.id}`, {
      method: 'PATCH',
      json: { body: 'Better words.' },
      headers: { authorization: `Author ${authorToken}` },
    });
    expect([answer.status, JSON.parse(answer.text).comment.status]).toEqual([200, 'published']);
  });

  test('forgets used proofs when they have expired', async () => {
    const count = () =>
      env.DB.prepare('SELECT COUNT(*) AS count FROM used_proofs').first<{ count: number }>();
    for (let i = 0; i < 3; i++) await service.post({ proof: await solve() });
    expect(await count()).toEqual({ count: 3 });
    service.pass(21 * MINUTE_MS);
    await service.post({ proof: await solve() });
    await service.post({ proof: await solve() });
    expect(await count()).toEqual({ count: 2 });
  });
});

describe('a site that asks for a proof in a flood', () => {
  test('asks for it while the flood lasts, on its forms as well', async () => {
    await ask({ proof: 'flood', floodMode: 'on' });
    const flooded = startService();
    expect((await flooded.thread({})).form.proof).toEqual({ by: 'altcha' });
    const { code } = await flooded.refused('/api/v1/comments', { json: aPost() });
    expect(code).toBe('proof-needed');
    await ask({ proof: 'flood', floodMode: 'off' });
    const quiet = startService();
    expect((await quiet.thread({})).form.proof).toBeNull();
    expect((await quiet.post({})).comment.status).toBe('published');
  });
});

describe('without being asked for', () => {
  test.each<ScreeningSettings['proof']>(['off', 'flood'])(
    'no proof is wanted on a quiet day: %s',
    async (proof) => {
      await ask({ proof });
      const service = startService();
      expect((await service.thread({})).form.proof).toBeNull();
      expect((await service.post({})).comment.status).toBe('published');
      expect((await service.post({ proof: 'whatever' })).comment.status).toBe('published');
    },
  );

  test('a challenge for no site is refused', async () => {
    const service = startService();
    expect((await service.refused('/api/v1/challenge?site=nobody')).code).toBe('unknown-site');
    expect((await service.refused('/api/v1/challenge')).code).toBe('invalid-request');
  });
});

describe('a site that asks Turnstile', () => {
  const SECRET = '0x4AAAAAAA-of-the-tests';
  const configured = { ...env, TURNSTILE_SITE_KEY: '0x4AAAAAAA', TURNSTILE_SECRET: SECRET };
  const fine = { hostname: 'paper.example', action: 'comment' };

  beforeEach(() => ask({ proof: 'always', proofBy: 'turnstile' }));

  test('gives the form the key, takes a good token once, and tells Cloudflare nothing else', async () => {
    const world = standIn(turnstileService(SECRET, { good: fine }));
    const service = startService(configured, world.outside);
    const proof = { by: 'turnstile', siteKey: '0x4AAAAAAA' };
    expect((await service.thread({})).form.proof).toEqual(proof);
    const headers = { 'cf-connecting-ip': '203.0.113.9' };
    expect((await service.post({ proof: 'good' }, headers)).comment.status).toBe('published');
    const again = await service.refused('/api/v1/comments', {
      json: { ...aPost(), proof: 'good' },
    });
    expect([again.code, again.proof]).toEqual(['proof-needed', proof]);
    expect(world.asked[0]).toMatchObject({
      url: 'https://challenges.cloudflare.com/turnstile/v0/siteverify',
      fields: { secret: SECRET, response: 'good' },
    });
    expect(JSON.stringify(world.asked)).not.toContain('203.0.113.9');
    expect(world.limits).toEqual([2000, 2000]);
  });

  test.each([
    ['without a token', undefined],
    ['with a token that Turnstile does not know, or no more', 'forged'],
  ])('asks for a token %s', async (_, proof) => {
    const world = standIn(turnstileService(SECRET, {}));
    const service = startService(configured, world.outside);
    const { code } = await service.refused('/api/v1/comments', { json: { ...aPost(), proof } });
    expect(code).toBe('proof-needed');
  });

  test.each([
    ['made on another page', { hostname: 'elsewhere.example', action: 'comment' }],
    ['made for another form', { hostname: 'paper.example', action: 'login' }],
  ])('holds with a token that was %s', async (_, made) => {
    const world = standIn(turnstileService(SECRET, { token: made }));
    const service = startService(configured, world.outside);
    expect((await service.post({ proof: 'token' })).comment.status).toBe('held');
    expect((await newestOf(service, 'held'))?.findings[0]?.message).toContain('somebody else');
  });

  test.each<[string, () => Response | null]>([
    ['never answers', () => null],
    ['is down', () => new Response('<h1>502</h1>', { status: 502 })],
    ['answers nonsense', () => Response.json({ ok: 'yes' })],
    [
      'has an error of its own',
      () => Response.json({ success: false, 'error-codes': ['internal-error'] }),
    ],
    [
      'does not know our secret',
      () => Response.json({ success: false, 'error-codes': ['invalid-input-secret'] }),
    ],
    [
      'cannot be reached',
      () => {
        throw new TypeError('fetch failed');
      },
    ],
  ])('holds, and says so, where it %s', async (_, answer) => {
    const service = startService(configured, standIn(answer).outside);
    expect((await service.post({ proof: 'token' })).comment.status).toBe('held');
    const item = await newestOf(service, 'held');
    expect(item?.findings).toMatchObject([{ check: 'proof', verdict: 'hold' }]);
    expect(item?.findings[0]?.message).toContain('Turnstile did not answer');
  });

  test.each([
    ['neither', {}],
    ['no secret', { TURNSTILE_SITE_KEY: '0x4' }],
    ['no site key', { TURNSTILE_SECRET: SECRET }],
  ])('holds, and names what is missing, where the service has %s', async (_, some) => {
    const service = startService({ ...env, ...some });
    expect((await service.thread({})).form.proof).toBeNull();
    expect((await service.post({})).comment.status).toBe('held');
    expect((await newestOf(service, 'held'))?.findings[0]?.message).toContain('TURNSTILE_SECRET');
  });
});
