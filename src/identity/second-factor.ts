import { fail, ok, type Result } from '../domain/result.ts';
import type { Auth } from './auth.ts';

export type CodeError = 'wrong-code' | 'challenge-over' | 'too-many-codes';
export type EnrolError = 'wrong-password' | 'already-on';

/** What an authenticator app is told, and the codes for the day when it is lost. */
export type Enrolment = { uri: string; recoveryCodes: string[] };

export type Code = { kind: 'app' | 'recovery'; code: string };

export type SecondFactor = {
  /** The headers that set the session's cookie; the cookie of the first factor came with `headers`. */
  signIn(headers: Headers, code: Code): Promise<Result<string[], CodeError>>;
  /** A secret that counts once a code of it was shown. `password` is needed by who has one. */
  enrol(headers: Headers, password: string | undefined): Promise<Result<Enrolment, EnrolError>>;
  /** Turns it on; the session gets a new cookie. */
  confirm(headers: Headers, code: string): Promise<Result<string[], CodeError>>;
  turnOff(headers: Headers, password: string | undefined): Promise<Result<string[], EnrolError>>;
};

export function makeSecondFactor(auth: Auth): SecondFactor {
  return {
    signIn: async (headers, { kind, code }) => {
      const request = {
        headers: onlyChallenge(headers),
        body: { code },
        asResponse: true as const,
      };
      const response = await (kind === 'app'
        ? auth.api.verifyTOTP(request)
        : auth.api.verifyBackupCode(request)
      ).catch(() => null);
      return cookiesOr(response, await codeErrorOf(response));
    },
    enrol: (headers, password) => enrol(auth, { headers, password }),
    confirm: async (headers, code) => {
      const response = await auth.api
        .verifyTOTP({ headers, body: { code }, asResponse: true })
        .catch(() => null);
      return cookiesOr(response, await codeErrorOf(response));
    },
    turnOff: async (headers, password) => {
      const body = password === undefined ? {} : { password };
      const response = await auth.api
        .disableTwoFactor({ headers, body, asResponse: true })
        .catch(() => null);
      return cookiesOr(response, 'wrong-password' as const);
    },
  };
}

async function enrol(
  auth: Auth,
  { headers, password }: { headers: Headers; password: string | undefined },
): Promise<Result<Enrolment, EnrolError>> {
  const body = { method: 'totp' as const, ...(password !== undefined && { password }) };
  const response = await auth.api
    .enableTwoFactor({ headers, body, asResponse: true })
    .catch(() => null);
  const answer: unknown = await response?.json();
  if (response?.ok !== true) {
    return fail(
      fieldOf(answer, 'code') === 'TOTP_ALREADY_ENABLED' ? 'already-on' : 'wrong-password',
    );
  }
  const codes = fieldOf(answer, 'backupCodes');
  const recoveryCodes = Array.isArray(codes) ? codes.map(String) : [];
  return ok({ uri: String(fieldOf(answer, 'totpURI')), recoveryCodes });
}

/**
 * Without any session: a code belongs to the sign-in that asked for it, whoever else this browser
 * may be.
 */
function onlyChallenge(headers: Headers): Headers {
  const copy = new Headers(headers);
  const cookies = (headers.get('cookie') ?? '').split(/;\s*/);
  copy.set('cookie', cookies.filter((cookie) => /two_factor=/.test(cookie)).join('; '));
  return copy;
}

async function codeErrorOf(response: Response | null): Promise<CodeError> {
  const code = String(fieldOf(await response?.clone().json(), 'code'));
  if (/LOCKED/.test(code)) return 'too-many-codes';
  return /INVALID_TWO_FACTOR_COOKIE|TOO_MANY_ATTEMPTS/.test(code) ? 'challenge-over' : 'wrong-code';
}

function cookiesOr<E>(response: Response | null, error: E): Result<string[], E> {
  return response?.ok === true ? ok(response.headers.getSetCookie()) : fail(error);
}

function fieldOf(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined;
}
