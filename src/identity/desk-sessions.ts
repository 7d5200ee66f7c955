import type { Moderator } from '../domain/decision.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { type Auth, type AuthSettings, makeAuth } from './auth.ts';
import { toModerator } from './moderators.ts';
import { networkOf } from './network-address.ts';
import { makeSeal } from './seal.ts';

/** A signed-in moderator, and which of their sessions this request came with. */
export type SignedIn = { moderator: Moderator; sessionId: string; hasPassword: boolean };

export type SignInError = 'wrong-credentials' | 'link-used' | 'too-many-attempts';

export type Device = {
  id: string;
  createdAt: Date;
  expiresAt: Date;
  userAgent: string | null;
  current: boolean;
};

export type DeskSessions = {
  /** Who sent these headers; null when nobody is signed in. */
  find(headers: Headers): Promise<SignedIn | null>;
  /** The headers that set the session's cookie. */
  byPassword(request: SignInRequest): Promise<Result<string[], SignInError>>;
  byLink(request: { headers: Headers; token: string }): Promise<Result<string[], SignInError>>;
  /** The headers that clear the session's cookie. */
  end(headers: Headers): Promise<string[]>;
  list(headers: Headers): Promise<Device[]>;
  /** False when there is no such session of this moderator. */
  revoke(headers: Headers, sessionId: string): Promise<boolean>;
  /** Replaces the password and ends all other sessions; false when `current` is wrong. */
  setPassword(
    headers: Headers,
    ask: { current: string | undefined; next: string },
  ): Promise<boolean>;
};

export type SignInRequest = { headers: Headers; email: string; password: string };

export function makeDeskSessions(settings: AuthSettings): DeskSessions {
  const auth = makeAuth(settings);
  return {
    find: (headers) => findSession(auth, headers),
    byPassword: (request) => signInByPassword(auth, { settings, request }),
    byLink: (request) => signInByLink(auth, request),
    end: async (headers) => {
      const response = await auth.api.signOut({ headers, asResponse: true });
      return response.headers.getSetCookie();
    },
    list: (headers) => listDevices(auth, headers),
    revoke: (headers, sessionId) => revokeDevice(auth, { headers, sessionId }),
    setPassword: (headers, ask) => replacePassword(auth, { headers, ...ask }),
  };
}

async function findSession(auth: Auth, headers: Headers): Promise<SignedIn | null> {
  const found = await auth.api.getSession({ headers });
  if (found === null) return null;
  const { internalAdapter } = await auth.$context;
  const credential = await internalAdapter.findCredentialAccount(found.user.id);
  return {
    moderator: toModerator(found.user),
    sessionId: found.session.id,
    hasPassword: Boolean(credential?.password),
  };
}

/** Through better-auth's own handler, which counts attempts and slows down who guesses. */
async function signInByPassword(
  auth: Auth,
  { settings, request }: { settings: AuthSettings; request: SignInRequest },
): Promise<Result<string[], SignInError>> {
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
  return response.ok ? ok(response.headers.getSetCookie()) : fail('wrong-credentials');
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
): Promise<Result<string[], SignInError>> {
  const response = await auth.api
    .magicLinkVerify({ query: { token }, headers: withoutCookie(headers), asResponse: true })
    .catch(() => null);
  const cookies = response?.headers.getSetCookie() ?? [];
  const signedIn = cookies.some((cookie) => /session_token=[^;]+/.test(cookie));
  return signedIn ? ok(cookies) : fail('link-used');
}

async function listDevices(auth: Auth, headers: Headers): Promise<Device[]> {
  const current = await auth.api.getSession({ headers });
  if (current === null) return [];
  const sessions = await auth.api.listSessions({ headers });
  return sessions.map((session) => ({
    id: session.id,
    createdAt: session.createdAt,
    expiresAt: session.expiresAt,
    userAgent: session.userAgent ?? null,
    current: session.id === current.session.id,
  }));
}

async function revokeDevice(
  auth: Auth,
  { headers, sessionId }: { headers: Headers; sessionId: string },
): Promise<boolean> {
  const sessions = await auth.api.listSessions({ headers });
  const session = sessions.find(({ id }) => id === sessionId);
  if (session === undefined) return false;
  await auth.api.revokeSession({ headers, body: { token: session.token } });
  return true;
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
