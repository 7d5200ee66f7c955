import type { Config } from './config.ts';
import type { Env } from './deps.ts';
import type { Invitation, InviteDeps } from './domain/invite.ts';
import type { PeopleDeps, Person } from './domain/people.ts';
import type { DeskSessions, DeskSettings } from './identity/desk-sessions.ts';
import { makeNewId } from './identity/make-new-id.ts';
import { makeChallenges } from './identity/passkey-challenge.ts';
import type { PasskeyStore } from './identity/passkeys.ts';
import type { Seal } from './identity/seal.ts';
import { accessKeys } from './remote/access-keys.ts';
import { type Mail, sendMail } from './remote/mail.ts';
import type { Outside } from './remote/outside.ts';
import type { Database } from './store/database.ts';
import {
  findInvitation,
  findInvited,
  joinByInvitation,
  listInvitations,
  removeInvitation,
  storeInvitation,
} from './store/invitations.ts';
import {
  countPasskeyUse,
  findPasskey,
  listPasskeys,
  removePasskey,
  renamePasskey,
  storePasskey,
} from './store/passkeys.ts';
import {
  findPerson,
  findPersonByEmail,
  listPeople,
  resetFactors,
  storePerson,
} from './store/people.ts';
import { listSites } from './store/sites.ts';
import { takeChallenge } from './store/used-proofs.ts';

/** The desk's people and how they sign in, as a part of `Deps`. */
export type PeopleParts = {
  sessions(origin: string): Promise<DeskSessions>;
  people: PeopleDeps &
    InviteDeps & {
      listPeople(): Promise<Person[]>;
      resetFactors(id: string): Promise<void>;
      listInvitations(): Promise<Invitation[]>;
      removeInvitation(id: string): Promise<boolean>;
      /** False where it was not sent. */
      mail(mail: Mail): Promise<boolean>;
      sendsMail: boolean;
    };
};

type Given = { env: Env; config: Config; seal: Seal; outside: Outside };

export function makePeopleDeps(db: Database, given: Given): PeopleParts {
  const { env, config, seal } = given;
  const hashToken = (token: string) => seal.hash('invitation', token);
  return {
    sessions: openSessions(db, given),
    people: {
      hashToken,
      newId: makeNewId,
      newToken: async () => {
        const token = makeToken();
        return { token, hash: await hashToken(token) };
      },
      listSiteKeys: async () => (await listSites(db)).map(({ key }) => key),
      findPerson: (id) => findPerson(db, id),
      storePerson: (change) => storePerson(db, change),
      isModerator: async (email) => (await findPersonByEmail(db, email)) !== null,
      storeInvitation: (entry) => storeInvitation(db, entry),
      findInvitation: (id) => findInvitation(db, id),
      findInvited: (ask) => findInvited(db, ask),
      join: (joining) => joinByInvitation(db, joining),
      listPeople: () => listPeople(db),
      resetFactors: (id) => resetFactors(db, id),
      listInvitations: () => listInvitations(db),
      removeInvitation: (id) => removeInvitation(db, id),
      mail: (mail) => sendMail({ binding: env.MAIL, from: config.mailFrom }, mail),
      sendsMail: env.MAIL !== undefined && config.mailFrom !== null,
    },
  };
}

/** 256 random bits. */
function makeToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Loaded only when somebody comes to the desk: readers never pay for sign-in. Made once for an
 * origin, of which a deployment has one.
 */
function openSessions(db: Database, given: Given): PeopleParts['sessions'] {
  const { env, config, seal, outside } = given;
  const { now } = outside;
  const settings = {
    database: env.DB,
    secret: config.secret,
    now,
    passkeyStore: passkeyStore(db),
    challenges: makeChallenges({ seal, now, take: (taken) => takeChallenge(db, taken) }),
    readAccess: readAccess(given),
  };
  let made: { origin: string; sessions: DeskSessions } | undefined;
  return async (origin) => {
    if (made?.origin === origin) return made.sessions;
    const { makeDeskSessions } = await import('./identity/desk-sessions.ts');
    made = { origin, sessions: makeDeskSessions({ ...settings, origin }) };
    return made.sessions;
  };
}

function readAccess({ config, outside }: Given): DeskSettings['readAccess'] {
  const settings = config.access;
  if (settings === null) return null;
  const keys = accessKeys(outside, settings.team);
  return async (token) => {
    const { readAccessToken } = await import('./identity/access.ts');
    return readAccessToken(token, { settings, keys });
  };
}

function passkeyStore(db: Database): PasskeyStore {
  return {
    list: (moderatorId) => listPasskeys(db, moderatorId),
    find: (id) => findPasskey(db, id),
    store: (passkey) => storePasskey(db, passkey),
    countUse: (use) => countPasskeyUse(db, use),
    rename: (ask) => renamePasskey(db, ask),
    remove: (ask) => removePasskey(db, ask),
  };
}
