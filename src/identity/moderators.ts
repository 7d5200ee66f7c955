import type { Moderator, Role } from '../domain/decision.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { type AuthSettings, makeAuth } from './auth.ts';

export type ModeratorError = 'already-there' | 'unknown-moderator';

/** Without `editorOf` the role holds on all of the sites. */
export type NewModerator = {
  email: string;
  name: string;
  role: Role;
  sites: string[];
  editorOf?: string[];
};

type UserRow = {
  id: string;
  name: string;
  email: string;
  role?: unknown;
  sites?: unknown;
  editorOf?: unknown;
};

/** Adds a person to the desk. They sign in with a link and may then set a password. */
export async function addModerator(
  settings: AuthSettings,
  person: NewModerator,
): Promise<Result<Moderator, ModeratorError>> {
  const { internalAdapter } = await makeAuth(settings).$context;
  const email = person.email.toLowerCase();
  if ((await internalAdapter.findUserByEmail(email)) !== null) return fail('already-there');
  const editorOf = person.editorOf ?? (person.role === 'editor' ? person.sites : []);
  const user: UserRow = await internalAdapter.createUser(
    {
      email,
      name: person.name,
      emailVerified: true,
      role: person.role,
      sites: JSON.stringify(person.sites),
      editorOf: JSON.stringify(editorOf),
    },
    { method: 'admin' },
  );
  return ok(toModerator(user));
}

/** A link's token, good once and for a day. */
export async function createSignInToken(
  settings: AuthSettings,
  email: string,
): Promise<Result<string, ModeratorError>> {
  const tokens = await createSignInTokens(settings, { email, count: 1 });
  return tokens.ok ? ok(tokens.value[0] ?? '') : tokens;
}

export async function createSignInTokens(
  settings: AuthSettings,
  { email, count }: { email: string; count: number },
): Promise<Result<string[], ModeratorError>> {
  const tokens: string[] = [];
  const auth = makeAuth(settings, (made) => {
    tokens.push(made);
  });
  const { internalAdapter } = await auth.$context;
  const user = await internalAdapter.findUserByEmail(email.toLowerCase());
  if (user === null) return fail('unknown-moderator');
  const ask = { body: { email: user.user.email }, headers: new Headers() };
  for (let made = 0; made < count; made += 1) await auth.api.signInMagicLink(ask);
  return ok(tokens);
}

export async function listModerators(settings: AuthSettings): Promise<Moderator[]> {
  const { internalAdapter } = await makeAuth(settings).$context;
  const users: UserRow[] = await internalAdapter.listUsers();
  return users.map(toModerator);
}

/** Removes a person and ends their sessions at once. What they decided stays in the log. */
export async function removeModerator(
  settings: AuthSettings,
  email: string,
): Promise<Result<Moderator, ModeratorError>> {
  const { internalAdapter } = await makeAuth(settings).$context;
  const found = await internalAdapter.findUserByEmail(email.toLowerCase());
  if (found === null) return fail('unknown-moderator');
  const user: UserRow = found.user;
  await internalAdapter.deleteUserSessions(user.id);
  await internalAdapter.deleteUser(user.id);
  return ok(toModerator(user));
}

export function toModerator(user: UserRow): Moderator {
  const role = user.role === 'admin' || user.role === 'editor' ? user.role : 'moderator';
  const { id, name, email } = user;
  return { id, name, email, role, sites: readKeys(user.sites), editorOf: readKeys(user.editorOf) };
}

function readKeys(keys: unknown): string[] {
  const parsed: unknown = typeof keys === 'string' ? JSON.parse(keys) : [];
  return Array.isArray(parsed) ? parsed.filter((key) => typeof key === 'string') : [];
}
