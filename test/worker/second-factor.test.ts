import { env } from 'cloudflare:workers';
import { base32 } from '@better-auth/utils/base32';
import { createOTP } from '@better-auth/utils/otp';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FactorSecret } from '../../src/contract/second-factor.ts';
import { createSignInToken } from '../../src/identity/moderators.ts';
import { OWN, parse, putSite, type Service, signInModerator, startService } from './client.ts';
import { deleteAll } from './delete-all.ts';

const DESK = '/api/v1/desk';
const PASSWORD = 'correct horse battery';
let service: Service;
let ada: { headers: Record<string, string>; email: string };

// The library asks the clock itself. It stands still, so that no code is over while a test uses it.
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  await deleteAll(env.DB);
  await putSite({ mode: 'pre' });
  service = startService();
  ada = await signInModerator(service, { name: 'Ada' });
});

afterEach(() => {
  vi.useRealTimers();
});

type Answer = Awaited<ReturnType<Service['send']>>;
const cookieOf = (answer: Answer) =>
  answer.headers
    .getSetCookie()
    .filter((one) => !/=;/.test(one))
    .map((one) => one.split(';')[0])
    .join('; ');

const post = (path: string, json: object, headers: Record<string, string> = ada.headers) =>
  service.send(`${DESK}/${path}`, { json, headers });

/** What an authenticator app shows now, or some steps of 30 seconds later: one off is forgiven. */
async function codeOf(uri: string, later = 0): Promise<string> {
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  const app = createOTP(new TextDecoder().decode(base32.decode(secret)));
  return app.hotp(Math.floor(Date.now() / 30_000) + later);
}

const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

/** Switches codes on; the session that did it goes on with a new cookie. */
async function switchOn(json: object = {}) {
  const secret = parse(await post('second-factor', json), { status: 200, schema: FactorSecret });
  const confirmed = await post('second-factor/confirm', { code: await codeOf(secret.uri) });
  expect(confirmed.status, confirmed.text).toBe(200);
  ada = { ...ada, headers: { origin: OWN, cookie: cookieOf(confirmed) } };
  // A code is good once: until the app shows the next one.
  vi.setSystemTime(Date.now() + 30_000);
  return secret;
}

async function byLink(): Promise<Answer> {
  const settings = { database: env.DB, secret: env.SECRET, origin: OWN };
  const token = await createSignInToken(settings, ada.email);
  if (!token.ok) throw new Error(token.error);
  return post('sign-in/link', { token: token.value }, { origin: OWN });
}

const byPassword = () =>
  post('sign-in/password', { email: ada.email, password: PASSWORD }, { origin: OWN });

const code = (first: Answer, json: object) =>
  post('sign-in/code', json, { origin: OWN, cookie: cookieOf(first) });

const typeOf = ({ text }: Answer) => JSON.parse(text).type;

