import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import { DeskSession } from '../../src/contract/desk-session.ts';
import { Invitations, Invited, People } from '../../src/contract/people.ts';
import { createSignInToken } from '../../src/identity/moderators.ts';
import { OWN, parse, putSite, type Service, signInModerator, startService } from './client.ts';
import { deleteAll } from './delete-all.ts';

const DESK = '/api/v1/desk';
const DAY = 24 * 60 * 60 * 1000;
const ADMIN = { admin: true, sites: [] };
type Rights = { admin: boolean; sites: { key: string; role: 'moderator' | 'editor' }[] };
const on = (...sites: [string, 'moderator' | 'editor'][]): Rights => ({
  admin: false,
  sites: sites.map(([key, role]) => ({ key, role })),
});

let service: Service;
let chief: Awaited<ReturnType<typeof signInModerator>>;
let ada: Awaited<ReturnType<typeof signInModerator>>;

beforeEach(async () => {
  await deleteAll(env.DB);
  await putSite({ mode: 'pre' });
  await putSite({ key: 'post', name: 'The Post', mode: 'pre' });
  service = startService();
  chief = await signInModerator(service, { name: 'Chief', role: 'admin', sites: [] });
  ada = await signInModerator(service, { name: 'Ada' });
});

async function listPeople() {
  const answer = await service.send(`${DESK}/people`, chief);
  return parse(answer, { status: 200, schema: People }).people;
}

async function idOf(name: string): Promise<string> {
  const found = (await listPeople()).find((person) => person.name === name);
  if (found === undefined) throw new Error(`${name} is not there`);
  return found.id;
}

const change = async (name: string, json: object, headers = chief.headers) =>
  service.send(`${DESK}/people/${await idOf(name)}`, { method: 'PATCH', json, headers });

async function invite(email: string, rights: Rights = on(['planet', 'moderator'])) {
  const answer = await service.send(`${DESK}/invitations`, {
    json: { email, rights },
    headers: chief.headers,
  });
  return parse(answer, { status: 201, schema: Invited });
}

const tokenIn = (link: string | null) => new URL(link ?? '').searchParams.get('invitation') ?? '';

const accept = (token: string, name = 'Grace', headers: Record<string, string> = {}) =>
  service.send(`${DESK}/sign-in/invitation`, {
    json: { token, name },
    headers: { origin: OWN, ...headers },
  });

const cookieOf = (answer: Awaited<ReturnType<typeof accept>>) =>
  answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');

