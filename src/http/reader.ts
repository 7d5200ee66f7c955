import { Hono } from 'hono';
import {
  type DeletedComment,
  EditComment,
  type EditedComment,
  PostComment,
  type PostedComment,
  PreviewComment,
  type PreviewedComment,
} from '../contract/comments.ts';
import { type Challenge, ChallengeQuery } from '../contract/proof.ts';
import { type Counts, CountsQuery, ThreadQuery } from '../contract/thread.ts';
import { editableUntil } from '../domain/authorship.ts';
import { cleanText } from '../domain/clean-text.ts';
import { deleteComment } from '../domain/delete-comment.ts';
import { editComment } from '../domain/edit-comment.ts';
import { addressPage } from '../domain/page-address.ts';
import { parseBody } from '../domain/parse-body.ts';
import { postComment } from '../domain/post-comment.ts';
import { readComment } from '../domain/read-comment.ts';
import { readThread } from '../domain/read-thread.ts';
import { ok } from '../domain/result.ts';
import { announce, announcePosted } from './announce.ts';
import { type AppEnv, addressOf, originOf, visitOf } from './app-env.ts';
import { askedProof } from './asked-proof.ts';
import { readAuthorToken } from './author-token.ts';
import { forgetThread, threadTag } from './edge-cache.ts';
import { refuse } from './failures.ts';
import { readIdempotencyKey } from './idempotency-key.ts';
import { learnSoon } from './learn-soon.ts';
import { presentCommentPage, presentOwnComment, presentThreadPage } from './present.ts';
import { problem } from './problem.ts';
import { readJson, readQuery } from './read-request.ts';
import { render, sendRendered } from './rendered.ts';
import { tellDesk } from './tell-desk.ts';

/** What readers, crawlers and publishers' pages use. No cookie is read or set here. */
export const reader = new Hono<AppEnv>();

reader.get('/thread', async (c) => {
  const query = readQuery(c, { schema: ThreadQuery });
  if (!query.ok) return query.error;
  const { deps } = c.var;
  const { site: siteKey, url, key, ...view } = query.value;
  const input = { siteKey, page: { url, key }, ...view };
  const address = addressPage(input.page);
  const asked = JSON.stringify([address.ok ? address.value : input.page, view]);
  const rendered = await deps.freshBytes.get(`${siteKey} ${asked}`, async () => {
    const read = await readThread(deps.readThread, input);
    if (!read.ok) return read;
    const time = await deps.formTime(siteKey);
    const proof = await askedProof(c, {
      site: read.value.site,
      page: address.ok ? address.value.page : '',
    });
    const page = presentThreadPage(read.value, { time, proof, now: deps.now() });
    const untimed = { ...page, form: { ...page.form, time: '' } };
    const tag = threadTag(page.thread.id ?? 'none');
    return ok(await render(JSON.stringify(page), { tagged: JSON.stringify(untimed), tag }));
  });
  if (!rendered.ok) return refuse(c, rendered.error);
  return sendRendered(c, { rendered: rendered.value, type: 'application/json' });
});

reader.post('/comments', async (c) => {
  const request = await readJson(c, PostComment);
  if (!request.ok) return request.error;
  const requestKey = readIdempotencyKey(c);
  if (!requestKey.ok) return requestKey.error;
  const { deps } = c.var;
  const { site: siteKey, url, key, title, parent, nickname, ...form } = request.value;
  const posted = await postComment(deps.write(originOf(c)), {
    siteKey,
    page: { url, key },
    title,
    parentId: parent ?? null,
    trap: nickname ?? '',
    name: form.name,
    email: form.email,
    website: form.website,
    body: form.body,
    formTime: form.formTime,
    proof: { kind: 'token', token: form.proof },
    origin: c.req.header('origin') ?? null,
    address: addressOf(c),
    visit: visitOf(c),
    requestKey: requestKey.value,
    nudge: form.nudge ?? false,
    now: deps.now(),
  });
  if (!posted.ok) return refuse(c, posted.error);
  const { comment, site } = posted.value;
  forgetThread(c, { siteKey, threadId: comment.threadId, removed: false });
  announcePosted(c, posted.value);
  tellDesk(c, { comments: [comment], act: 'posted' });
  const answer: PostedComment = {
    comment: presentOwnComment(comment),
    source: comment.source,
    editableUntil: editableUntil(comment, { site, now: deps.now() })?.toISOString() ?? null,
    authorToken: await deps.authorToken(comment.id),
  };
  return c.json(answer, 201, { Location: `/api/v1/comments/${comment.id}` });
});

