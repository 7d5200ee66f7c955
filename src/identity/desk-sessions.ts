import { generateRandomString } from 'better-auth/crypto';
import type { Moderator } from '../domain/decision.ts';
import type { Newcomer } from '../domain/invite.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { ACCESS_HEADER } from './access.ts';
import { type Auth, type AuthSettings, isDeactivated, makeAuth, SESSION_SECONDS } from './auth.ts';
import { type Devices, makeDevices } from './devices.ts';
import { toModerator } from './moderators.ts';
import { networkOf } from './network-address.ts';
import type { Challenges } from './passkey-challenge.ts';
import { makePasskeys, type PasskeyStore, type Passkeys } from './passkeys.ts';
import { makeSeal } from './seal.ts';
import { makeSecondFactor, type SecondFactor } from './second-factor.ts';

/** A signed-in moderator, and by what this request was recognised. */
export type SignedIn = {
  moderator: Moderator;
  /** Empty where Cloudflare Access vouches. */
  sessionId: string;
  hasPassword: boolean;
  secondFactor: boolean;
  by: 'session' | 'access';
};

export type SignInError = 'wrong-credentials' | 'link-used' | 'too-many-attempts';

/** The headers that set cookies: the session's, or the one that a code is asked for with. */
export type FirstFactor = { cookies: string[]; codeNeeded: boolean };

export type DeskSessions = {
  /** Who sent these headers; null when nobody is signed in. */
  find(headers: Headers): Promise<SignedIn | null>;
  /** Why Cloudflare Access's word does not count; null where it said nothing. */
  accessRefusal(headers: Headers): Promise<string | null>;
  byPassword(request: SignInRequest): Promise<Result<FirstFactor, SignInError>>;
  byLink(request: { headers: Headers; token: string }): Promise<Result<FirstFactor, SignInError>>;
  /** For who was recognised by a passkey. null for who is no longer here. */
  byId(headers: Headers, moderatorId: string): Promise<string[] | null>;
  /** Somebody new and their first session, to be stored with the end of their invitation. */
  newcomer(headers: Headers, name: string): Newcomer;
  /** The headers that set the cookie of a session that is stored already. */
  cookiesOf(session: Newcomer['session']): Promise<string[]>;
  /** The headers that clear the session's cookie. */
  end(headers: Headers): Promise<string[]>;
  devices: Devices;
  secondFactor: SecondFactor;
  passkeys: Passkeys;
  passkeyStore: PasskeyStore;
  /** Replaces the password and ends all other sessions; false when `current` is wrong. */
  setPassword(
    headers: Headers,
    ask: { current: string | undefined; next: string },
  ): Promise<boolean>;
};

export type SignInRequest = { headers: Headers; email: string; password: string };

export type DeskSettings = AuthSettings & {
  passkeyStore: PasskeyStore;
  challenges: Challenges;
  now: () => Date;
  /** The e-mail that an Access token vouches for; null where Access is not set up. */
  readAccess: ((token: string) => Promise<string | null>) | null;
};

export function makeDeskSessions(settings: DeskSettings): DeskSessions {
  const auth = makeAuth(settings);
  const { passkeyStore, challenges, origin, now } = settings;
  return {
    find: async (headers) =>
      (await findSession(auth, headers)) ?? (await findByAccess(auth, { settings, headers })),
    accessRefusal: (headers) => explainAccess(settings, headers),
    byPassword: (request) => signInByPassword(auth, { settings, request }),
    byLink: (request) => signInByLink(auth, request),
    byId: (headers, userId) => signInAs(auth, { headers, userId }),
    newcomer,
    cookiesOf: async ({ token }) => {
      const response = await auth.api.setCookieOf({ body: { token }, asResponse: true });
      return response.headers.getSetCookie();
    },
    end: async (headers) => {
      const response = await auth.api.signOut({ headers, asResponse: true });
      return response.headers.getSetCookie();
    },
    devices: makeDevices(auth),
    secondFactor: makeSecondFactor(auth),
    passkeys: makePasskeys({ store: passkeyStore, challenges, origin, now }),
    passkeyStore,
    setPassword: (headers, ask) => replacePassword(auth, { headers, ...ask }),
  };
}

function newcomer(headers: Headers, name: string): Newcomer {
  const random = () => generateRandomString(32, 'a-z', 'A-Z', '0-9');
  const at = new Date();
  const expiresAt = new Date(at.getTime() + SESSION_SECONDS * 1000);
  const userAgent = headers.get('user-agent');
  const session = { id: random(), token: random(), userAgent, expiresAt };
  return { id: random(), name, at, session };
}

/** How exactly it is kept when somebody was last here, in ms. */
const SEEN_MS = 5 * 60 * 1000;

async function findSession(auth: Auth, headers: Headers): Promise<SignedIn | null> {
  const found = await auth.api.getSession({ headers });
  if (found === null) return null;
  return present(auth, { user: found.user, sessionId: found.session.id, by: 'session' });
}

async function findByAccess(
  auth: Auth,
  { settings, headers }: { settings: DeskSettings; headers: Headers },
): Promise<SignedIn | null> {
  const email = await readAccess(settings, headers);
  if (email === null) return null;
  const { internalAdapter } = await auth.$context;
  const found = await internalAdapter.findUserByEmail(email);
  return found && present(auth, { user: found.user, sessionId: '', by: 'access' });
}

