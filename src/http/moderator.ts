import { Hono } from 'hono';
import type * as z from 'zod';
import {
  Decide,
  type Decided,
  type DecideResult,
  type Flood,
  type QueueCounts,
  type QueuePage,
  QueueQuery,
  type Undone,
} from '../contract/desk.ts';
import { DryRun } from '../contract/dry-run.ts';
import { type DecisionAnswer, type DecisionAsk, decide } from '../domain/decide.ts';
import { type Moderator, maySee, maySetRules } from '../domain/decision.ts';
import { dryRun, type Trial } from '../domain/dry-run.ts';
import { floodsNow } from '../domain/floods.ts';
import { narrowOf } from '../domain/narrow.ts';
import { readNarrowedQueue } from '../domain/narrowed-queue.ts';
import { OLDEST_FIRST } from '../domain/queue.ts';
import type { Site } from '../domain/site.ts';
import { undoDecision } from '../domain/undo-decision.ts';
import { announce } from './announce.ts';
import type { AppContext, AppEnv } from './app-env.ts';
import { forgetThreads } from './edge-cache.ts';
import { learnSoon } from './learn-soon.ts';
import { presentFlood, presentQueueItem } from './present.ts';
import { presentDryRun } from './present-dry-run.ts';
import { problem } from './problem.ts';
import { readJson, readQuery } from './read-request.ts';
import { tellDesk } from './tell-desk.ts';

/** The desk's work: queues and decisions. Everybody here is signed in (see desk-guard.ts). */
export const moderator = new Hono<AppEnv>();

moderator.get('/queue', async (c) => {
  const query = readQuery(c, { schema: QueueQuery });
  if (!query.ok) return query.error;
  const { deps } = c.var;
  const { queue, site, limit, cursor, q } = query.value;
  const siteKeys = await ownSiteKeys(c, site);
  if (siteKeys === null) return problem(c, 'unknown-site');
  if (q !== undefined) return search(c, { text: q, siteKeys, limit, cursor });
  if (isNarrowed(query.value)) return narrowed(c, { query: query.value, siteKeys });
  if (cursor !== undefined && !/^[0-9a-z]{20}$/.test(cursor)) return problem(c, 'bad-cursor');
  const ask = { queue, siteKeys, limit: limit + 1, after: cursor ?? null };
  const [items, counts, floodMode] = await Promise.all([
    deps.desk.pageOfQueue(ask),
    deps.desk.countQueues(siteKeys),
    listFloods(c, siteKeys),
  ]);
  const page = items.slice(0, limit);
  const answer: QueuePage = {
    items: page.map((item) => presentQueueItem(item, deps.now())),
    counts,
    floodMode,
    nextCursor: items.length > limit ? (page.at(-1)?.comment.id ?? null) : null,
  };
  return c.json(answer);
});

type SearchAsk = { text: string; siteKeys: string[]; limit: number; cursor: string | undefined };

function isNarrowed(query: NarrowedQuery): boolean {
  return query.sort !== undefined || Object.keys(narrowOf(query, new Date(0))).length > 0;
}

type NarrowedQuery = z.output<typeof QueueQuery>;

async function narrowed(
  c: AppContext,
  { query, siteKeys }: { query: NarrowedQuery; siteKeys: string[] },
): Promise<Response> {
  const { deps } = c.var;
  const { queue, limit, sort, cursor = null } = query;
  const order = sort ?? (OLDEST_FIRST[queue] ? 'oldest' : 'newest');
  const narrow = narrowOf(query, deps.now());
  const [page, counts, floodMode] = await Promise.all([
    readNarrowedQueue(deps.desk, { queue, siteKeys, narrow, order, limit, cursor }),
    deps.desk.countQueues(siteKeys),
    listFloods(c, siteKeys),
  ]);
  if (page === null) return problem(c, 'bad-cursor');
  const items = page.items.map((item) => presentQueueItem(item, deps.now()));
  const answer: QueuePage = { items, counts, floodMode, nextCursor: page.next };
  return c.json(answer);
}

async function search(c: AppContext, { cursor, ...ask }: SearchAsk): Promise<Response> {
  const { deps } = c.var;
  if (cursor !== undefined && !/^\d{1,15}$/.test(cursor)) return problem(c, 'bad-cursor');
  const before = cursor === undefined ? null : Number(cursor);
  const [{ items, next }, counts, floodMode] = await Promise.all([
    deps.desk.searchComments({ ...ask, before }),
    deps.desk.countQueues(ask.siteKeys),
    listFloods(c, ask.siteKeys),
  ]);
  const answer: QueuePage = {
    items: items.map((item) => presentQueueItem(item, deps.now())),
    counts,
    floodMode,
    nextCursor: next === null ? null : String(next),
  };
  return c.json(answer);
}

