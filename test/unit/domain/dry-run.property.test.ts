import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/domain/body.ts';
import type { Comment } from '../../../src/domain/comment.ts';
import { type DryRunDeps, dryRun, type Latest, type Trial } from '../../../src/domain/dry-run.ts';
import { parseBody } from '../../../src/domain/parse-body.ts';
import type { Site } from '../../../src/domain/site.ts';
import type { Submission } from '../../../src/domain/submission.ts';
import { fingerprint } from '../../../src/screening/campaign.ts';
import { CHECKS } from '../../../src/screening/checks/index.ts';
import { harshest, screen } from '../../../src/screening/screen.ts';
import { aSite, aSubmission, NOW } from '../../support/builders.ts';

const TIMELESS = CHECKS.filter(({ timeless }) => timeless);

/** What a reader sends, with what of its moment the other checks look at. */
type Sent = Pick<Submission, 'source' | 'trap' | 'lastMinute' | 'publishedBefore' | 'formTime'> & {
  name: string;
  email: string;
};

const WORDS = [
  'bridge',
  'toast',
  'ferry',
  'Marmalade',
  'zeppelin',
  'https://a.example/b',
  'z3ppelin',
];
const words = fc.uniqueArray(fc.constantFrom('bridge', 'toast', 'ferry boat', 'marmalade', 'zep*'));

/** Mostly what gives nobody a reason: a reason too many would cover the others. */
const mostly = <T>(usual: T, ...unusual: T[]) =>
  fc.oneof({ weight: 8, arbitrary: fc.constant(usual) }, fc.constantFrom(...unusual));

const sent: fc.Arbitrary<Sent> = fc.record({
  source: fc
    .array(
      fc.constantFrom(...WORDS, 'a', 'boat', '*loud*', 'cheap', 'casino', 'you fucking idiot'),
      { minLength: 1 },
    )
    .map((list) => `We walked along the river to the old town hall yesterday, ${list.join(' ')}`),
  name: mostly('Ada', 'Toast Lover', 'Editor'),
  email: mostly('', 'ada@reader.example', 'x@mailinator.com'),
  trap: mostly('', 'filled'),
  lastMinute: fc.record({ address: mostly(0, 30), author: mostly(0, 7) }),
  publishedBefore: fc.nat(6),
  formTime: mostly<Submission['formTime']>(
    { kind: 'edit' },
    { kind: 'missing' },
    { kind: 'signed', at: NOW },
  ),
});

const trials: fc.Arbitrary<Trial> = fc.record(
  {
    mode: mostly('auto', 'pre', 'post'),
    banned: words,
    suspect: words,
    maxLength: mostly(5000, 5, 70),
    maxLinks: fc.constantFrom(0, 1, 3),
    screening: fc.record(
      {
        newcomers: fc.nat(5),
        abuse: fc.constantFrom('hold', 'off'),
        strictness: fc.integer({ min: -3, max: 3 }),
        spamBeyond: fc.nat(20),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);

const withTrial = (site: Site, trial: Trial): Site => ({
  ...site,
  ...trial,
  screening: { ...site.screening, ...trial.screening },
});

/** All checks, as a post runs them. */
function post({ name, email, ...rest }: Sent, site: Site) {
  const body = parseBody(rest.source);
  const text = { body: plainText(body), name, email, website: '' };
  const trace = fingerprint({ body: rest.source, website: '' });
  return screen(aSubmission({ ...rest, site, text, body, trace }), CHECKS);
}

function stored(what: Sent, { site, at }: { site: Site; at: number }): Latest {
  const { verdict, findings } = post(what, site);
  const comment: Comment = {
    id: `comment${at}`,
    siteKey: site.key,
    threadId: 'thread',
    parentId: null,
    rootId: `comment${at}`,
    ancestors: [],
    branchSeq: null,
    language: null,
    replyCount: 0,
    likes: 0,
    rootRank: 0,
    reports: 0,
    shown: false,
    name: what.name,
    badge: null,
    moderatorId: null,
    featured: false,
    email: what.email === '' ? null : what.email,
    website: null,
    source: what.source,
    body: parseBody(what.source),
    status: 'held',
    reviewed: false,
    verdict,
    findings,
    createdAt: NOW,
    editedAt: null,
    version: 1,
  };
  return { comment, title: 'The bridge', publishedBefore: what.publishedBefore };
}

const over = (latest: Latest[]): DryRunDeps => ({
  latestComments: async () => latest,
  siteModel: async () => null,
  trace: fingerprint,
  replay: (submission) => screen(submission, TIMELESS).findings,
  isTimeless: (name) => TIMELESS.some((check) => check.name === name),
  harshest,
});

const sites = trials.map((trial) => withTrial(aSite(), trial));

describe('settings that are tried', () => {
  it('change nothing where they are the site’s own', async () => {
    const property = fc.asyncProperty(sites, fc.array(sent), async (site, all) => {
      const latest = all.map((what, at) => stored(what, { site, at }));
      const { mode, banned, suspect, maxLength, maxLinks, screening } = site;
      const same: Trial = { mode, banned, suspect, maxLength, maxLinks, screening };
      const tried = await dryRun(over(latest), { site, trial: same, last: 500 });
      expect(tried).toEqual({ tried: all.length, changes: [] });
    });
    await fc.assert(property, { numRuns: 60 });
  });

  it('make of a comment what they would have made of it when it was posted', async () => {
    const property = fc.asyncProperty(sites, trials, sent, async (site, trial, what) => {
      const latest = [stored(what, { site, at: 0 })];
      const { changes } = await dryRun(over(latest), { site, trial, last: 500 });
      const before = post(what, site).verdict;
      const after = post(what, withTrial(site, trial)).verdict;
      const expected = before === after ? [] : [{ from: before, to: after }];
      expect(changes.map(({ from, to }) => ({ from, to }))).toEqual(expected);
    });
    await fc.assert(property, { numRuns: 800 });
  });

  it('give a reason for every change', async () => {
    const property = fc.asyncProperty(sites, trials, sent, async (site, trial, what) => {
      const latest = [stored(what, { site, at: 0 })];
      const { changes } = await dryRun(over(latest), { site, trial, last: 500 });
      for (const { because } of changes) expect(because).not.toEqual([]);
    });
    await fc.assert(property, { numRuns: 800 });
  });
});