describe('one-time codes', () => {
  test('are asked for after a link, and the link alone opens nothing', async () => {
    const { uri } = await switchOn();
    const first = await byLink();
    expect([first.status, typeOf(first)]).toEqual([401, '/problems/code-needed']);
    const half = { headers: { cookie: cookieOf(first) } };
    expect((await service.refused(`${DESK}/session`, half)).code).toBe('signed-out');
    const second = await code(first, { kind: 'app', code: await codeOf(uri) });
    expect(second.status, second.text).toBe(200);
    const whole = { headers: { cookie: cookieOf(second) } };
    expect((await service.send(`${DESK}/queue`, whole)).status).toBe(200);
  });

  test('are asked for after a password, and the password alone opens nothing', async () => {
    await post('password', { next: PASSWORD });
    const { uri } = await switchOn({ password: PASSWORD });
    const first = await byPassword();
    expect([first.status, typeOf(first)]).toEqual([401, '/problems/code-needed']);
    const half = { headers: { cookie: cookieOf(first) } };
    expect((await service.refused(`${DESK}/session`, half)).code).toBe('signed-out');
    expect((await code(first, { kind: 'app', code: await codeOf(uri) })).status).toBe(200);
  });

  test('leave no session behind where only the first factor was right', async () => {
    await switchOn();
    await byLink();
    expect(await env.DB.prepare('SELECT COUNT(*) AS n FROM sessions').first('n')).toBe(1);
  });

  test('count only once a right one was shown', async () => {
    const { uri } = parse(await post('second-factor', {}), { status: 200, schema: FactorSecret });
    expect(typeOf(await post('second-factor/confirm', { code: wrong(await codeOf(uri)) }))).toBe(
      '/problems/wrong-code',
    );
    expect((await byLink()).status).toBe(200);
  });

  test('need the password of who has one, to go on and off', async () => {
    await post('password', { next: PASSWORD });
    for (const json of [{}, { password: 'wrong wrong wrong' }]) {
      expect((await post('second-factor', json)).status).toBe(422);
    }
    await switchOn({ password: PASSWORD });
    for (const json of [{}, { password: 'wrong wrong wrong' }]) {
      expect((await post('second-factor/off', json)).status).toBe(422);
    }
    expect((await post('second-factor/off', { password: PASSWORD })).status).toBe(200);
    expect((await byPassword()).status).toBe(200);
  });

  test('give a secret out once', async () => {
    await switchOn();
    expect(typeOf(await post('second-factor', {}))).toBe('/problems/factor-is-on');
  });

  test('are guessed five times a sign-in, then it is over', async () => {
    const { uri } = await switchOn();
    const first = await byLink();
    const right = await codeOf(uri);
    for (let i = 0; i < 5; i++) {
      expect(typeOf(await code(first, { kind: 'app', code: wrong(right) }))).toBe(
        '/problems/wrong-code',
      );
    }
    expect(typeOf(await code(first, { kind: 'app', code: right }))).toBe(
      '/problems/challenge-over',
    );
  });

  test('are guessed ten times a person, whatever the sign-ins, then nobody gets in', async () => {
    const { uri, recoveryCodes } = await switchOn();
    for (let round = 0; round < 3; round++) {
      const first = await byLink();
      for (let i = 0; i < 4; i++) {
        await code(first, { kind: i % 2 ? 'app' : 'recovery', code: wrong(await codeOf(uri)) });
      }
    }
    const first = await byLink();
    const late = await code(first, { kind: 'app', code: await codeOf(uri) });
    expect([late.status, typeOf(late)]).toEqual([429, '/problems/too-many-codes']);
    const recovery = await code(first, { kind: 'recovery', code: recoveryCodes[0] ?? '' });
    expect(recovery.status).toBe(429);
  });

  test('belong to the sign-in that asked, not to whoever brings one', async () => {
    const { uri } = await switchOn();
    const bob = await signInModerator(service, { name: 'Bob' });
    const right = await codeOf(uri);
    for (const headers of [{ origin: OWN }, bob.headers]) {
      const answer = await post('sign-in/code', { kind: 'app', code: right }, headers);
      expect(typeOf(answer)).toBe('/problems/challenge-over');
    }
  });

  test('are good once, for whatever sign-in, and an earlier one is none any more', async () => {
    const { uri } = await switchOn();
    const used = await codeOf(uri);
    const sign = async (given: string) => code(await byLink(), { kind: 'app', code: given });
    expect((await sign(used)).status).toBe(200);
    expect(typeOf(await sign(used))).toBe('/problems/wrong-code');
    expect(typeOf(await sign(await codeOf(uri, -1)))).toBe('/problems/wrong-code');
    expect((await sign(await codeOf(uri, 1))).status).toBe(200);
  });

  test('are good once also where two come in the same moment', async () => {
    const { uri } = await switchOn();
    const right = await codeOf(uri);
    const firsts = [await byLink(), await byLink(), await byLink()];
    const tried = await Promise.all(
      firsts.map((first) => code(first, { kind: 'app', code: right })),
    );
    expect(tried.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test('that switched them on do not sign in as well', async () => {
    const secret = parse(await post('second-factor', {}), { status: 200, schema: FactorSecret });
    const shown = await codeOf(secret.uri);
    expect((await post('second-factor/confirm', { code: shown })).status).toBe(200);
    expect(typeOf(await code(await byLink(), { kind: 'app', code: shown }))).toBe(
      '/problems/wrong-code',
    );
  });

  test('that were used before count as guesses', async () => {
    const { uri } = await switchOn();
    const used = await codeOf(uri);
    expect((await code(await byLink(), { kind: 'app', code: used })).status).toBe(200);
    const first = await byLink();
    for (let i = 0; i < 5; i++) await code(first, { kind: 'app', code: used });
    expect(typeOf(await code(first, { kind: 'app', code: await codeOf(uri, 1) }))).toBe(
      '/problems/challenge-over',
    );
  });

  test('are kept so that the database alone tells none', async () => {
    const { uri, recoveryCodes } = await switchOn();
    const { results } = await env.DB.prepare('SELECT * FROM second_factors').all();
    const stored = JSON.stringify(results);
    const secret = new URL(uri).searchParams.get('secret') ?? '';
    const plain = new TextDecoder().decode(base32.decode(secret));
    for (const text of [secret, plain, ...recoveryCodes]) expect(stored).not.toContain(text);
  });
});

describe('a recovery code', () => {
  test('stands for the app once', async () => {
    const { recoveryCodes } = await switchOn();
    expect(new Set(recoveryCodes).size).toBe(10);
    const [one = '', other = ''] = recoveryCodes;
    expect((await code(await byLink(), { kind: 'recovery', code: one })).status).toBe(200);
    expect((await code(await byLink(), { kind: 'recovery', code: one })).status).toBe(401);
    expect((await code(await byLink(), { kind: 'recovery', code: other })).status).toBe(200);
  });
});

describe('an admin', () => {
  test('switches a colleague’s codes off, which ends their sessions, and never their own', async () => {
    await switchOn();
    const chief = await signInModerator(service, { name: 'Chief', role: 'admin', sites: [] });
    const reset = async (name: string) => {
      const id = await env.DB.prepare('SELECT id FROM moderators WHERE name = ?')
        .bind(name)
        .first<string>('id');
      const path = `${DESK}/people/${id}/second-factor`;
      return service.send(path, { method: 'DELETE', headers: chief.headers });
    };
    const listed = await service.send(`${DESK}/people`, chief);
    expect(listed.text).toContain('"secondFactor":true');
    expect(typeOf(await reset('Chief'))).toBe('/problems/own-factor');
    expect((await reset('Ada')).status).toBe(200);
    expect((await service.refused(`${DESK}/queue`, ada)).code).toBe('signed-out');
    expect((await byLink()).status).toBe(200);
  });
});
