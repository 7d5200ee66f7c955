import type { Ask } from '../src/domain/form-rules.ts';
import {
  DEFAULT_SCREENING,
  type Mode,
  type ScreeningSettings,
  type Site,
} from '../src/domain/site.ts';
import { badArgument } from './command-error.ts';
import { numberBetween, oneOf } from './option-values.ts';
import { parseOrigins } from './parse-origins.ts';
import { parseScreening, screeningOptions } from './screening-options.ts';

/** What can be set on a site; `undefined` leaves it as it is. */
export type SiteSettings = Partial<Omit<Site, 'key' | 'createdAt' | 'screening'>> & {
  screening?: Partial<ScreeningSettings>;
};

export const siteOptions = {
  name: { type: 'string' },
  origins: { type: 'string' },
  mode: { type: 'string' },
  email: { type: 'string' },
  website: { type: 'string' },
  'close-after': { type: 'string' },
  'edit-window': { type: 'string' },
  'max-length': { type: 'string' },
  'max-links': { type: 'string' },
  banned: { type: 'string' },
  suspect: { type: 'string' },
  ...screeningOptions,
} as const;

export type SiteValues = { [option in keyof typeof siteOptions]?: string | undefined };

const MINUTE_MS = 60_000;
const MODES: readonly Mode[] = ['pre', 'auto', 'post'];
const ASKS: readonly Ask[] = ['off', 'optional', 'required'];

/** A new site where an option is not given: nothing is shown that nobody has read. */
const DEFAULTS = {
  mode: 'pre',
  email: 'optional',
  website: 'off',
  closeAfterDays: null,
  editWindowMs: 15 * MINUTE_MS,
  maxLength: 5000,
  maxLinks: 2,
  banned: [],
  suspect: [],
} satisfies Partial<Site>;

/** Throws a `CommandError` that says what a key may look like. */
export function parseSiteKey(text: string | undefined): string {
  if (text === undefined) throw badArgument('Which site? Give its key, for example: daily-planet.');
  if (/^[a-z0-9][a-z0-9-]{0,62}$/.test(text)) return text;
  throw badArgument(
    `The key "${text}" is not allowed: a key has 1 to 63 small letters, digits and hyphens, and begins with no hyphen.`,
  );
}

/** Reads every option that was given. Each wrong value is refused with what is allowed instead. */
export function parseSiteSettings(values: SiteValues): SiteSettings {
  const read: SiteSettings = {};
  if (values.name !== undefined) read.name = parseName(values.name);
  if (values.origins !== undefined) read.origins = parseOrigins(values.origins);
  if (values.mode !== undefined) read.mode = oneOf('--mode', { value: values.mode, of: MODES });
  if (values.email !== undefined) read.email = oneOf('--email', { value: values.email, of: ASKS });
  if (values.website !== undefined) {
    read.website = oneOf('--website', { value: values.website, of: ASKS });
  }
  const screening = parseScreening(values);
  if (Object.keys(screening).length > 0) read.screening = screening;
  return { ...read, ...parseLimits(values), ...parseWordLists(values) };
}

/** A whole site from what was given for `add`; name and origins must be among it. */
export function newSite(key: string, at: { settings: SiteSettings; now: Date }): Site {
  const { name, origins, ...rest } = at.settings;
  if (name === undefined)
    throw badArgument(`Give the site a --name, for example: --name "Daily Planet".`);
  if (origins === undefined) {
    throw badArgument(
      'Give the --origins of its pages, for example: --origins https://www.example.com.',
    );
  }
  return changeSite(
    { ...DEFAULTS, screening: DEFAULT_SCREENING, key, name, origins, createdAt: at.now },
    rest,
  );
}

/** The site with what was given, everything else as it was. */
export function changeSite(site: Site, { screening, ...settings }: SiteSettings): Site {
  return { ...site, ...settings, screening: { ...site.screening, ...screening } };
}

function parseLimits(values: SiteValues): SiteSettings {
  const read: SiteSettings = {};
  const closeAfter = values['close-after'];
  if (closeAfter === 'never') read.closeAfterDays = null;
  else if (closeAfter !== undefined) {
    const allowed = { from: 1, to: 36_500, unit: 'days', or: ', or never' };
    read.closeAfterDays = numberBetween('--close-after', { value: closeAfter, ...allowed });
  }
  if (values['edit-window'] !== undefined) {
    const allowed = { from: 0, to: 10_080, unit: 'minutes' };
    const minutes = numberBetween('--edit-window', { value: values['edit-window'], ...allowed });
    read.editWindowMs = minutes * MINUTE_MS;
  }
  if (values['max-length'] !== undefined) {
    const allowed = { from: 1, to: 50_000, unit: 'characters' };
    read.maxLength = numberBetween('--max-length', { value: values['max-length'], ...allowed });
  }
  if (values['max-links'] !== undefined) {
    const allowed = { from: 0, to: 100, unit: 'links' };
    read.maxLinks = numberBetween('--max-links', { value: values['max-links'], ...allowed });
  }
  return read;
}

function parseWordLists({ banned, suspect }: SiteValues): SiteSettings {
  return {
    ...(banned === undefined ? {} : { banned: parseWords('--banned', banned) }),
    ...(suspect === undefined ? {} : { suspect: parseWords('--suspect', suspect) }),
  };
}

function parseName(value: string): string {
  const name = value.trim();
  if (name !== '' && [...name].length <= 100) return name;
  throw badArgument(`--name "${value}" is not allowed: give 1 to 100 characters.`);
}

/** Words and phrases between commas; an empty text empties the list. */
function parseWords(option: string, value: string): string[] {
  const words = value.split(',').map((word) => word.trim());
  const given = [...new Set(words.filter((word) => word !== ''))];
  const tooLong = given.find((word) => [...word].length > 100);
  if (tooLong === undefined) return given;
  throw badArgument(`${option} has "${tooLong}", which is longer than 100 characters.`);
}
