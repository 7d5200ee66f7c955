import { Hono } from 'hono';
import type { AuthorMeasures, MeasuresInForce, TakenMeasure } from '../contract/card.ts';
import { MeasuresQuery, TakeMeasure } from '../contract/card.ts';
import { type Cards, CardsQuery } from '../contract/cards.ts';
import { liftMeasure, readMeasures, takeMeasure } from '../domain/author-measure.ts';
import { readHistory } from '../domain/comment-history.ts';
import { maySee } from '../domain/decision.ts';
import { readBranch } from '../domain/read-branch.ts';
import type { AppContext, AppEnv } from './app-env.ts';
import { presentQueueItem } from './present.ts';
import { presentBranch, presentHistory, presentMeasure } from './present-card.ts';
import { problem } from './problem.ts';
import { readJson, readQuery } from './read-request.ts';

/** What a moderator opens on a card. Everybody here is signed in (see desk-guard.ts). */
export const card = new Hono<AppEnv>();

card.get('/comments', async (c) => {
  const query = readQuery(c, { schema: CardsQuery });
  if (!query.ok) return query.error;
  const { deps, signedIn } = c.var;
  const items = await deps.desk.findQueueItems(query.value.ids.split(','));
  const own = items.filter(({ site }) => maySee(signedIn.moderator, site.key));
  const answer: Cards = { items: own.map((item) => presentQueueItem(item, deps.now())) };
  return c.json(answer);
});

card.get('/comments/:id/history', async (c) => {
  const { moderator } = c.var.signedIn;
  const history = await readHistory(c.var.deps.card, { id: c.req.param('id'), moderator });
  return history === null ? problem(c, 'unknown-comment') : c.json(presentHistory(history));
});

card.get('/comments/:id/branch', async (c) => {
  const { moderator } = c.var.signedIn;
  const branch = await readBranch(c.var.deps.card, { id: c.req.param('id'), moderator });
  return branch === null ? problem(c, 'unknown-comment') : c.json(presentBranch(branch));
});

card.get('/comments/:id/measures', async (c) => {
  const commentId = c.req.param('id');
  const measures = await readMeasures(c.var.deps.card, { commentId, by: whoAndWhen(c) });
  if (measures === null) return problem(c, 'unknown-comment');
  const answer: AuthorMeasures = { commentId, measures: measures.map(presentMeasure) };
  return c.json(answer);
});

card.post('/comments/:id/measures', async (c) => {
  const request = await readJson(c, TakeMeasure);
  if (!request.ok) return request.error;
  const { kind, days, reason } = request.value;
  const measure = await takeMeasure(c.var.deps.card, {
    commentId: c.req.param('id'),
    kind,
    days,
    reason: reason || null,
    by: whoAndWhen(c),
  });
  if (measure === null) return problem(c, 'unknown-comment');
  const answer: TakenMeasure = { measure: presentMeasure(measure) };
  return c.json(answer, 201);
});

card.get('/measures', async (c) => {
  const query = readQuery(c, { schema: MeasuresQuery });
  if (!query.ok) return query.error;
  const { deps, signedIn } = c.var;
  const site = await deps.findSite(query.value.site);
  if (site === null || !maySee(signedIn.moderator, site.key)) return problem(c, 'unknown-site');
  const inForce = await deps.card.listInForce({ siteKey: site.key, now: deps.now() });
  const answer: MeasuresInForce = {
    measures: inForce.map((one) => ({ ...one, measure: presentMeasure(one.measure) })),
  };
  return c.json(answer);
});

card.delete('/measures/:id', async (c) => {
  const measure = await liftMeasure(c.var.deps.card, {
    id: c.req.param('id'),
    by: whoAndWhen(c),
  });
  if (measure === null) return problem(c, 'unknown-measure');
  if (measure === 'has-ended') return problem(c, 'measure-has-ended');
  const answer: TakenMeasure = { measure: presentMeasure(measure) };
  return c.json(answer);
});

function whoAndWhen(c: AppContext) {
  return { moderator: c.var.signedIn.moderator, at: c.var.deps.now() };
}
