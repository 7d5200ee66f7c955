import type { Role } from '../src/domain/decision.ts';
import { isEmail } from '../src/domain/form-rules.ts';
import { badArgument } from './command-error.ts';
import { parseSiteKey } from './site-options.ts';

export const moderatorOptions = {
  name: { type: 'string' },
  role: { type: 'string' },
  sites: { type: 'string' },
} as const;

export type ModeratorValues = { [option in keyof typeof moderatorOptions]?: string | undefined };

export type NewModeratorArguments = { email: string; name: string; role: Role; sites: string[] };

const ROLES: readonly Role[] = ['moderator', 'editor', 'admin'];

/** Throws a `CommandError` for what is no e-mail address. */
export function parseEmail(text: string | undefined): string {
  if (text === undefined) throw badArgument('Who? Give an e-mail address.');
  if (isEmail(text) && text.length <= 254) return text.toLowerCase();
  throw badArgument(`"${text}" is no e-mail address.`);
}

/** Everything about a new moderator. An admin has every site, everybody else those named. */
export function parseNewModerator(
  email: string | undefined,
  values: ModeratorValues,
): NewModeratorArguments {
  const person = {
    email: parseEmail(email),
    name: parseName(values.name),
    role: parseRole(values.role ?? 'moderator'),
    sites: parseSites(values.sites),
  };
  if (person.role === 'admin' && person.sites.length > 0) {
    throw badArgument('An admin has every site; leave --sites out, or give another --role.');
  }
  if (person.role !== 'admin' && person.sites.length === 0) {
    throw badArgument(
      `Give the --sites that this ${person.role} is for, for example: --sites daily-planet.`,
    );
  }
  return person;
}

function parseName(value: string | undefined): string {
  const name = value?.trim() ?? '';
  if (name !== '' && [...name].length <= 100) return name;
  throw badArgument(
    value === undefined
      ? 'Give the --name that colleagues see in the log, for example: --name "Ada Moreau".'
      : `--name "${value}" is not allowed: give 1 to 100 characters.`,
  );
}

function parseRole(value: string): Role {
  const role = ROLES.find((known) => known === value);
  if (role !== undefined) return role;
  throw badArgument(`--role "${value}" is not allowed: give moderator, editor or admin.`);
}

function parseSites(value: string | undefined): string[] {
  const keys = (value ?? '').split(',').map((key) => key.trim());
  return [...new Set(keys.filter((key) => key !== '').map(parseSiteKey))];
}
