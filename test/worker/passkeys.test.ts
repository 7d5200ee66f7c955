import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import { DeskSession } from '../../src/contract/desk-session.ts';
import { Passkeys } from '../../src/contract/passkeys.ts';
import { makeAuthenticator, type Saying } from './authenticator.ts';
import { OWN, parse, putSite, type Service, signInModerator, startService } from './client.ts';
import { deleteAll } from './delete-all.ts';

const DESK = '/api/v1/desk';
type Device = Awaited<ReturnType<typeof makeAuthenticator>>;

let service: Service;
let ada: { headers: Record<string, string>; email: string };
let device: Device;

beforeEach(async () => {
  await deleteAll(env.DB);
  await putSite({ mode: 'pre' });
  service = startService();
  ada = await signInModerator(service, { name: 'Ada' });
  device = await makeAuthenticator();
});

const post = (path: string, json: object, headers: Record<string, string> = { origin: OWN }) =>
  service.send(DESK + path, { json, headers });

async function challengeOf(path: string, headers?: Record<string, string>): Promise<string> {
  const answer = await post(path, {}, headers);
  expect(answer.status, answer.text).toBe(200);
  return JSON.parse(answer.text).options.challenge;
}

async function add(bent: Partial<Saying> = {}, who = ada) {
  const challenge = await challengeOf('/passkeys/options', who.headers);
  const credential = await device.register({ challenge, origin: OWN, ...bent });
  return post('/passkeys', { name: 'Laptop', credential }, who.headers);
}

async function signIn(bent: Partial<Saying> = {}) {
  const challenge = await challengeOf('/sign-in/passkey/options');
  const credential = await device.signIn({ challenge, origin: OWN, ...bent });
  return post('/sign-in/passkey', { credential });
}

const listOwn = async () =>
  parse(await service.send(`${DESK}/passkeys`, ada), { status: 200, schema: Passkeys }).passkeys;

describe('a passkey', () => {
  test('signs in whom it belongs to, without a name and without a code', async () => {
    expect((await add()).status).toBe(201);
    await env.DB.prepare('UPDATE moderators SET twoFactorEnabled = 1').run();
    const answer = await signIn();
    const { moderator } = parse(answer, { status: 200, schema: DeskSession });
    expect(moderator).toMatchObject({ name: 'Ada', signedInBy: 'session' });
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    expect((await service.send(`${DESK}/queue`, { headers: { cookie } })).status).toBe(200);
    expect(await listOwn()).toMatchObject([{ name: 'Laptop', id: device.id }]);
  });

  test.each<[string, Partial<Saying>]>([
    ['made for another page', { origin: 'https://comments.example.evil.example' }],
    ['of another host', { host: 'evil.example' }],
    ['that did not look who is there', { verified: false }],
    ['over a challenge of the device’s own', { challenge: btoa('my own').replace(/=/g, '') }],
  ])('%s is neither taken nor signs in', async (_, bent) => {
    expect((await add(bent)).status).toBe(401);
    expect((await add()).status).toBe(201);
    expect((await signIn(bent)).status).toBe(401);
    expect((await signIn()).status).toBe(200);
  });

  test('answers a challenge once', async () => {
    await add();
    const challenge = await challengeOf('/sign-in/passkey/options');
    const credential = await device.signIn({ challenge, origin: OWN });
    expect((await post('/sign-in/passkey', { credential })).status).toBe(200);
    expect((await post('/sign-in/passkey', { credential })).status).toBe(401);
  });

  test('answers a challenge within five minutes', async () => {
    await add();
    const challenge = await challengeOf('/sign-in/passkey/options');
    const credential = await device.signIn({ challenge, origin: OWN });
    service.pass(5 * 60_000 + 1);
    expect((await post('/sign-in/passkey', { credential })).status).toBe(401);
  });

  test('cannot be added with the challenge of somebody else, nor with one for signing in', async () => {
    const bob = await signInModerator(service, { name: 'Bob' });
    for (const challenge of [
      await challengeOf('/passkeys/options', bob.headers),
      await challengeOf('/sign-in/passkey/options'),
    ]) {
      expect((await add({ challenge })).status).toBe(401);
    }
  });

  test('of one person is not taken over by another', async () => {
    await add();
    const bob = await signInModerator(service, { name: 'Bob' });
    expect((await add({}, bob)).status).toBe(401);
    expect(JSON.parse((await signIn()).text).moderator.name).toBe('Ada');
  });

  test('that counts and then counts less is a copy, and refused', async () => {
    await add({ counter: 1 });
    expect((await signIn({ counter: 5 })).status).toBe(200);
    expect((await signIn({ counter: 5 })).status).toBe(401);
    expect((await signIn({ counter: 3 })).status).toBe(401);
    expect((await signIn({ counter: 6 })).status).toBe(200);
  });

  test('of another device with the same id signs in nobody', async () => {
    await add();
    const forger = await makeAuthenticator();
    const challenge = await challengeOf('/sign-in/passkey/options');
    const forged = await forger.signIn({ challenge, origin: OWN });
    const credential = { ...forged, id: device.id, rawId: device.id };
    expect((await post('/sign-in/passkey', { credential })).status).toBe(401);
  });

  test('is renamed and removed by its owner, and then signs in nobody', async () => {
    await add();
    const path = `/passkeys/${device.id}`;
    const own = { method: 'PATCH', json: { name: 'Work' }, headers: ada.headers };
    expect((await service.send(DESK + path, own)).status).toBe(200);
    expect(await listOwn()).toMatchObject([{ name: 'Work' }]);
    await service.send(DESK + path, { method: 'DELETE', headers: ada.headers });
    expect((await signIn()).status).toBe(401);
  });

  test('of who was shut out signs in nobody', async () => {
    await add();
    await env.DB.prepare(`UPDATE moderators SET deactivatedAt = '2026-01-01T00:00:00Z'`).run();
    expect((await signIn()).status).toBe(401);
  });

  test('challenge that strangers ask for is written down nowhere', async () => {
    const count = () =>
      env.DB.prepare(
        'SELECT (SELECT COUNT(*) FROM used_proofs) + (SELECT COUNT(*) FROM sign_in_links) AS n',
      ).first('n');
    const before = await count();
    for (let i = 0; i < 5; i++) await challengeOf('/sign-in/passkey/options');
    await signIn();
    expect(await count()).toBe(before);
  });
});
