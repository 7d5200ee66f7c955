import { parseBody } from '../../src/domain/parse-body.ts';
import { DEFAULT_SCREENING, type Site } from '../../src/domain/site.ts';
import type { Earlier, Submission } from '../../src/domain/submission.ts';
import { fingerprint } from '../../src/screening/campaign.ts';

/** 2026-03-02, a Monday, 09:00 UTC: the day on which every test happens. */
export const NOW = new Date(Date.UTC(2026, 2, 2, 9));

export const before = (ms: number): Date => new Date(NOW.getTime() - ms);

/** Builders: a test names only what it is about. */
export function aSite(change: Partial<Site> = {}): Site {
  return {
    key: 'planet',
    name: 'The Planet',
    origins: ['https://paper.example'],
    mode: 'auto',
    email: 'optional',
    website: 'off',
    closeAfterDays: null,
    editWindowMs: 600_000,
    maxLength: 5000,
    maxLinks: 2,
    banned: [],
    suspect: [],
    screening: DEFAULT_SCREENING,
    createdAt: before(86_400_000),
    ...change,
  };
}

const NOTHING = { published: 0, thrownOut: 0 };

type SubmissionChange = Partial<Omit<Submission, 'site' | 'text'>> & {
  site?: Partial<Submission['site']>;
  text?: Partial<Submission['text']>;
};

export function aSubmission(change: SubmissionChange = {}): Submission {
  const { site, text, ...rest } = change;
  const words = { body: 'I read this twice.', name: 'Ada', email: '', website: '', ...text };
  return {
    now: NOW,
    site: { ...aSite(), ...site },
    thread: { id: 'thread', closed: false },
    article: { title: 'The bridge' },
    parentId: null,
    source: words.body,
    text: words,
    body: parseBody(words.body),
    trap: '',
    formTime: { kind: 'signed', at: before(60_000) },
    proof: 'not-asked',
    lastMinute: { address: 0, author: 0 },
    history: { author: NOTHING, address: NOTHING },
    publishedBefore: 0,
    protectedNames: [],
    measure: null,
    floodMode: null,
    earlier: [],
    siteModel: null,
    trace: fingerprint(words),
    campaign: { thrownOut: [], publishedPlaces: [] },
    ...rest,
  };
}

export function anEarlier(change: Partial<Earlier> = {}): Earlier {
  return {
    source: 'I read this twice.',
    parentId: null,
    threadId: 'thread',
    status: 'published',
    sameAuthor: true,
    ...change,
  };
}
