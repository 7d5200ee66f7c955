import { randomBytes } from 'node:crypto';
import { type Moderator, roleOn } from '../src/domain/decision.ts';
import type { AuthSettings } from '../src/identity/auth.ts';
import {
  addModerator,
  createSignInToken,
  listModerators,
  removeModerator,
} from '../src/identity/moderators.ts';
import { openDatabase } from '../src/store/database.ts';
import { findPersonByEmail, resetFactors } from '../src/store/people.ts';
import { listSites } from '../src/store/sites.ts';
import { badArgument, CommandError } from './command-error.ts';
import { deskOrigin, parseOriginOption } from './desk-origin.ts';
import {
  type ModeratorValues,
  moderatorOptions,
  parseEmail,
  parseNewModerator,
} from './moderator-options.ts';
import { parseArguments } from './parse-arguments.ts';
import { runCommand } from './run-command.ts';
import { table } from './table.ts';
import { openTarget, parseTarget, targetHelp, targetOptions } from './target-options.ts';

const help = `npm run moderator -- add EMAIL --name "Name" [--role ROLE] [--sites A,B]
npm run moderator -- link EMAIL
npm run moderator -- list [--json]
npm run moderator -- remove EMAIL
npm run moderator -- reset-factor EMAIL

add and link print a sign-in link that works once and for a day. remove ends all sessions.
reset-factor is for who lost their device: codes off, passkeys forgotten, all sessions ended.

  --name "…"      what colleagues see in the log
  --role ROLE     moderator decides about comments; editor also sets a site's rules;
                  admin has every site and manages sites and people       (moderator)
  --sites A,B     keys of the sites that a moderator or editor is for
  --origin URL    where the desk is, for the link; known after npm start or npm run deploy
${targetHelp}
`;

const options = {
  ...moderatorOptions,
  ...targetOptions,
  origin: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

type Ask = { email: string | undefined; values: ModeratorValues & { json?: boolean | undefined } };

/** Answers with what is printed. Arguments are read before the database is opened. */
type Action = (ask: Ask) => (settings: AuthSettings) => Promise<string>;

const actions: Record<string, Action> = { add, link, list, remove, 'reset-factor': resetFactor };

async function main(argv: string[]): Promise<void> {
  const { values, positionals } = parseArguments(argv, options);
  const [verb, email, tooMuch] = positionals;
  if (values.help === true || (verb === undefined && argv.length === 0)) {
    process.stdout.write(help);
    return;
  }
  const action = Object.hasOwn(actions, verb ?? '') ? actions[verb ?? ''] : undefined;
  if (action === undefined) {
    throw badArgument(
      `"${verb ?? ''}" is nothing to do with moderators: say add, link, list, remove or reset-factor.`,
    );
  }
  if (tooMuch !== undefined)
    throw badArgument(`"${tooMuch}" is one argument too many; use --help.`);
  const target = parseTarget(values);
  const makesLink = action === add || action === link;
  const given = parseOriginOption(values.origin);
  const origin = given ?? (makesLink ? deskOrigin(target) : 'https://desk.invalid');
  const act = action({ email, values });
  const { env, close } = await openTarget(target);
  // Links and people depend on no secret; the deployed one cannot be read, only replaced.
  const secret = env.SECRET ?? randomBytes(32).toString('base64url');
  process.stdout.write(await act({ database: env.DB, secret, origin }).finally(close));
}

function add({ email, values }: Ask) {
  const person = parseNewModerator(email, values);
  return async (settings: AuthSettings) => {
    const known = (await listSites(openDatabase(settings.database))).map(({ key }) => key);
    const unknown = person.sites.find((key) => !known.includes(key));
    if (unknown !== undefined) {
      throw new CommandError(
        `There is no site ${unknown}; npm run site -- list shows those there are.`,
      );
    }
    const added = await addModerator(settings, person);
    if (!added.ok) {
      throw new CommandError(
        `${person.email} is there already; for a new link: npm run moderator -- link ${person.email}`,
      );
    }
    return `Added ${person.name} (${person.role}). To sign in, once and within a day:\n${await makeLink(settings, person.email)}\n`;
  };
}

function link({ email: given }: Ask) {
  const email = parseEmail(given);
  return async (settings: AuthSettings) => `${await makeLink(settings, email)}\n`;
}

function list({ email, values }: Ask) {
  if (email !== undefined)
    throw badArgument(`"${email}" is one argument too many; list shows everybody.`);
  return async (settings: AuthSettings) => {
    const people = await listModerators(settings);
    if (values.json === true) return `${JSON.stringify(people, null, 2)}\n`;
    if (people.length === 0)
      return 'There is nobody yet; add somebody with: npm run moderator -- add\n';
    return table(['E-MAIL', 'NAME', 'ROLE', 'SITES'], people.map(rowOf));
  };
}

function remove({ email: given }: Ask) {
  const email = parseEmail(given);
  return async (settings: AuthSettings) => {
    const removed = await removeModerator(settings, email);
    if (!removed.ok) throw unknownPerson(email);
    return `Removed ${removed.value.name}; their sessions have ended. What they decided stays in the log.\n`;
  };
}

function resetFactor({ email: given }: Ask) {
  const email = parseEmail(given);
  return async ({ database }: AuthSettings) => {
    const db = openDatabase(database);
    const person = await findPersonByEmail(db, email);
    if (person === null) throw unknownPerson(email);
    await resetFactors(db, person.id);
    return `${person.name} signs in without a second factor again; their sessions have ended.\n`;
  };
}

async function makeLink(settings: AuthSettings, email: string): Promise<string> {
  const token = await createSignInToken(settings, email);
  if (!token.ok) throw unknownPerson(email);
  return `${settings.origin}/desk/sign-in?token=${encodeURIComponent(token.value)}`;
}

function unknownPerson(email: string): CommandError {
  return new CommandError(
    `Nobody has the address ${email}; npm run moderator -- list shows those there are.`,
  );
}

function rowOf(person: Moderator): string[] {
  const { email, name, role, sites } = person;
  const words = sites.map((key) => (roleOn(person, key) === 'editor' ? `${key} (editor)` : key));
  return [email, name, role, role === 'admin' ? 'all' : words.join(' ')];
}

if (import.meta.main) await runCommand(main);
