import { Hono } from 'hono';
import * as wire from '../contract/bulks.ts';
import { type Bulk, type BulkState, leftOf, type OwnDecision, stepBulk } from '../domain/bulk.ts';
import { explainConflicts } from '../domain/decide.ts';
import { type About, narrowOf } from '../domain/narrow.ts';
import type { AppContext, AppEnv } from './app-env.ts';
import { afterDeciding, countOwn, ownSiteKeys } from './moderator.ts';
import { problem } from './problem.ts';
import { readJson, readQuery } from './read-request.ts';

/** Decisions about many comments, and one's own. Everybody here is signed in (see desk-guard.ts). */
export const bulks = new Hono<AppEnv>();

bulks.get('/decisions', async (c) => {
  const query = readQuery(c, { schema: wire.OwnQuery });
  if (!query.ok) return query.error;
  const { site, limit, cursor } = query.value;
  const siteKeys = await ownSiteKeys(c, site);
  if (siteKeys === null) return problem(c, 'unknown-site');
  if (cursor !== undefined && !/^[0-9a-z]{20}$/.test(cursor)) return problem(c, 'bad-cursor');
  const { deps, signedIn } = c.var;
  const ask = { moderatorId: signedIn.moderator.id, siteKeys, limit, before: cursor ?? null };
  const { decisions, next } = await deps.desk.listOwnDecisions(ask);
  const answer: wire.OwnDecisions = { decisions: decisions.map(presentOwn), nextCursor: next };
  return c.json(answer);
});

bulks.get('/bulks', async (c) => {
  const { deps, signedIn } = c.var;
  const own = await deps.desk.listBulks(signedIn.moderator.id);
  const answer: wire.Bulks = { bulks: own.map(presentBulk) };
  return c.json(answer);
});

bulks.post('/bulks', async (c) => {
  const request = await readJson(c, wire.StartBulk);
  if (!request.ok) return request.error;
  const { deps, signedIn } = c.var;
  const { of, to, reason = null } = request.value;
  const by = { moderator: signedIn.moderator, at: deps.now() };
  const about = of.kind === 'queue' ? await aboutOf(c, of) : null;
  if (of.kind === 'queue' && about === null) return problem(c, 'unknown-site');
  // Each once, with the version that was named first.
  const named = new Map(
    of.kind === 'queue' ? [] : of.comments.toReversed().map((one) => [one.id, one]),
  );
  const items = [...named.values()].reverse();
  const bulk: Bulk = {
    ...{ id: deps.desk.newId(by.at), moderatorId: by.moderator.id, at: by.at },
    ...{ to, reason, about, state: about === null ? 'ready' : 'gathering', gathered: null },
    ...{ decidedTo: 0, undoneTo: 0, total: items.length },
    ...{ done: 0, conflicts: 0, undone: 0, kept: 0 },
  };
  await deps.desk.insertBulk({ bulk, by, items });
  return c.json(presentBulk(bulk), 201);
});

async function aboutOf(
  c: AppContext,
  { queue, site, ...filter }: Extract<wire.BulkOf, { kind: 'queue' }>,
): Promise<About | null> {
  const siteKeys = await ownSiteKeys(c, site);
  return siteKeys && { queue, siteKeys, narrow: narrowOf(filter, c.var.deps.now()) };
}

bulks.get('/bulks/:id', async (c) => {
  const bulk = await findOwn(c);
  if (bulk === null) return problem(c, 'unknown-bulk');
  const { deps, signedIn } = c.var;
  const ids = await deps.desk.listLeft(bulk.id);
  const by = { moderator: signedIn.moderator, at: deps.now() };
  const why = await explainConflicts(deps.desk, { ids, by });
  const left = ids.map((commentId) => {
    const conflict = why.get(commentId);
    const known = conflict?.result === 'conflict' ? conflict.message : null;
    return { commentId, message: known ?? 'It is no longer on your sites.' };
  });
  const answer: wire.BulkPage = { bulk: presentBulk(bulk), left };
  return c.json(answer);
});

/** From which states a bulk comes into these. */
const FROM: Record<'deciding' | 'stopped', BulkState[]> = {
  deciding: ['ready', 'stopped'],
  stopped: ['deciding'],
};

bulks.patch('/bulks/:id', async (c) => {
  const request = await readJson(c, wire.MoveBulk);
  if (!request.ok) return request.error;
  const { state } = request.value;
  return moved(c, { from: FROM[state], to: state });
});

/** One that nobody has confirmed is dropped; any other is taken back, in steps. */
bulks.delete('/bulks/:id', async (c) => {
  const bulk = await findOwn(c);
  if (bulk === null) return problem(c, 'unknown-bulk');
  if (bulk.state !== 'gathering' && bulk.state !== 'ready') {
    return moved(c, { from: ['deciding', 'stopped', 'done'], to: 'undoing' });
  }
  await c.var.deps.desk.moveBulk({ id: bulk.id, from: ['gathering', 'ready'], to: 'dropped' });
  // Confirmed in this very moment by another window, it goes on.
  const still = await c.var.deps.desk.findBulk(bulk.id);
  return c.json(presentBulk(still ?? { ...bulk, state: 'undone' }));
});

bulks.post('/bulks/:id/steps', async (c) => {
  const bulk = await findOwn(c);
  if (bulk === null) return problem(c, 'unknown-bulk');
  const { deps, signedIn } = c.var;
  const by = { moderator: signedIn.moderator, at: deps.now() };
  const movedIds = await stepBulk(deps.desk, { bulk, by });
  await afterDeciding(c, movedIds);
  const [now, counts] = await Promise.all([deps.desk.findBulk(bulk.id), countOwn(c)]);
  const answer: wire.SteppedBulk = { bulk: presentBulk(now ?? bulk), counts, moved: movedIds };
  return c.json(answer);
});

async function moved(c: AppContext, move: { from: BulkState[]; to: BulkState }): Promise<Response> {
  const bulk = await findOwn(c);
  if (bulk === null) return problem(c, 'unknown-bulk');
  await c.var.deps.desk.moveBulk({ id: bulk.id, ...move });
  return c.json(presentBulk((await c.var.deps.desk.findBulk(bulk.id)) ?? bulk));
}

/** Somebody else's is as good as none. */
async function findOwn(c: AppContext): Promise<Bulk | null> {
  const bulk = await c.var.deps.desk.findBulk(c.req.param('id') ?? '');
  return bulk?.moderatorId === c.var.signedIn.moderator.id ? bulk : null;
}

function presentBulk(bulk: Bulk): wire.Bulk {
  const { id, to, reason, at, state, total, done, conflicts, undone, kept } = bulk;
  return {
    ...{ id, to, reason, at: at.toISOString(), state: state === 'dropped' ? 'undone' : state },
    ...{ total, done, conflicts, undone, kept, left: leftOf(bulk) },
  };
}

function presentOwn({ at, ...decision }: OwnDecision): wire.OwnDecision {
  return { ...decision, at: at.toISOString() };
}
