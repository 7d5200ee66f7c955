import type { DeskSession } from '../src/contract/desk-session.ts';
import type { Passkey } from '../src/contract/passkeys.ts';
import { type Answer, messageOf } from './api.ts';
import { accountApi } from './people-api.ts';

/** Whether this browser has passkeys, and reads and writes them as JSON. */
export function hasPasskeys(): boolean {
  return (
    typeof PublicKeyCredential === 'function' &&
    'parseRequestOptionsFromJSON' in PublicKeyCredential
  );
}

export type Tried<T> = { ok: true; value: T } | { ok: false; message: string };

/** Asks the device for a passkey of this desk and signs in with it. */
export async function signInByPasskey(): Promise<Tried<DeskSession>> {
  const asked = await accountApi.passkeySignInOptions();
  if (!asked.ok) return tried(asked);
  return withDevice(async () => {
    const options = { challenge: '', ...asked.value.options };
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
    const made = await navigator.credentials.get({ publicKey });
    return tried(await accountApi.signInByPasskey(toJson(made)));
  });
}

/** Makes a passkey on the device and keeps its public half under this name. */
export async function addPasskey(name: string): Promise<Tried<Passkey>> {
  const asked = await accountApi.passkeyOptions();
  if (!asked.ok) return tried(asked);
  return withDevice(async () => {
    const options = { ...NOTHING_ASKED, ...asked.value.options };
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
    const made = await navigator.credentials.create({ publicKey });
    return tried(await accountApi.addPasskey({ name, credential: toJson(made) }));
  });
}

/** The service's answer has all of these; the browser's types want to see them. */
const NOTHING_ASKED = {
  challenge: '',
  pubKeyCredParams: [],
  rp: { name: '' },
  user: { id: '', name: '', displayName: '' },
};

function toJson(made: Credential | null): unknown {
  return made instanceof PublicKeyCredential ? made.toJSON() : null;
}

function tried<T>(answer: Answer<T>): Tried<T> {
  return answer.ok ? answer : { ok: false, message: messageOf(answer) };
}

async function withDevice<T>(ask: () => Promise<Tried<T>>): Promise<Tried<T>> {
  try {
    return await ask();
  } catch (cause) {
    return { ok: false, message: reasonOf(cause) };
  }
}

function reasonOf(cause: unknown): string {
  const name = cause instanceof DOMException ? cause.name : '';
  if (name === 'InvalidStateError') return 'This device has a passkey for the desk already.';
  if (name === 'NotAllowedError') return 'The device gave no passkey: cancelled, or none is there.';
  return 'The device could not use a passkey here.';
}
