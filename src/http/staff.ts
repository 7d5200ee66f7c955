import { Hono } from 'hono';
import {
  type SavedReplies,
  type SavedReply,
  SaveReply,
  type StaffReplied,
  StaffReply,
  type StaffReplyDeleted,
} from '../contract/staff.ts';
import { type Moderator, maySee, maySetRules } from '../domain/decision.ts';
import {
  LONGEST_SAVED,
  MOST_SAVED,
  type SavedReplyError,
  saveReply,
} from '../domain/saved-reply.ts';
import { deleteStaffReply, replyAsStaff } from '../domain/staff-reply.ts';
import { announce } from './announce.ts';
import type { AppContext, AppEnv } from './app-env.ts';
import { forgetThread } from './edge-cache.ts';
import { refuse } from './failures.ts';
import { readIdempotencyKey } from './idempotency-key.ts';
import { afterDeciding, countOwn } from './moderator.ts';
import { presentComment, presentQueueItem } from './present.ts';
import { problem } from './problem.ts';
import { readJson } from './read-request.ts';
import { tellDesk } from './tell-desk.ts';

/** What moderators write themselves. Everybody here is signed in (see desk-guard.ts). */
export const staff = new Hono<AppEnv>();

staff.post('/comments/:id/replies', async (c) => {
  const request = await readJson(c, StaffReply);
  if (!request.ok) return request.error;
  const requestKey = readIdempotencyKey(c);
  if (!requestKey.ok) return requestKey.error;
  const { deps, signedIn } = c.var;
  const { body, as, publish } = request.value;
  const replied = await replyAsStaff(deps.desk, {
    parentId: c.req.param('id'),
    body,
    as,
    publish: publish ?? null,
    requestKey: requestKey.value,
    by: { moderator: signedIn.moderator, at: deps.now() },
  });
  if (!replied.ok) return refuse(c, replied.error);
  const { comment, decisionId } = replied.value;
  if (decisionId !== null) await afterDeciding(c, [c.req.param('id')]);
  forgetThread(c, { ...comment, removed: false });
  announce(c, [comment.id]);
  tellDesk(c, { comments: [comment], act: 'posted' });
  const answer: StaffReplied = {
    comment: presentComment(comment),
    item: await itemOf(c, comment.parentId),
    decisionId,
    counts: await countOwn(c),
  };
  return c.json(answer, 201);
});

staff.delete('/replies/:id', async (c) => {
  const { deps, signedIn } = c.var;
  const id = c.req.param('id');
  const by = { moderator: signedIn.moderator, at: deps.now() };
  const deleted = await deleteStaffReply(deps.desk, { id, by });
  if (!deleted.ok) return refuse(c, deleted.error);
  forgetThread(c, { ...deleted.value, removed: true });
  announce(c, [id]);
  tellDesk(c, { ids: [id], act: 'deleted' });
  const answer: StaffReplyDeleted = { id, item: await itemOf(c, deleted.value.parentId) };
  return c.json(answer);
});

/** A comment as it stands now, for a moderator of its site. */
export async function itemOf(c: AppContext, id: string | null): Promise<StaffReplied['item']> {
  const { deps, signedIn } = c.var;
  const item = id === null ? null : await deps.desk.findQueueItem(id);
  const isTheirs = item !== null && maySee(signedIn.moderator, item.site.key);
  return isTheirs ? presentQueueItem(item, deps.now()) : null;
}

staff.get('/sites/:key/replies', async (c) => {
  const site = await ownSite(c);
  if (site === null) return problem(c, 'unknown-site');
  const answer: SavedReplies = {
    replies: await c.var.deps.desk.listReplies(site.key),
    mayChange: maySetRules(site.moderator, site.key),
  };
  return c.json(answer);
});

staff.post('/sites/:key/replies', (c) => save(c, null));
staff.put('/sites/:key/replies/:id', (c) => save(c, c.req.param('id')));

staff.delete('/sites/:key/replies/:id', async (c) => {
  const site = await editedSite(c);
  if (site instanceof Response) return site;
  const id = c.req.param('id');
  const removed = await c.var.deps.desk.removeReply({ id, siteKey: site.key });
  return removed ? c.json({ done: true }) : problem(c, 'unknown-reply');
});

async function save(c: AppContext, id: string | null): Promise<Response> {
  const request = await readJson(c, SaveReply);
  if (!request.ok) return request.error;
  const site = await editedSite(c);
  if (site instanceof Response) return site;
  const by = { moderator: site.moderator, at: c.var.deps.now() };
  const saved = await saveReply(c.var.deps.desk, {
    ...request.value,
    siteKey: site.key,
    id,
    by,
  });
  if (!saved.ok) return refuseReply(c, saved.error);
  if (saved.value === null) return problem(c, 'unknown-reply');
  const answer: SavedReply = saved.value;
  return c.json(answer, id === null ? 201 : 200);
}

type OwnSite = { key: string; moderator: Moderator };

/** The site in the address where it is this moderator's; what is not theirs is as good as unknown. */
async function ownSite(c: AppContext): Promise<OwnSite | null> {
  const { deps, signedIn } = c.var;
  const { moderator } = signedIn;
  const key = c.req.param('key') ?? '';
  const isTheirs = maySee(moderator, key) && (await deps.findSite(key)) !== null;
  return isTheirs ? { key, moderator } : null;
}

async function editedSite(c: AppContext): Promise<OwnSite | Response> {
  const site = await ownSite(c);
  if (site === null) return problem(c, 'unknown-site');
  return maySetRules(site.moderator, site.key) ? site : problem(c, 'not-an-editor');
}

const REQUIRED = { title: 'Give the reply a title.', body: 'The reply has no text.' };

function refuseReply(c: AppContext, error: SavedReplyError): Response {
  if (error.kind === 'too-many-replies') {
    return problem(c, error.kind, { detail: `A site keeps at most ${MOST_SAVED}.` });
  }
  const errors = error.errors.map(({ field, code }) => {
    const tooLong = `At most ${LONGEST_SAVED[field]} characters.`;
    return { field, code, message: code === 'required' ? REQUIRED[field] : tooLong };
  });
  return problem(c, 'invalid-form', { errors });
}
