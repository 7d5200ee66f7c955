import { dryRun, type Trial } from '../src/domain/dry-run.ts';
import type { Site } from '../src/domain/site.ts';
import { makeDryRunDeps } from '../src/dry-run-deps.ts';
import { type Database, openDatabase } from '../src/store/database.ts';
import {
  countSiteComments,
  findSite,
  listSites,
  removeSite,
  saveSite,
} from '../src/store/sites.ts';
import { badArgument, CommandError } from './command-error.ts';
import { describeTrial } from './describe-trial.ts';
import { numberBetween } from './option-values.ts';
import { parseArguments } from './parse-arguments.ts';
import { runCommand } from './run-command.ts';
import { needsOf } from './screening-options.ts';
import {
  changeSite,
  newSite,
  parseSiteKey,
  parseSiteSettings,
  type SiteValues,
  siteOptions,
} from './site-options.ts';
import { table } from './table.ts';
import { openTarget, parseTarget, targetHelp, targetOptions } from './target-options.ts';

const help = `npm run site -- add KEY --name "Name" --origins https://www.example.com [options]
npm run site -- set KEY [options]
npm run site -- list [--json]
npm run site -- try KEY [options] [--last N]
npm run site -- remove KEY [--with-comments]

  --name "…"          what the desk calls the site
  --origins A,B       origins of its pages: https://www.example.com, https://*.example.com
  --mode MODE         pre: holds everything; auto: publishes what screening passes;
                      post: publishes all but spam                              (pre)
  --email ASK         off, optional or required                                 (optional)
  --website ASK       off, optional or required                                 (off)
  --close-after DAYS  closes threads so many days after their first comment, or never
                                                                                (never)
  --edit-window MIN   minutes in which readers may edit and delete              (15)
  --max-length N      longest comment, in characters                            (5000)
  --max-links N       links a comment may have before it is held                (2)
  --banned "a,b c"    words and phrases that reject a comment                   (none)
  --suspect "a,b c"   words and phrases that hold a comment                     (none)
  --newcomers N       holds an author's comments until N were published         (0)
  --flood-mode MODE   auto: holds unknown guests while more comes in than usual;
                      on: holds them until set back; off                        (auto)
  --strictness N      lowers the score from which the spam filter holds by N,
                      from -3 to 3 (--strictness=-1); lenient is -1, normal 0,
                      strict 1                                                  (0)
  --spam-beyond N     how far above that score a comment goes to Spam, 0 to 20  (3)
  --proof WHEN        off, flood or always: asks browsers for a proof of work   (off)
  --proof-by WHOM     altcha: made and checked here; turnstile: by Cloudflare   (altcha)
  --proof-cost N      hashes of an altcha proof, at most; half on average       (200000)
  --second-stage WHOM off, akismet or workers-ai: asked about what the checks
                      would publish; sends the comment to them                  (off)
  --abuse WHAT        hold: holds threats, slurs and swearing at somebody; or off (hold)
  --nudge WHEN        on: tells the reader the words before holding; or off       (on)
  --reject-reasons "a,b"
                      what the desk offers as reasons for a rejection, at most nine
  --report-reasons "a,b"
                      what readers may report a comment for: spam, insult, hate,
                      off-topic, false, other (shown in the reader's language),
                      or words of your own                              (these six)
  --reports-to-hold N holds a comment that so many readers report; 0 never      (3)
  --presence WHAT     names: moderators at the desk see who else is there;
                      number: only how many                                     (names)

  try changes nothing: it shows what --mode, --banned, --suspect, --max-length, --max-links,
  --newcomers, --strictness, --spam-beyond and --abuse would have made of the last N
  comments                                                                      (200)
${targetHelp}
`;

const options = {
  ...siteOptions,
  ...targetOptions,
  json: { type: 'boolean' },
  'with-comments': { type: 'boolean' },
  last: { type: 'string' },
  help: { type: 'boolean' },
} as const;

type Ask = {
  key: string | undefined;
  values: SiteValues & {
    json?: boolean | undefined;
    'with-comments'?: boolean | undefined;
    last?: string | undefined;
  };
};

/** Answers with what is printed. Arguments are read before the database is opened. */
type Action = (ask: Ask) => (db: Database) => Promise<string>;

const actions: Record<string, Action> = { add, set, list, remove, try: tryOut };

async function main(argv: string[]): Promise<void> {
  const { values, positionals } = parseArguments(argv, options);
  const [verb, key, tooMuch] = positionals;
  if (values.help === true || (verb === undefined && argv.length === 0)) {
    process.stdout.write(help);
    return;
  }
  const action = Object.hasOwn(actions, verb ?? '') ? actions[verb ?? ''] : undefined;
  if (action === undefined) {
    throw badArgument(
      `"${verb ?? ''}" is nothing to do with a site: say add, list, set, try or remove.`,
    );
  }
  if (tooMuch !== undefined)
    throw badArgument(`"${tooMuch}" is one argument too many; use --help.`);
  const target = parseTarget(values);
  const act = action({ key, values });
  const { env, close } = await openTarget(target);
  process.stdout.write(await act(openDatabase(env.DB)).finally(close));
}

