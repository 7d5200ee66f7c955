import { Hono } from 'hono';
import { type Liked, ReportComment, type Reported } from '../contract/acts.ts';
import { likeComment, unlikeComment } from '../domain/like-comment.ts';
import { reportComment } from '../domain/report-comment.ts';
import { announce } from './announce.ts';
import { type AppEnv, originOf } from './app-env.ts';
import { forgetThread } from './edge-cache.ts';
import { refuse } from './failures.ts';
import { readJson } from './read-request.ts';
import { readActor } from './reader-key.ts';
import { tellDesk } from './tell-desk.ts';

/** What readers do with other people's comments. */
export const acts = new Hono<AppEnv>();

acts.put('/comments/:id/like', async (c) => {
  const actor = readActor(c);
  if (!actor.ok) return actor.error;
  const { deps } = c.var;
  const id = c.req.param('id');
  const ask = { id, actor: actor.value, now: deps.now() };
  const done = await likeComment(deps.write(originOf(c)), ask);
  if (!done.ok) return refuse(c, done.error);
  forgetThread(c, { ...done.value.comment, removed: false });
  const answer: Liked = { id, liked: true, likes: done.value.likes };
  return c.json(answer);
});

acts.delete('/comments/:id/like', async (c) => {
  const actor = readActor(c);
  if (!actor.ok) return actor.error;
  const id = c.req.param('id');
  const done = await unlikeComment(c.var.deps.write(originOf(c)), { id, actor: actor.value });
  if (!done.ok) return refuse(c, done.error);
  forgetThread(c, { ...done.value.comment, removed: false });
  const answer: Liked = { id, liked: false, likes: done.value.likes };
  return c.json(answer);
});

acts.post('/comments/:id/reports', async (c) => {
  const actor = readActor(c);
  if (!actor.ok) return actor.error;
  const request = await readJson(c, ReportComment);
  if (!request.ok) return request.error;
  const { deps } = c.var;
  const { reason, text } = request.value;
  const id = c.req.param('id');
  const ask = { id, actor: actor.value, reason, text, now: deps.now() };
  const done = await reportComment(deps.write(originOf(c)), ask);
  if (!done.ok) return refuse(c, done.error);
  tellDesk(c, { ids: [id], act: 'reported' });
  // Whether it was enough to hold the comment is the moderators' business.
  if (done.value.held) {
    forgetThread(c, { ...done.value.comment, removed: true });
    announce(c, [id]);
  }
  const answer: Reported = { id, reported: true };
  return c.json(answer, 201);
});