async function listFloods(c: AppContext, siteKeys: string[]): Promise<Flood[]> {
  const { deps } = c.var;
  const surges = await deps.desk.listSurges(siteKeys);
  return floodsNow(surges, deps.now()).map(presentFlood);
}

moderator.post('/decisions', async (c) => {
  const request = await readJson(c, Decide);
  if (!request.ok) return request.error;
  const { deps, signedIn } = c.var;
  const asks: DecisionAsk[] = request.value.decisions.map((decision) => ({
    ...decision,
    reason: decision.reason ?? null,
  }));
  const by = { moderator: signedIn.moderator, at: deps.now() };
  const results = await decide(deps.desk, { asks, by });
  await afterDeciding(
    c,
    results.flatMap((made) => (made.result === 'done' ? made.commentId : [])),
  );
  const answer: Decided = {
    results: await Promise.all(results.map((result) => presentAnswer(c, result))),
    counts: await countOwn(c),
  };
  return c.json(answer);
});

moderator.delete('/decisions/:id', async (c) => {
  const { deps, signedIn } = c.var;
  const by = { moderator: signedIn.moderator, at: deps.now() };
  const result = await undoDecision(deps.desk, { decisionId: c.req.param('id'), by });
  if (result === null) return problem(c, 'unknown-decision');
  await afterDeciding(c, [result.commentId]);
  const item = await deps.desk.findQueueItem(result.commentId);
  const answer: Undone = {
    result: await presentAnswer(c, result),
    item: item && presentQueueItem(item, deps.now()),
    counts: await countOwn(c),
  };
  return c.json(answer);
});

/** Changes nothing, but is a part of setting rules: who may not do that has no use for it. */
moderator.post('/sites/:key/dry-run', async (c) => {
  const request = await readJson(c, DryRun);
  if (!request.ok) return request.error;
  const { deps, signedIn } = c.var;
  const site = await deps.findSite(c.req.param('key'));
  if (site === null || !maySee(signedIn.moderator, site.key)) return problem(c, 'unknown-site');
  if (!maySetRules(signedIn.moderator, site.key)) return problem(c, 'not-an-editor');
  const { last, newcomers, abuse, strictness, spamBeyond, ...given } = request.value;
  const trial: Trial = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  );
  trial.screening = {
    ...(newcomers !== undefined && { newcomers }),
    ...(abuse && { abuse }),
    ...(strictness !== undefined && { strictness }),
    ...(spamBeyond !== undefined && { spamBeyond }),
  };
  const tried = await dryRun(deps.desk, { site, trial, last });
  return c.json(presentDryRun(tried, deps.rulesVersion));
});

/** A conflict comes with the comment as it stands now, so that the moderator sees what happened. */
async function presentAnswer(c: AppContext, answer: DecisionAnswer): Promise<DecideResult> {
  if (answer.result !== 'conflict') return answer;
  const { deps } = c.var;
  const item = answer.status === 'deleted' ? null : await deps.desk.findQueueItem(answer.commentId);
  return { ...answer, item: item && presentQueueItem(item, deps.now()) };
}

/** The sites that a moderator works on. */
export function ownSites(sites: Site[], person: Moderator): Site[] {
  return sites.filter((site) => maySee(person, site.key));
}

/** Keys of the moderator's sites, or the one that is asked for; null when that one is not theirs. */
export async function ownSiteKeys(
  c: AppContext,
  asked: string | undefined,
): Promise<string[] | null> {
  const { deps, signedIn } = c.var;
  const keys = ownSites(await deps.desk.listSites(), signedIn.moderator).map(({ key }) => key);
  if (asked === undefined) return keys;
  return keys.includes(asked) ? [asked] : null;
}

/** Over all of the moderator's sites, or the site that the request names in its address. */
export async function countOwn(c: AppContext): Promise<QueueCounts> {
  const asked = c.req.query('site');
  return c.var.deps.desk.countQueues((await ownSiteKeys(c, asked)) ?? []);
}

/** Tells the filter, the page's readers and the caches. */
export async function afterDeciding(c: AppContext, commentIds: string[]): Promise<void> {
  if (commentIds.length === 0) return;
  const { desk } = c.var.deps;
  const [comments, decisions] = await Promise.all([
    desk.findComments(commentIds),
    desk.listDecisions(commentIds),
  ]);
  // What no reader has seen needs no purge, of which there are few a minute.
  const cameFrom = new Map(decisions.map(({ commentId, from }) => [commentId, from]));
  learnSoon(
    c,
    comments.map(({ siteKey }) => siteKey),
  );
  announce(c, commentIds);
  tellDesk(c, { act: 'decided', comments, decisions });
  const changes = comments.map(({ id, siteKey, threadId, status }) => {
    const removed = status !== 'published' && cameFrom.get(id) === 'published';
    return { siteKey, threadId, removed };
  });
  forgetThreads(c, changes);
}
