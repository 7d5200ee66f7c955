import { Hono } from 'hono';
import {
  type DeskSession,
  LinkSignIn,
  PasswordSignIn,
  SetPassword,
  type SignedInDevices,
} from '../contract/desk.ts';
import type { Result } from '../domain/result.ts';
import type { SignInError } from '../identity/desk-sessions.ts';
import { type AppContext, type AppEnv, originOf } from './app-env.ts';
import { ownSites } from './moderator.ts';
import { problem } from './problem.ts';
import { readJson } from './read-request.ts';
import { checkDesks } from './tell-desk.ts';

/** The doors of the desk, open to everybody. */
export const signIn = new Hono<AppEnv>();

signIn.post('/sign-in/password', async (c) => {
  const request = await readJson(c, PasswordSignIn);
  if (!request.ok) return request.error;
  const sessions = await c.var.deps.sessions(originOf(c));
  const headers = c.req.raw.headers;
  return answerSignIn(c, await sessions.byPassword({ headers, ...request.value }));
});

signIn.post('/sign-in/link', async (c) => {
  const request = await readJson(c, LinkSignIn);
  if (!request.ok) return request.error;
  const sessions = await c.var.deps.sessions(originOf(c));
  const headers = c.req.raw.headers;
  return answerSignIn(c, await sessions.byLink({ headers, ...request.value }));
});

signIn.post('/sign-out', async (c) => {
  const sessions = await c.var.deps.sessions(originOf(c));
  for (const cookie of await sessions.end(c.req.raw.headers)) setCookie(c, cookie);
  checkDesks(c);
  return c.json({ done: true });
});

/** What signed-in moderators do with their own account. */
export const account = new Hono<AppEnv>();

account.get('/session', async (c) => c.json(await presentSession(c, c.var.signedIn)));

account.post('/password', async (c) => {
  const request = await readJson(c, SetPassword);
  if (!request.ok) return request.error;
  const sessions = await c.var.deps.sessions(originOf(c));
  const { current, next } = request.value;
  if (await sessions.setPassword(c.req.raw.headers, { current, next })) {
    checkDesks(c);
    return c.json({ done: true });
  }
  const message = 'This is not your present password.';
  return problem(c, 'invalid-form', { errors: [{ field: 'current', code: 'invalid', message }] });
});

account.get('/sessions', async (c) => {
  const sessions = await c.var.deps.sessions(originOf(c));
  const devices = await sessions.list(c.req.raw.headers);
  const answer: SignedInDevices = {
    sessions: devices.map(({ createdAt, expiresAt, ...device }) => ({
      ...device,
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
    })),
  };
  return c.json(answer);
});

account.delete('/sessions/:id', async (c) => {
  const sessions = await c.var.deps.sessions(originOf(c));
  const revoked = await sessions.revoke(c.req.raw.headers, c.req.param('id'));
  if (revoked) checkDesks(c);
  return revoked ? c.json({ done: true }) : problem(c, 'unknown-session');
});

async function answerSignIn(
  c: AppContext,
  signedIn: Result<string[], SignInError>,
): Promise<Response> {
  if (!signedIn.ok) return problem(c, signedIn.error);
  for (const cookie of signedIn.value) setCookie(c, cookie);
  const sessions = await c.var.deps.sessions(originOf(c));
  const found = await sessions.find(withCookies(signedIn.value));
  return found === null ? problem(c, 'link-used') : c.json(await presentSession(c, found));
}

async function presentSession(
  c: AppContext,
  { moderator, hasPassword }: AppEnv['Variables']['signedIn'],
): Promise<DeskSession> {
  const { id, name, email, role } = moderator;
  const sites = ownSites(await c.var.deps.desk.listSites(), moderator);
  return {
    moderator: { id, name, email, role, hasPassword },
    sites: sites.map((site) => ({ key: site.key, name: site.name })),
    translateUrl: c.var.deps.translateUrl,
  };
}

function setCookie(c: AppContext, cookie: string): void {
  c.header('Set-Cookie', cookie, { append: true });
}

function withCookies(setCookies: string[]): Headers {
  const pairs = setCookies.map((cookie) => cookie.split(';')[0] ?? '');
  return new Headers({ cookie: pairs.join('; ') });
}
