import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { Moderator } from '../domain/decision.ts';
import type { Passkey } from '../domain/passkey.ts';
import type { Challenges } from './passkey-challenge.ts';

export type PasskeyStore = {
  list(moderatorId: string): Promise<Passkey[]>;
  find(id: string): Promise<Passkey | null>;
  /** False where it is known already. */
  store(passkey: Passkey): Promise<boolean>;
  /** False where the device has counted further already: then it is a copy. */
  countUse(use: { id: string; counter: number; now: Date }): Promise<boolean>;
  rename(ask: { id: string; moderatorId: string; name: string }): Promise<boolean>;
  remove(ask: { id: string; moderatorId: string }): Promise<boolean>;
};

export type RegistrationResponse = Parameters<typeof verifyRegistrationResponse>[0]['response'];
export type AuthenticationResponse = Parameters<typeof verifyAuthenticationResponse>[0]['response'];

export type Passkeys = {
  optionsToAdd(moderator: Moderator): Promise<object>;
  /** null where what the browser made does not fit what it was asked. */
  add(
    moderator: Moderator,
    made: { name: string; response: RegistrationResponse },
  ): Promise<Passkey | null>;
  optionsToSignIn(): Promise<object>;
  /** The id of the moderator whose device this is; null for everybody else. */
  recognise(response: AuthenticationResponse): Promise<string | null>;
};

type Parts = { store: PasskeyStore; challenges: Challenges; origin: string; now: () => Date };

/**
 * WebAuthn by SimpleWebAuthn. A key is bound to the desk's host and always asks for the finger, the
 * face or the PIN, so it is two factors in one. Which device it is from is nobody's business.
 */
export function makePasskeys(parts: Parts): Passkeys {
  return {
    optionsToAdd: (moderator) => optionsToAdd(parts, moderator),
    add: (moderator, made) => add(parts, { ...made, moderator }).catch(refused),
    optionsToSignIn: async () =>
      generateAuthenticationOptions({
        rpID: hostOf(parts),
        challenge: await parts.challenges.make(SIGN_IN),
        userVerification: 'required',
      }),
    recognise: (response) => recognise(parts, response).catch(refused),
  };
}

const SIGN_IN = 'sign-in';

function hostOf({ origin }: Parts): string {
  return new URL(origin).hostname;
}

async function optionsToAdd(parts: Parts, moderator: Moderator): Promise<object> {
  const known = await parts.store.list(moderator.id);
  return generateRegistrationOptions({
    rpName: 'Belowline',
    rpID: hostOf(parts),
    userID: Uint8Array.from(new TextEncoder().encode(moderator.id)),
    userName: moderator.email,
    userDisplayName: moderator.name,
    challenge: await parts.challenges.make(moderator.id),
    attestationType: 'none',
    excludeCredentials: known.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

async function add(
  parts: Parts,
  made: { moderator: Moderator; name: string; response: RegistrationResponse },
): Promise<Passkey | null> {
  const { moderator, name, response } = made;
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response,
    expectedChallenge: (challenge) => parts.challenges.isOurs(challenge, moderator.id),
    expectedOrigin: parts.origin,
    expectedRPID: hostOf(parts),
    requireUserVerification: true,
  });
  if (!verified || !(await useUp(parts, response))) return null;
  const { id, publicKey, counter } = registrationInfo.credential;
  const passkey: Passkey = {
    id,
    moderatorId: moderator.id,
    name,
    publicKey: toBase64Url(publicKey),
    counter,
    transports: response.response.transports ?? [],
    createdAt: parts.now(),
    lastUsedAt: null,
  };
  return (await parts.store.store(passkey)) ? passkey : null;
}

async function recognise(parts: Parts, response: AuthenticationResponse): Promise<string | null> {
  const passkey = await parts.store.find(response.id);
  if (passkey === null) return null;
  const { id, publicKey, counter } = passkey;
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (challenge) => parts.challenges.isOurs(challenge, SIGN_IN),
    expectedOrigin: parts.origin,
    expectedRPID: hostOf(parts),
    credential: { id, publicKey: fromBase64Url(publicKey), counter },
    requireUserVerification: true,
  });
  if (!verified || !(await useUp(parts, response))) return null;
  const use = { id, counter: authenticationInfo.newCounter, now: parts.now() };
  return (await parts.store.countUse(use)) ? passkey.moderatorId : null;
}

/** After the signature, so that nobody can use up a challenge that is not theirs. */
async function useUp(
  { challenges }: Parts,
  { response }: { response: { clientDataJSON: string } },
): Promise<boolean> {
  const said = new TextDecoder().decode(fromBase64Url(response.clientDataJSON));
  const data: { challenge: string } = JSON.parse(said);
  return challenges.useUp(data.challenge);
}

/** What does not fit is thrown by the library, with reasons that only a forger could use. */
function refused(error: unknown): null {
  if (error instanceof Error && error.name === 'StoreUnavailable') throw error;
  return null;
}

function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}
