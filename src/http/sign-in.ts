import { Hono } from 'hono';
import { LinkSignIn, PasswordSignIn, SetPassword, type SignedInDevices } from '../contract/desk.ts';
import { PasskeySignIn } from '../contract/passkeys.ts';
import { AcceptInvitation } from '../contract/people.ts';
import { CodeSignIn } from '../contract/second-factor.ts';
import { acceptInvitation } from '../domain/invite.ts';
import { answerFirstFactor, answerSignedIn, presentSession, setCookies } from './answer-sign-in.ts';
import { type AppContext, type AppEnv, originOf } from './app-env.ts';
import { ownSessionOnly } from './desk-guard.ts';
import { problem } from './problem.ts';
import { readJson } from './read-request.ts';
import { checkDesks } from './tell-desk.ts';

/** The doors of the desk, open to everybody. */
export const signIn = new Hono<AppEnv>();

const sessionsOf = (c: AppContext) => c.var.deps.sessions(originOf(c));

signIn.post('/sign-in/password', async (c) => {
  const request = await readJson(c, PasswordSignIn);
  if (!request.ok) return request.error;
  const sessions = await sessionsOf(c);
  const headers = c.req.raw.headers;
  return answerFirstFactor(c, await sessions.byPassword({ headers, ...request.value }));
});

signIn.post('/sign-in/link', async (c) => {
  const request = await readJson(c, LinkSignIn);
  if (!request.ok) return request.error;
  const sessions = await sessionsOf(c);
  const headers = c.req.raw.headers;
  return answerFirstFactor(c, await sessions.byLink({ headers, ...request.value }));
});

signIn.post('/sign-in/code', async (c) => {
  const request = await readJson(c, CodeSignIn);
  if (!request.ok) return request.error;
  const { secondFactor } = await sessionsOf(c);
  const signedIn = await secondFactor.signIn(c.req.raw.headers, request.value);
  return signedIn.ok ? answerSignedIn(c, signedIn.value) : problem(c, signedIn.error);
});

signIn.post('/sign-in/passkey/options', async (c) => {
  const { passkeys } = await sessionsOf(c);
  return c.json({ options: await passkeys.optionsToSignIn() });
});

signIn.post('/sign-in/passkey', async (c) => {
  const request = await readJson(c, PasskeySignIn);
  if (!request.ok) return request.error;
  const sessions = await sessionsOf(c);
  const id = await sessions.passkeys.recognise(toAuthentication(request.value.credential));
  const cookies = id === null ? null : await sessions.byId(c.req.raw.headers, id);
  return cookies === null ? problem(c, 'passkey-refused') : answerSignedIn(c, cookies);
});

/** The button of the invitation's page: opening the page alone uses nothing up. */
signIn.post('/sign-in/invitation', async (c) => {
  const request = await readJson(c, AcceptInvitation);
  if (!request.ok) return request.error;
  const { deps } = c.var;
  const { token, name } = request.value;
  const sessions = await sessionsOf(c);
  const newcomer = sessions.newcomer(c.req.raw.headers, name);
  const joined = await acceptInvitation(deps.people, { token, now: deps.now(), newcomer });
  if (!joined.ok) return problem(c, joined.error);
  return answerSignedIn(c, await sessions.cookiesOf(newcomer.session));
});

signIn.post('/sign-out', async (c) => {
  const sessions = await sessionsOf(c);
  setCookies(c, await sessions.end(c.req.raw.headers));
  checkDesks(c);
  return c.json({ done: true });
});

/** What signed-in moderators do with their own account. */
export const account = new Hono<AppEnv>();

for (const path of ['/password', '/sessions', '/sessions/*']) account.use(path, ownSessionOnly);

account.get('/session', async (c) => c.json(await presentSession(c, c.var.signedIn)));

account.post('/password', async (c) => {
  const request = await readJson(c, SetPassword);
  if (!request.ok) return request.error;
  const sessions = await sessionsOf(c);
  const { current, next } = request.value;
  if (await sessions.setPassword(c.req.raw.headers, { current, next })) {
    checkDesks(c);
    return c.json({ done: true });
  }
  const message = 'This is not your present password.';
  return problem(c, 'invalid-form', { errors: [{ field: 'current', code: 'invalid', message }] });
});

account.get('/sessions', async (c) => c.json(await presentDevices(c)));

account.delete('/sessions', async (c) => {
  const { devices } = await sessionsOf(c);
  await devices.revokeOthers(c.req.raw.headers);
  checkDesks(c);
  return c.json(await presentDevices(c));
});

account.delete('/sessions/:id', async (c) => {
  const { devices } = await sessionsOf(c);
  const revoked = await devices.revoke(c.req.raw.headers, c.req.param('id'));
  if (revoked) checkDesks(c);
  return revoked ? c.json({ done: true }) : problem(c, 'unknown-session');
});

async function presentDevices(c: AppContext): Promise<SignedInDevices> {
  const { devices } = await sessionsOf(c);
  const all = await devices.list(c.req.raw.headers);
  return {
    sessions: all.map(({ createdAt, expiresAt, ...device }) => ({
      ...device,
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
    })),
  };
}

/** What the library's types want of a browser's answer; what is not said is left out. */
function toAuthentication({ response, ...given }: PasskeySignIn['credential']) {
  const { userHandle, ...rest } = response;
  return {
    id: given.id,
    rawId: given.rawId,
    type: given.type,
    clientExtensionResults: {},
    response: { ...rest, ...(userHandle && { userHandle }) },
  };
}
