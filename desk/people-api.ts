import type { SignedInDevices } from '../src/contract/desk.ts';
import type { DeskSession } from '../src/contract/desk-session.ts';
import type { Passkey, Passkeys } from '../src/contract/passkeys.ts';
import type {
  Invitations,
  Invite,
  Invited,
  People,
  Person,
  Rights,
} from '../src/contract/people.ts';
import type { CodeSignIn, FactorSecret } from '../src/contract/second-factor.ts';
import { call } from './api.ts';

const one = (id: string) => encodeURIComponent(id);

/** The calls of the screens about people, and about what they sign in with. */
export const peopleApi = {
  people: () => call<People>('GET', '/people'),
  change: (id: string, given: { rights?: Rights; active?: boolean }) =>
    call<Person>('PATCH', `/people/${one(id)}`, given),
  resetFactor: (id: string) => call<unknown>('DELETE', `/people/${one(id)}/second-factor`),
  invitations: () => call<Invitations>('GET', '/invitations'),
  invite: (given: Invite) => call<Invited>('POST', '/invitations', given),
  inviteAgain: (id: string) => call<Invited>('POST', `/invitations/${one(id)}/resend`, {}),
  revokeInvitation: (id: string) => call<unknown>('DELETE', `/invitations/${one(id)}`),
};

/** What somebody does about their own account, and at the door. */
export const accountApi = {
  join: (given: { token: string; name: string }) =>
    call<DeskSession>('POST', '/sign-in/invitation', given),
  code: (given: CodeSignIn) => call<DeskSession>('POST', '/sign-in/code', given),
  passkeySignInOptions: () => call<{ options: object }>('POST', '/sign-in/passkey/options', {}),
  signInByPasskey: (credential: unknown) =>
    call<DeskSession>('POST', '/sign-in/passkey', { credential }),
  endOthers: () => call<SignedInDevices>('DELETE', '/sessions'),
  askFactor: (given: { password?: string }) => call<FactorSecret>('POST', '/second-factor', given),
  confirmFactor: (code: string) => call<DeskSession>('POST', '/second-factor/confirm', { code }),
  factorOff: (given: { password?: string }) =>
    call<DeskSession>('POST', '/second-factor/off', given),
  passkeys: () => call<Passkeys>('GET', '/passkeys'),
  passkeyOptions: () => call<{ options: object }>('POST', '/passkeys/options', {}),
  addPasskey: (given: { name: string; credential: unknown }) =>
    call<Passkey>('POST', '/passkeys', given),
  renamePasskey: (id: string, name: string) =>
    call<unknown>('PATCH', `/passkeys/${one(id)}`, { name }),
  removePasskey: (id: string) => call<unknown>('DELETE', `/passkeys/${one(id)}`),
};
