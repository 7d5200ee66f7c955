import { env } from 'cloudflare:workers';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { beforeEach, describe, expect, test } from 'vitest';
import { DeskSession } from '../../src/contract/desk-session.ts';
import { theWorld } from '../../src/remote/outside.ts';
import { OWN, parse, putSite, type Service, signInModerator, startService } from './client.ts';
import { deleteAll } from './delete-all.ts';

const DESK = '/api/v1/desk';
const TEAM = 'paper.cloudflareaccess.com';
const AUDIENCE = 'a'.repeat(64);
const settings = { ACCESS_TEAM_DOMAIN: TEAM, ACCESS_AUDIENCE: AUDIENCE };

let first: Awaited<ReturnType<typeof makeKey>>;
let served: object[];
let asked: string[];
let isAway: boolean;
let service: Service;

/** Stands in for the team's address of keys. */
const outside = {
  ...theWorld,
  fetch: async (url: string, init: RequestInit) => {
    asked.push(url);
    if (!(init.signal instanceof AbortSignal)) throw new Error('asked without a deadline');
    return isAway ? new Response('no', { status: 502 }) : Response.json({ keys: served });
  },
};

async function makeKey(kid: string) {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: 'RS256' } };
}

type Told = { key?: typeof first; audience?: string; issuer?: string; exp?: string };

function tokenFor(claims: JWTPayload, told: Told = {}): Promise<string> {
  const { key = first, audience = AUDIENCE, issuer = `https://${TEAM}`, exp = '1h' } = told;
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', kid: key.kid })
    .setIssuer(issuer)
    .setAudience([audience])
    .setIssuedAt()
    .setExpirationTime(exp)
    .sign(key.privateKey);
}

const come = (token: string, path = '/session') =>
  service.send(DESK + path, { headers: { 'cf-access-jwt-assertion': token } });
const typeOf = ({ text }: { text: string }) => JSON.parse(text).type;

beforeEach(async () => {
  await deleteAll(env.DB);
  await putSite({ mode: 'pre' });
  first = await makeKey('first');
  served = [first.jwk];
  asked = [];
  isAway = false;
  service = startService({ ...env, ...settings }, outside);
  await signInModerator(service, { name: 'Ada' });
});

describe('Cloudflare Access', () => {
  test('lets in the moderator whose e-mail it vouches for, in any letters', async () => {
    const answer = await come(await tokenFor({ email: 'Ada@Paper.example' }));
    const { moderator } = parse(answer, { status: 200, schema: DeskSession });
    expect(moderator).toMatchObject({ name: 'Ada', signedInBy: 'access' });
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  test('is told clearly that the desk does not know an address', async () => {
    const answer = await come(await tokenFor({ email: 'stranger@paper.example' }));
    expect([answer.status, typeOf(answer)]).toEqual([403, '/problems/access-refused']);
    expect(answer.text).toContain('stranger@paper.example is not an active moderator');
  });

  test('cannot let in who was shut out', async () => {
    await env.DB.prepare(`UPDATE moderators SET deactivatedAt = '2026-01-01T00:00:00Z'`).run();
    expect((await come(await tokenFor({ email: 'ada@paper.example' }))).status).toBe(403);
  });

  test('is believed for this application, this team and this hour only', async () => {
    const claims = { email: 'ada@paper.example' };
    const forger = await makeKey('first');
    const bad = await Promise.all([
      tokenFor(claims, { audience: 'b'.repeat(64) }),
      tokenFor(claims, { issuer: 'https://evil.cloudflareaccess.com' }),
      tokenFor(claims, { exp: '-1m' }),
      tokenFor(claims, { key: forger }),
      tokenFor({ sub: 'ada@paper.example' }),
      'no.token.atall',
      `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify(claims))}.`,
    ]);
    for (const token of bad) expect((await come(token)).status, token).toBe(403);
  });

  test('signs with new keys now and then, which are then fetched, though not for every forgery', async () => {
    const claims = { email: 'ada@paper.example' };
    for (let i = 0; i < 3; i++) expect((await come(await tokenFor(claims))).status).toBe(200);
    expect(asked).toEqual([`https://${TEAM}/cdn-cgi/access/certs`]);
    const second = await makeKey('second');
    served = [second.jwk];
    service.pass(61_000);
    expect((await come(await tokenFor(claims, { key: second }))).status).toBe(200);
    expect(asked).toHaveLength(2);
    const forger = await makeKey('third');
    for (let i = 0; i < 5; i++) await come(await tokenFor(claims, { key: forger }));
    expect(asked).toHaveLength(2);
  });

  test('whose keys cannot be fetched lets nobody in and says so, and known keys go on', async () => {
    isAway = true;
    const token = await tokenFor({ email: 'ada@paper.example' });
    const answer = await come(token);
    expect([answer.status, typeOf(answer)]).toEqual([503, '/problems/unavailable']);
    isAway = false;
    service.pass(61_000);
    expect((await come(token)).status).toBe(200);
    isAway = true;
    service.pass(2 * 60 * 60 * 1000);
    expect((await come(token)).status).toBe(200);
  });

  test('does not stand in for an own Origin, nor for a session that would be managed here', async () => {
    const token = await tokenFor({ email: 'ada@paper.example' });
    const write = (headers: Record<string, string>) =>
      service.send(`${DESK}/password`, {
        json: { next: 'correct horse battery' },
        headers: { 'cf-access-jwt-assertion': token, ...headers },
      });
    expect(typeOf(await write({}))).toBe('/problems/foreign-origin');
    expect(typeOf(await write({ origin: OWN }))).toBe('/problems/own-session-needed');
  });

  test('is nobody where it is not set up: the header alone means nothing', async () => {
    service = startService(env, outside);
    const answer = await come(await tokenFor({ email: 'ada@paper.example' }));
    expect(typeOf(answer)).toBe('/problems/signed-out');
    expect(asked).toEqual([]);
  });
});