function add({ key: given, values }: Ask) {
  const key = parseSiteKey(given);
  const site = newSite(key, { settings: parseSiteSettings(values), now: new Date() });
  return async (db: Database) => {
    if ((await findSite(db, key)) !== null) {
      throw new CommandError(
        `There is a site ${key} already; change it with: npm run site -- set ${key}`,
      );
    }
    await saveSite(db, site);
    return `Added ${key} (${site.name}), mode ${site.mode}, for ${site.origins.join(', ')}.\n${notesOn(site)}`;
  };
}

function set({ key: given, values }: Ask) {
  const key = parseSiteKey(given);
  const settings = parseSiteSettings(values);
  if (Object.keys(settings).length === 0) {
    throw badArgument(`Nothing to set: give at least one option, for example --mode auto.`);
  }
  return async (db: Database) => {
    const site = changeSite(await expectSite(db, key), settings);
    await saveSite(db, site);
    return `Changed ${key}.\n${table(HEADINGS, [rowOf(site)])}${notesOn(site)}`;
  };
}

function tryOut({ key: given, values }: Ask) {
  const key = parseSiteKey(given);
  const { mode, banned, suspect, maxLength, maxLinks, screening = {} } = parseSiteSettings(values);
  const { newcomers, abuse, strictness, spamBeyond } = screening;
  const thresholds = {
    ...(newcomers !== undefined && { newcomers }),
    ...(abuse && { abuse }),
    ...(strictness !== undefined && { strictness }),
    ...(spamBeyond !== undefined && { spamBeyond }),
  };
  const last = numberBetween('--last', {
    value: values.last ?? '200',
    from: 1,
    to: 500,
    unit: 'comments',
  });
  const trial: Trial = {
    ...(mode && { mode }),
    ...(banned && { banned }),
    ...(suspect && { suspect }),
    ...(maxLength !== undefined && { maxLength }),
    ...(maxLinks !== undefined && { maxLinks }),
    ...(Object.keys(thresholds).length > 0 && { screening: thresholds }),
  };
  if (Object.keys(trial).length === 0) {
    throw badArgument(
      'Nothing to try: give --mode, --banned, --suspect, --max-length, --max-links, --newcomers, --strictness, --spam-beyond or --abuse.',
    );
  }
  return async (db: Database) => {
    const site = await expectSite(db, key);
    const { tried, changes } = await dryRun(makeDryRunDeps(db), { site, trial, last });
    if (values.json === true) return `${JSON.stringify({ tried, changes }, null, 2)}\n`;
    return describeTrial({ tried, changes });
  };
}

function list({ key, values }: Ask) {
  if (key !== undefined)
    throw badArgument(`"${key}" is one argument too many; list shows all sites.`);
  return async (db: Database) => {
    const sites = await listSites(db);
    if (values.json === true) return `${JSON.stringify(sites, null, 2)}\n`;
    if (sites.length === 0) return 'There are no sites yet; add one with: npm run site -- add\n';
    return table(HEADINGS, sites.map(rowOf));
  };
}

function remove({ key: given, values }: Ask) {
  const key = parseSiteKey(given);
  return async (db: Database) => {
    await expectSite(db, key);
    const comments = await countSiteComments(db, key);
    if (comments > 0 && values['with-comments'] !== true) {
      const amount = comments === 1 ? '1 comment' : `${comments} comments`;
      throw new CommandError(
        `The site ${key} has ${amount}, which would be lost; say --with-comments to remove them too.`,
      );
    }
    await removeSite(db, key);
    return `Removed ${key}${comments > 0 ? ` with its comments (${comments})` : ''}.\n`;
  };
}

async function expectSite(db: Database, key: string): Promise<Site> {
  const site = await findSite(db, key);
  if (site !== null) return site;
  throw new CommandError(`There is no site ${key}; npm run site -- list shows those there are.`);
}

function notesOn({ screening }: Site): string {
  return needsOf(screening)
    .map((need) => `${need}\n`)
    .join('');
}

const HEADINGS = ['KEY', 'NAME', 'MODE', 'E-MAIL', 'WEBSITE', 'CLOSES AFTER', 'ORIGINS'];

function rowOf(site: Site): string[] {
  const closes = site.closeAfterDays === null ? 'never' : `${site.closeAfterDays} days`;
  const { key, name, mode, email, website, origins } = site;
  return [key, name, mode, email, website, closes, origins.join(' ')];
}

if (import.meta.main) await runCommand(main);
