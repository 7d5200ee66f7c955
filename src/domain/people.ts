import type { Moderator, Role } from './decision.ts';
import { fail, ok, type Result } from './result.ts';

/** What a person may do: everything, or something on each of some sites. */
export type Rights = { admin: boolean; sites: SiteRole[] };
export type SiteRole = { key: string; role: 'moderator' | 'editor' };

/** Somebody of the desk, as admins see them. */
export type Person = {
  id: string;
  name: string;
  email: string;
  rights: Rights;
  active: boolean;
  createdAt: Date;
  /** To a few minutes; null for who never came. */
  lastSeenAt: Date | null;
  secondFactor: boolean;
  passkeys: number;
};

export type RightsError =
  | { kind: 'no-sites' }
  | { kind: 'sites-of-admin' }
  | { kind: 'unknown-sites'; keys: string[] };
export type ChangeError = RightsError | { kind: 'unknown-person' } | { kind: 'last-admin' };

export type PeopleDeps = {
  listSiteKeys(): Promise<string[]>;
  findPerson(id: string): Promise<Person | null>;
  /**
   * Ends all sessions of who is no longer active. `last-admin` where nobody would be left who
   * manages people: decided by the database, so that two admins cannot remove each other at once.
   */
  storePerson(change: PersonChange): Promise<'done' | 'last-admin'>;
};

/** null leaves it as it is. */
export type PersonChange = {
  id: string;
  rights: Rights | null;
  active: boolean | null;
  now: Date;
};

/** Other rights, or out of the desk and back in. */
export async function changePerson(
  deps: PeopleDeps,
  ask: { id: string; rights?: Rights | undefined; active?: boolean | undefined; now: Date },
): Promise<Result<Person, ChangeError>> {
  const person = await deps.findPerson(ask.id);
  if (person === null) return fail({ kind: 'unknown-person' });
  const wrong = ask.rights === undefined ? null : await findWrong(deps, ask.rights);
  if (wrong !== null) return fail(wrong);
  const { id, rights = null, active = null, now } = ask;
  const stored = await deps.storePerson({ id, rights, active, now });
  if (stored !== 'done') return fail({ kind: stored });
  return ok((await deps.findPerson(id)) ?? person);
}

/** null where these rights can be given. */
export async function findWrong(
  deps: Pick<PeopleDeps, 'listSiteKeys'>,
  rights: Rights,
): Promise<RightsError | null> {
  if (rights.admin) return rights.sites.length === 0 ? null : { kind: 'sites-of-admin' };
  if (rights.sites.length === 0) return { kind: 'no-sites' };
  const known = await deps.listSiteKeys();
  const keys = rights.sites.map(({ key }) => key).filter((key) => !known.includes(key));
  return keys.length === 0 ? null : { kind: 'unknown-sites', keys };
}

/** Rights as they lie in a moderator's own fields. */
export function toFields(rights: Rights): Pick<Moderator, 'role' | 'sites' | 'editorOf'> {
  const sites = [...new Set(rights.sites.map(({ key }) => key))];
  const editorOf = rights.sites.filter(({ role }) => role === 'editor').map(({ key }) => key);
  const role: Role = rights.admin ? 'admin' : editorOf.length > 0 ? 'editor' : 'moderator';
  return { role, sites, editorOf: sites.filter((key) => editorOf.includes(key)) };
}

export function toRights({
  role,
  sites,
  editorOf,
}: Pick<Moderator, 'role' | 'sites' | 'editorOf'>): Rights {
  if (role === 'admin') return { admin: true, sites: [] };
  return {
    admin: false,
    sites: sites.map((key) => ({ key, role: editorOf.includes(key) ? 'editor' : 'moderator' })),
  };
}
