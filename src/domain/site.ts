import type { Ask } from './form-rules.ts';

/** `pre` holds everything, `auto` publishes what screening passes, `post` all but spam. */
export type Mode = 'pre' | 'auto' | 'post';

/** One publication. */
export type Site = {
  key: string;
  name: string;
  /** Exact origins, or `https://*.example.com` for every host below one. */
  origins: string[];
  mode: Mode;
  email: Ask;
  website: Ask;
  /** Days after a thread's first comment; null keeps threads open. */
  closeAfterDays: number | null;
  editWindowMs: number;
  /** Longest body, in Unicode code points. */
  maxLength: number;
  /** Links a comment may have before it is held. */
  maxLinks: number;
  /** Words that reject a comment, and words that hold it. */
  banned: readonly string[];
  suspect: readonly string[];
  screening: ScreeningSettings;
  createdAt: Date;
};

/** All that reading needs; word lists may be long, and only screening asks for them. */
export type SiteWithoutWords = Omit<Site, 'banned' | 'suspect'>;

/** How a site wants its comments screened, beyond words and links. */
export type ScreeningSettings = {
  /** Comments of an author that are held until so many were published; 0 trusts everybody. */
  newcomers: number;
  /** `auto` holds guests while more comes in than usual; `on` holds them until it is set back. */
  floodMode: FloodSetting;
  /**
   * How much lower than by itself the spam filter's score for holding is, in logarithms of odds;
   * below 0 it is milder.
   */
  strictness: number;
  /** How far above that score a comment goes to Spam instead of being held, in the same unit. */
  spamBeyond: number;
  /** When a comment must bring a proof that costs a program more than a person. */
  proof: 'off' | 'flood' | 'always';
  proofBy: 'altcha' | 'turnstile';
  /** Hashes that a browser tries at most for ALTCHA, half as many on average. */
  proofCost: number;
  /** Who is asked about a comment that the checks would publish. */
  secondStage: 'off' | 'akismet' | 'workers-ai';
  /** Whether threats, slurs and swearing at somebody are held. */
  abuse: 'hold' | 'off';
  /** Whether a reader is told which words would hold their comment, before it is held. */
  nudge: 'on' | 'off';
  /** What a reader may report a comment for; those that the widget knows it has words for. */
  reportReasons: readonly string[];
  /** What the desk offers as reasons for a rejection, at most nine: one key each. */
  rejectReasons: readonly string[];
  /** Readers whose reports hold a comment that no moderator has decided about; 0 never does. */
  reportsToHold: number;
  /** Whether moderators who work here see each other's names at the desk, or how many they are. */
  presence: 'names' | 'number';
};

export type FloodSetting = 'auto' | 'on' | 'off';

/** What a site does that has set nothing, and what a setting is that is younger than the site. */
export const DEFAULT_SCREENING: ScreeningSettings = {
  newcomers: 0,
  floodMode: 'auto',
  strictness: 0,
  // Twenty times as likely spam as what is just held.
  spamBeyond: 3,
  proof: 'off',
  proofBy: 'altcha',
  proofCost: 200_000,
  secondStage: 'off',
  abuse: 'hold',
  nudge: 'on',
  reportReasons: ['spam', 'insult', 'hate', 'off-topic', 'false', 'other'],
  rejectReasons: [
    'Insult',
    'Hate',
    'Off topic',
    'False information',
    'Advertising',
    'Personal data',
    'Not understandable',
  ],
  reportsToHold: 3,
  presence: 'names',
};

/** Whether pages of this origin belong to the site. */
export function allowsOrigin(origins: readonly string[], origin: string): boolean {
  return origins.some((allowed) => {
    const [scheme, host] = allowed.split('://*.');
    if (host === undefined) return allowed === origin;
    return origin.startsWith(`${scheme}://`) && origin.endsWith(`.${host}`);
  });
}

/**
 * Whether a page of this origin may send something in. Programs send no origin; `own` is the
 * service's, whose thread pages have a form too.
 */
export function mayPostFrom(
  site: Site,
  { origin, own }: { origin: string | null; own: string },
): boolean {
  return origin === null || origin === own || allowsOrigin(site.origins, origin);
}