reader.post('/preview', async (c) => {
  const request = await readJson(c, PreviewComment);
  if (!request.ok) return request.error;
  const answer: PreviewedComment = { body: parseBody(cleanText(request.value.body)) };
  return c.json(answer);
});

reader.get('/comments/:id', async (c) => {
  const { deps } = c.var;
  const id = c.req.param('id');
  const token = readAuthorToken(c);
  const isAuthor = await deps.isAuthor(id, token);
  // A path that a shared cache may keep never depends on who asks: with a token, nothing is kept.
  const now = deps.now();
  const read = await readComment(deps.readComment, { id, isAuthor, now });
  if (!read.ok) return refuse(c, read.error);
  const page = presentCommentPage(read.value, now);
  return c.json(page, 200);
});

reader.patch('/comments/:id', async (c) => {
  const request = await readJson(c, EditComment);
  if (!request.ok) return request.error;
  const { deps } = c.var;
  const id = c.req.param('id');
  const edited = await editComment(deps.write(originOf(c)), {
    id,
    body: request.value.body,
    isAuthor: await deps.isAuthor(id, readAuthorToken(c)),
    origin: c.req.header('origin') ?? null,
    address: addressOf(c),
    visit: visitOf(c),
    now: deps.now(),
  });
  if (!edited.ok) return refuse(c, edited.error);
  const { comment, editableUntil: until, wasReviewed } = edited.value;
  const { siteKey, threadId, status } = comment;
  forgetThread(c, { siteKey, threadId, removed: status !== 'published' });
  announce(c, [id]);
  tellDesk(c, { ids: [id], act: 'edited' });
  if (wasReviewed) learnSoon(c, [siteKey]);
  const answer: EditedComment = {
    comment: presentOwnComment(comment),
    source: comment.source,
    editableUntil: until?.toISOString() ?? null,
  };
  return c.json(answer);
});

reader.delete('/comments/:id', async (c) => {
  const { deps } = c.var;
  const id = c.req.param('id');
  const deleted = await deleteComment(deps.write(originOf(c)), {
    id,
    isAuthor: await deps.isAuthor(id, readAuthorToken(c)),
    origin: c.req.header('origin') ?? null,
    now: deps.now(),
  });
  if (!deleted.ok) return refuse(c, deleted.error);
  forgetThread(c, { ...deleted.value, removed: true });
  announce(c, [id]);
  tellDesk(c, { ids: [id], act: 'deleted' });
  if (deleted.value.reviewed) learnSoon(c, [deleted.value.siteKey]);
  const answer: DeletedComment = { id, status: 'deleted' };
  return c.json(answer);
});

reader.get('/challenge', async (c) => {
  const query = readQuery(c, { schema: ChallengeQuery });
  if (!query.ok) return query.error;
  const { deps } = c.var;
  const site = await deps.findSite(query.value.site);
  if (site === null) return problem(c, 'unknown-site');
  const challenge: Challenge = await deps.proofs.issueChallenge(site);
  const swept = deps.sweepProofs();
  c.executionCtx.waitUntil(swept.catch((error) => console.error('proofs', error)));
  return c.json(challenge, 200, { 'Cache-Control': 'no-store' });
});

reader.get('/counts', async (c) => {
  const query = readQuery(c, { schema: CountsQuery, lists: ['url'] });
  if (!query.ok) return query.error;
  const { deps } = c.var;
  const { site: siteKey, url: urls } = query.value;
  if ((await deps.findSite(siteKey)) === null) return problem(c, 'unknown-site');
  const pages = urls.map((url) => {
    const address = addressPage({ url });
    return { url, page: address.ok ? address.value.page : null };
  });
  const counted = await deps.countPages({
    siteKey,
    pages: pages.flatMap(({ page }) => page ?? []),
  });
  const counts: Counts = {
    counts: pages.map(({ url, page }) => ({ url, count: counted.get(page ?? '') ?? 0 })),
  };
  const rendered = await render(JSON.stringify(counts));
  return sendRendered(c, { rendered, type: 'application/json' });
});