/** A database that fails, once it is told to, at whatever writes to this table. */
function failingAt(table: string) {
  const state = { isBroken: false };
  const writes = new RegExp(`(?:insert into|delete from) "?${table}"?`, 'i');
  const prepare = (text: string) => {
    // No such table: the statement fails where it is run, among those that are run with it.
    const isFailing = state.isBroken && writes.test(text);
    return env.DB.prepare(isFailing ? text.replace(table, 'nowhere') : text);
  };
  const batch = async <Row>(statements: D1PreparedStatement[]): Promise<D1Result<Row>[]> => {
    try {
      return await env.DB.batch<Row>(statements);
    } catch (error) {
      if (!/nowhere/.test(String(error))) throw error;
      throw new Error('D1_ERROR: Network connection lost.');
    }
  };
  const DB = new Proxy(env.DB, {
    get: (target, name) => {
      if (name === 'prepare') return prepare;
      if (name === 'batch') return batch;
      const member: unknown = Reflect.get(target, name);
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
  return { state, bindings: { ...env, DB } };
}

describe('people', () => {
  test('are listed with what they may do and when they were last here', async () => {
    const people = await listPeople();
    expect(people.map(({ name, rights, active }) => ({ name, rights, active }))).toEqual([
      { name: 'Ada', rights: on(['planet', 'moderator']), active: true },
      { name: 'Chief', rights: ADMIN, active: true },
    ]);
    for (const person of people) {
      expect(person).toMatchObject({ secondFactor: false, passkeys: 0 });
      expect(Date.now() - Date.parse(person.lastSeenAt ?? '')).toBeLessThan(60_000);
    }
  });

  test('are something else on each site', async () => {
    await change('Ada', { rights: on(['planet', 'editor'], ['post', 'moderator']) });
    const answer = await service.send(`${DESK}/session`, ada);
    expect(parse(answer, { status: 200, schema: DeskSession })).toMatchObject({
      moderator: { role: 'editor' },
      sites: [
        { key: 'planet', role: 'editor' },
        { key: 'post', role: 'moderator' },
      ],
    });
    const tryRules = async (site: string) =>
      (
        await service.send(`${DESK}/sites/${site}/dry-run`, {
          json: { maxLinks: 0 },
          headers: ada.headers,
        })
      ).status;
    expect([await tryRules('planet'), await tryRules('post')]).toEqual([200, 403]);
  });

  test('lose a site in the sessions that they have', async () => {
    await change('Ada', { rights: on(['post', 'moderator']) });
    const { code } = await service.refused(`${DESK}/queue?site=planet`, ada);
    expect(code).toBe('unknown-site');
    expect((await service.send(`${DESK}/queue?site=post`, ada)).status).toBe(200);
  });

  test('are signed out everywhere when they are shut out, and stay out with what they hold', async () => {
    const settings = { database: env.DB, secret: env.SECRET, origin: OWN };
    const link = await createSignInToken(settings, ada.email);
    if (!link.ok) throw new Error(link.error);
    const password = 'correct horse battery';
    await service.send(`${DESK}/password`, { json: { next: password }, headers: ada.headers });
    expect((await change('Ada', { active: false })).status).toBe(200);
    expect((await service.refused(`${DESK}/queue`, ada)).code).toBe('signed-out');
    const door = async (path: string, json: object) =>
      (await service.send(`${DESK}/sign-in/${path}`, { json, headers: { origin: OWN } })).status;
    expect(await door('link', { token: link.value })).toBe(401);
    expect(await door('password', { email: ada.email, password })).toBe(401);
    // Or it would count from the day on which they are let in again.
    const sessions = await env.DB.prepare(
      'SELECT COUNT(*) AS n FROM sessions s JOIN moderators m ON m.id = s.userId WHERE m.email = ?',
    )
      .bind(ada.email)
      .first('n');
    expect(sessions).toBe(0);
    await change('Ada', { active: true });
    expect((await service.refused(`${DESK}/queue`, ada)).code).toBe('signed-out');
    expect(await door('password', { email: ada.email, password })).toBe(200);
  });

  test('keep an admin: the last one can neither step down nor be shut out', async () => {
    for (const json of [{ active: false }, { rights: on(['planet', 'editor']) }]) {
      const refused = await change('Chief', json);
      expect([refused.status, JSON.parse(refused.text).type]).toEqual([
        409,
        '/problems/last-admin',
      ]);
    }
    await change('Ada', { rights: ADMIN });
    expect((await change('Chief', { rights: on(['planet', 'editor']) })).status).toBe(200);
    expect((await service.refused(`${DESK}/people`, chief)).code).toBe('not-an-admin');
  });

  test('keep an admin also where two remove each other at the same moment', async () => {
    await change('Ada', { rights: ADMIN });
    const [idOfChief, idOfAda] = [await idOf('Chief'), await idOf('Ada')];
    const shutOut = (id: string, headers: Record<string, string>) =>
      service.send(`${DESK}/people/${id}`, { method: 'PATCH', json: { active: false }, headers });
    const answers = await Promise.all([
      shutOut(idOfAda, chief.headers),
      shutOut(idOfChief, ada.headers),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const left = await env.DB.prepare(
      `SELECT COUNT(*) AS n FROM moderators WHERE role = 'admin' AND deactivatedAt IS NULL`,
    ).first('n');
    expect(left).toBe(1);
  });

  test('stay shut out when somebody else changes their rights at the same moment', async () => {
    const [rights, out] = await Promise.all([
      change('Ada', { rights: on(['post', 'editor']) }),
      change('Ada', { active: false }),
    ]);
    expect([rights.status, out.status]).toEqual([200, 200]);
    const person = (await listPeople()).find(({ name }) => name === 'Ada');
    expect(person).toMatchObject({ active: false, rights: on(['post', 'editor']) });
  });

  test('get no rights that make no sense, and the answer says which', async () => {
    for (const [rights, words] of [
      [on(), 'at least one site'],
      [on(['nowhere', 'editor']), 'no site nowhere'],
      [{ admin: true, sites: on(['planet', 'editor']).sites }, 'every site'],
    ] as const) {
      const { status, text } = await change('Ada', { rights });
      expect([status, text]).toEqual([422, expect.stringContaining(words)]);
    }
    const twice = await change('Ada', {
      rights: on(['planet', 'editor'], ['planet', 'moderator']),
    });
    expect(twice.status).toBe(422);
    expect((await change('Ada', {})).status).toBe(422);
  });

  test('of before this release keep what they had', async () => {
    const { toModerator } = await import('../../src/identity/moderators.ts');
    const row = { id: 'x', name: 'X', email: 'x@paper.example', role: 'moderator' };
    expect(toModerator({ ...row, sites: '["planet"]', editorOf: '[]' })).toMatchObject({
      sites: ['planet'],
      editorOf: [],
    });
  });
});

describe('an invitation', () => {
  test('brings somebody in with what they were invited to, once', async () => {
    const { link, mailed, invitation } = await invite(
      'Grace@Paper.example',
      on(['post', 'editor']),
    );
    expect([mailed, invitation.email]).toEqual([false, 'grace@paper.example']);
    const token = tokenIn(link);
    // Fetching the link, as mail scanners do, uses nothing up.
    await service.send(`/desk/sign-in?invitation=${token}`);
    const joined = await accept(token);
    const session = parse(joined, { status: 200, schema: DeskSession });
    expect(session).toMatchObject({
      moderator: { name: 'Grace', email: 'grace@paper.example', role: 'editor' },
      sites: [{ key: 'post', role: 'editor' }],
    });
    expect(
      (await service.send(`${DESK}/queue`, { headers: { cookie: cookieOf(joined) } })).status,
    ).toBe(200);
    expect((await accept(token)).status).toBe(401);
    const { results } = await env.DB.prepare('SELECT * FROM invitations').all();
    expect(results).toEqual([]);
  });

  test('taken up twice at the same moment brings in one person', async () => {
    const token = tokenIn((await invite('grace@paper.example')).link);
    const answers = await Promise.all([accept(token), accept(token), accept(token)]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await listPeople()).filter(({ name }) => name === 'Grace')).toHaveLength(1);
  });

  test.each(['moderators', 'sessions', 'invitations'])(
    'is good again where the database fails at the %s',
    async (table) => {
      const token = tokenIn((await invite('grace@paper.example')).link);
      const { state, bindings } = failingAt(table);
      const failing = startService(bindings);
      const request = { json: { token, name: 'Grace' }, headers: { origin: OWN } };
      state.isBroken = true;
      const answer = await failing.send(`${DESK}/sign-in/invitation`, request);
      expect(answer.status).toBe(503);
      expect(answer.headers.getSetCookie()).toEqual([]);
      expect((await listPeople()).map(({ name }) => name)).not.toContain('Grace');
      state.isBroken = false;
      const joined = await failing.send(`${DESK}/sign-in/invitation`, request);
      expect(parse(joined, { status: 200, schema: DeskSession }).moderator.name).toBe('Grace');
      expect((await accept(token)).status).toBe(401);
    },
  );

  test('is only kept hashed', async () => {
    const token = tokenIn((await invite('grace@paper.example')).link);
    const { results } = await env.DB.prepare('SELECT * FROM invitations').all();
    expect(results).toHaveLength(1);
    expect(JSON.stringify(results)).not.toContain(token);
  });

  test('is good for seven days, and no longer', async () => {
    const token = tokenIn((await invite('grace@paper.example')).link);
    service.pass(7 * DAY);
    expect((await accept(token)).status).toBe(401);
    const answer = await service.send(`${DESK}/invitations`, chief);
    const { invitations } = parse(answer, { status: 200, schema: Invitations });
    expect(invitations).toMatchObject([{ email: 'grace@paper.example', expired: true }]);
  });

  test('sent again or made again has one link that works: the last', async () => {
    const first = await invite('grace@paper.example');
    const path = `${DESK}/invitations/${first.invitation.id}/resend`;
    service.pass(6 * DAY);
    const again = await service.send(path, { method: 'POST', headers: chief.headers });
    const second = parse(again, { status: 200, schema: Invited });
    const third = await invite('grace@paper.example', on(['post', 'moderator']));
    expect((await accept(tokenIn(first.link))).status).toBe(401);
    expect((await accept(tokenIn(second.link))).status).toBe(401);
    service.pass(6 * DAY);
    const joined = await accept(tokenIn(third.link));
    expect(parse(joined, { status: 200, schema: DeskSession }).sites).toMatchObject([
      { key: 'post' },
    ]);
  });

  test('that was revoked is worth nothing', async () => {
    const { link, invitation } = await invite('grace@paper.example');
    const path = `${DESK}/invitations/${invitation.id}`;
    await service.send(path, { method: 'DELETE', headers: chief.headers });
    expect((await accept(tokenIn(link))).status).toBe(401);
  });

  test('of an admin who is one no longer is worth nothing', async () => {
    await change('Ada', { rights: ADMIN });
    const { link } = await invite('grace@paper.example');
    await service.send(`${DESK}/people/${await idOf('Chief')}`, {
      method: 'PATCH',
      json: { active: false },
      headers: ada.headers,
    });
    expect((await accept(tokenIn(link))).status).toBe(401);
  });

  test('of an admin who was removed by the command line is worth nothing', async () => {
    const { link } = await invite('late@paper.example', ADMIN);
    await env.DB.prepare("DELETE FROM moderators WHERE name = 'Chief'").run();
    expect((await accept(tokenIn(link))).status).toBe(401);
  });

  test('makes nobody of who is here already', async () => {
    const answer = await service.refused(`${DESK}/invitations`, {
      json: { email: 'ADA@paper.example', rights: ADMIN },
      headers: chief.headers,
    });
    expect(answer.code).toBe('already-moderator');
  });

  test('signs in whom it was for, whoever this browser was, with a session of its own', async () => {
    const token = tokenIn((await invite('grace@paper.example')).link);
    const joined = await accept(token, 'Grace', { cookie: ada.headers.cookie });
    expect(cookieOf(joined)).not.toContain(ada.headers.cookie);
    const session = await service.send(`${DESK}/session`, {
      headers: { cookie: cookieOf(joined) },
    });
    expect(JSON.parse(session.text).moderator.name).toBe('Grace');
    expect((await service.send(`${DESK}/session`, ada)).status).toBe(200);
  });

  test('goes by mail where there is some, and the link is then told to nobody else', async () => {
    const sent: { to: string; from: string; subject: string; text: string }[] = [];
    const MAIL = { send: async (mail: (typeof sent)[number]) => void sent.push(mail) };
    service = startService({ ...env, MAIL, MAIL_FROM: 'desk@paper.example' });
    const { link, mailed } = await invite('grace@paper.example');
    expect([link, mailed]).toEqual([null, true]);
    expect(sent).toMatchObject([{ to: 'grace@paper.example', from: 'desk@paper.example' }]);
    const found = /https:\S+/.exec(sent[0]?.text ?? '')?.[0] ?? '';
    expect(new URL(found).origin).toBe(OWN);
    expect((await accept(tokenIn(found))).status).toBe(200);
  });

  test('whose mail was not taken is handed over as a link', async () => {
    const MAIL = { send: () => Promise.reject(new Error('no such destination')) };
    service = startService({ ...env, MAIL, MAIL_FROM: 'desk@paper.example' });
    const { link, mailed } = await invite('grace@paper.example');
    expect(mailed).toBe(false);
    expect((await accept(tokenIn(link))).status).toBe(200);
  });
});

describe('sessions', () => {
  async function signInAgain(): Promise<{ headers: Record<string, string> }> {
    const settings = { database: env.DB, secret: env.SECRET, origin: OWN };
    const token = await createSignInToken(settings, ada.email);
    if (!token.ok) throw new Error(token.error);
    const answer = await service.send(`${DESK}/sign-in/link`, {
      json: { token: token.value },
      headers: { origin: OWN, 'user-agent': 'Firefox' },
    });
    return { headers: { origin: OWN, cookie: cookieOf(answer) } };
  }

  test('end everywhere else at once, but not here', async () => {
    const [phone, tablet] = [await signInAgain(), await signInAgain()];
    const answer = await service.send(`${DESK}/sessions`, {
      method: 'DELETE',
      headers: phone.headers,
    });
    expect(JSON.parse(answer.text).sessions).toMatchObject([
      { current: true, userAgent: 'Firefox' },
    ]);
    expect((await service.send(`${DESK}/queue`, phone)).status).toBe(200);
    for (const other of [tablet, ada]) {
      expect((await service.refused(`${DESK}/queue`, other)).code).toBe('signed-out');
    }
    expect((await service.send(`${DESK}/queue`, chief)).status).toBe(200);
  });

  test('are never the ones that a browser brought along', async () => {
    const planted = '__Secure-belowline.session_token=planted.signature';
    const settings = { database: env.DB, secret: env.SECRET, origin: OWN };
    const token = await createSignInToken(settings, ada.email);
    if (!token.ok) throw new Error(token.error);
    const answer = await service.send(`${DESK}/sign-in/link`, {
      json: { token: token.value },
      headers: { origin: OWN, cookie: planted },
    });
    expect(cookieOf(answer)).not.toContain('planted');
    const with_ = { headers: { cookie: planted } };
    expect((await service.refused(`${DESK}/session`, with_)).code).toBe('signed-out');
  });
});

describe('a stranger', () => {
  const from = { origin: OWN, 'cf-connecting-ip': '198.51.100.7' };

  test('cannot learn from the answers who is of the desk', async () => {
    const ask = async (email: string) => {
      const json = { email, password: 'wrong wrong wrong' };
      const { status, text } = await service.send(`${DESK}/sign-in/password`, {
        json,
        headers: from,
      });
      return [status, text];
    };
    expect(await ask(ada.email)).toEqual(await ask('nobody@paper.example'));
  });

  test('is sent nowhere by a sign-in, whatever the request asks for', async () => {
    for (const path of ['link', 'password', 'invitation', 'code']) {
      const json = { token: 'x', callbackURL: 'https://evil.example' };
      const answer = await service.send(
        `${DESK}/sign-in/${path}?callbackURL=https://evil.example&redirect=//evil.example`,
        { json, headers: from },
      );
      expect([path, answer.status, answer.headers.get('location')]).toEqual([path, 422, null]);
    }
  });

  test('reaches none of the sign-in library’s own addresses', async () => {
    for (const path of [
      'sign-in/magic-link',
      'sign-up/email',
      'two-factor/disable',
      'get-session',
    ]) {
      const answer = await service.send(`${DESK}/auth/${path}`, { json: {}, headers: from });
      expect([path, answer.status]).toEqual([path, 401]);
    }
  });
});