async function readAccess(settings: DeskSettings, headers: Headers): Promise<string | null> {
  const token = headers.get(ACCESS_HEADER);
  return token === null || settings.readAccess === null ? null : settings.readAccess(token);
}

async function explainAccess(settings: DeskSettings, headers: Headers): Promise<string | null> {
  if (settings.readAccess === null || headers.get(ACCESS_HEADER) === null) return null;
  const email = await readAccess(settings, headers);
  return email === null
    ? 'The token of Cloudflare Access is not valid for this desk.'
    : `${email} is not an active moderator. An admin of the desk can invite this address.`;
}

type User = Parameters<typeof toModerator>[0];

async function present(
  auth: Auth,
  { user, sessionId, by }: { user: User; sessionId: string; by: SignedIn['by'] },
): Promise<SignedIn | null> {
  if (isDeactivated(user)) return null;
  const { internalAdapter } = await auth.$context;
  const lastSeen = Date.parse(String(Reflect.get(user, 'lastSeenAt')));
  const [credential] = await Promise.all([
    internalAdapter.findCredentialAccount(user.id),
    !(Date.now() - lastSeen < SEEN_MS) &&
      internalAdapter.updateUser(user.id, { lastSeenAt: new Date().toISOString() }),
  ]);
  return {
    moderator: toModerator(user),
    sessionId,
    hasPassword: Boolean(credential?.password),
    secondFactor: Reflect.get(user, 'twoFactorEnabled') === true,
    by,
  };
}

/** Through better-auth's own handler, which counts attempts and slows down who guesses. */
async function signInByPassword(
  auth: Auth,
  { settings, request }: { settings: AuthSettings; request: SignInRequest },
): Promise<Result<FirstFactor, SignInError>> {
  const headers = new Headers({ 'content-type': 'application/json', origin: settings.origin });
  headers.set('user-agent', request.headers.get('user-agent') ?? '');
  headers.set('cf-connecting-ip', await disguise(request.headers, settings));
  const { email, password } = request;
  const response = await auth.handler(
    new Request(`${settings.origin}/api/v1/desk/auth/sign-in/email`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ email, password }),
    }),
  );
  if (response.status === 429) return fail('too-many-attempts');
  return (response.ok && readFirstFactor(response)) || fail('wrong-credentials');
}

/** A keyed hash in the shape of an address: attempts are counted by it, and it says nothing more. */
async function disguise(headers: Headers, { secret }: AuthSettings): Promise<string> {
  const network = networkOf(headers.get('cf-connecting-ip') ?? '');
  const hash = await makeSeal(secret).hash('address', network);
  return hash.match(/.{4}/g)?.join(':') ?? '';
}

/** A link's answer is a redirect when it fails, so the cookie is what tells success. */
async function signInByLink(
  auth: Auth,
  { headers, token }: { headers: Headers; token: string },
): Promise<Result<FirstFactor, SignInError>> {
  const response = await auth.api
    .magicLinkVerify({ query: { token }, headers: withoutCookie(headers), asResponse: true })
    .catch(() => null);
  return (response && readFirstFactor(response)) ?? fail('link-used');
}

/** null where the answer sets no cookie that is worth something. */
function readFirstFactor(response: Response): Result<FirstFactor, never> | null {
  const cookies = response.headers.getSetCookie();
  if (cookies.some((cookie) => /two_factor=[^;]/.test(cookie))) {
    return ok({ cookies, codeNeeded: true });
  }
  const signedIn = cookies.some((cookie) => /session_token=[^;]/.test(cookie));
  return signedIn ? ok({ cookies, codeNeeded: false }) : null;
}

async function signInAs(
  auth: Auth,
  { headers, userId }: { headers: Headers; userId: string },
): Promise<string[] | null> {
  const response = await auth.api
    .signInAs({ body: { userId }, headers: withoutCookie(headers), asResponse: true })
    .catch(() => null);
  const cookies = response?.headers.getSetCookie() ?? [];
  return cookies.some((cookie) => /session_token=[^;]/.test(cookie)) ? cookies : null;
}

async function replacePassword(
  auth: Auth,
  ask: { headers: Headers; current: string | undefined; next: string },
): Promise<boolean> {
  const { headers, current, next } = ask;
  const session = await auth.api.getSession({ headers });
  if (session === null) return false;
  const { internalAdapter, password } = await auth.$context;
  const { user } = session;
  const credential = await internalAdapter.findCredentialAccount(user.id);
  if (credential?.password) {
    const { password: hash } = credential;
    if (!(await password.verify({ hash, password: current ?? '' }))) return false;
    await internalAdapter.updatePassword(user.id, await password.hash(next));
  } else {
    await auth.api.setPassword({ headers, body: { newPassword: next } });
  }
  await auth.api.revokeOtherSessions({ headers });
  return true;
}

/** A link signs in whoever holds it, whoever this browser was before. */
function withoutCookie(headers: Headers): Headers {
  const copy = new Headers(headers);
  copy.delete('cookie');
  return copy;
}
