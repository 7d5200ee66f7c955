import { plainText } from './body.ts';
import type { Comment, Finding, Verdict } from './comment.ts';
import type { ScreeningSettings, Site } from './site.ts';
import type { SiteModel } from './site-model.ts';
import type { Submission } from './submission.ts';
import type { Trace } from './trace.ts';

/** Settings to be tried; what is not given stays as the site has it. */
export type Trial = Partial<
  Pick<Site, 'mode' | 'banned' | 'suspect' | 'maxLength' | 'maxLinks'>
> & {
  screening?: Partial<ScreeningSettings>;
};

/** A comment that the settings would have treated otherwise. */
export type Change = {
  comment: Comment;
  title: string;
  from: Verdict;
  to: Verdict;
  /** What the tried settings find that today's do not; for a milder verdict, what they no longer find. */
  because: Finding[];
};

export type Tried = { tried: number; changes: Change[] };

/** A comment of the past, and how many of its author's earlier ones are published today. */
export type Latest = { comment: Comment; title: string; publishedBefore: number };

export type DryRunDeps = {
  /** Newest first. What an author published before is counted no further than `countedTo`. */
  latestComments(ask: { siteKey: string; limit: number; countedTo: number }): Promise<Latest[]>;
  siteModel(siteKey: string): Promise<SiteModel | null>;
  trace(text: { body: string; website: string }): Trace;
  /** Findings of the checks that say the same at any time. */
  replay(submission: Submission): Finding[];
  isTimeless(check: string): boolean;
  harshest(findings: readonly Finding[]): Verdict;
};

/**
 * What settings would have made of a site's latest comments. Both sides are judged now, by the same
 * checks over the same words, so that nothing but the settings makes the difference. What depended
 * on the moment (haste, floods, repetition, campaigns) is taken from the comment's own findings.
 * Changes nothing.
 */
export async function dryRun(
  deps: DryRunDeps,
  { site, trial, last }: { site: Site; trial: Trial; last: number },
): Promise<Tried> {
  const screening = { ...site.screening, ...trial.screening };
  const tried: Site = { ...site, ...trial, screening };
  const countedTo = Math.max(site.screening.newcomers, screening.newcomers);
  const [latest, siteModel] = await Promise.all([
    deps.latestComments({ siteKey: site.key, limit: last, countedTo }),
    deps.siteModel(site.key),
  ]);
  const changes = latest.flatMap(({ comment, title, publishedBefore }) => {
    const rebuilt = rebuild(deps, { comment, title, publishedBefore, siteModel });
    const frozen = comment.findings.filter(({ check }) => !deps.isTimeless(check));
    const judge = (settings: Site) => [...frozen, ...deps.replay(rebuilt(settings))];
    const now = judge(site);
    const then = judge(tried);
    const from = deps.harshest(now);
    const to = deps.harshest(then);
    return from === to ? [] : [{ comment, title, from, to, because: because(now, then) }];
  });
  return { tried: latest.length, changes };
}

const UNKNOWN = { published: 0, thrownOut: 0 };

type Rebuilt = Latest & { siteModel: SiteModel | null };

/** The submission as far as the timeless checks look at it. */
function rebuild(
  deps: DryRunDeps,
  { comment, title, publishedBefore, siteModel }: Rebuilt,
): (site: Site) => Submission {
  const { name, body, source, parentId } = comment;
  const website = comment.website ?? '';
  const trace = deps.trace({ body: source, website });
  return (site) => ({
    now: comment.createdAt,
    site,
    thread: { id: comment.threadId, closed: false },
    article: { title },
    parentId,
    source,
    text: { body: plainText(body), name, email: comment.email ?? '', website },
    body,
    trap: '',
    formTime: { kind: 'edit' },
    proof: 'not-asked',
    lastMinute: { address: 0, author: 0 },
    history: { author: UNKNOWN, address: UNKNOWN },
    publishedBefore,
    protectedNames: [],
    measure: null,
    floodMode: null,
    earlier: [],
    siteModel,
    trace,
    campaign: { thrownOut: [], publishedPlaces: [] },
  });
}

function because(now: Finding[], then: Finding[]): Finding[] {
  const fresh = reasonsIn(without(then, now));
  return fresh.length > 0 ? fresh : reasonsIn(without(now, then));
}

/** That something passed, whatever its score, is a reason for nothing. */
function reasonsIn(findings: Finding[]): Finding[] {
  return findings.filter(({ verdict }) => verdict !== 'publish');
}

function without(findings: Finding[], others: Finding[]): Finding[] {
  const said = new Set(
    others.map(({ check, message, verdict }) => `${check} ${verdict} ${message}`),
  );
  return findings.filter(
    ({ check, message, verdict }) => !said.has(`${check} ${verdict} ${message}`),
  );
}
