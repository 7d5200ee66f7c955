import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import { DeskSession } from '../../src/contract/desk-session.ts';
import {
  SavedReplies,
  SavedReply,
  StaffReplied,
  StaffReplyDeleted,
} from '../../src/contract/staff.ts';
import { PAGE, parse, putSite, type Service, signInModerator, startService } from './client.ts';
import { deleteAll } from './delete-all.ts';

let service: Service;
type Moderator = Awaited<ReturnType<typeof signInModerator>>;
let ada: Moderator;

beforeEach(async () => {
  await deleteAll(env.DB);
  await putSite({ mode: 'auto' });
  service = startService();
  ada = await signInModerator(service, { name: 'Ada' });
});

const answer = (who: Moderator, id: string, json: object, key = '') => ({
  path: `/api/v1/desk/comments/${id}/replies`,
  send: { json, headers: { ...who.headers, ...(key && { 'idempotency-key': key }) } },
});

async function reply(who: Moderator, id: string, json: object, key = '') {
  const { path, send } = answer(who, id, json, key);
  return parse(await service.send(path, send), { status: 201, schema: StaffReplied });
}

async function refusedReply(who: Moderator, id: string, json: object, key = '') {
  const { path, send } = answer(who, id, json, key);
  return service.refused(path, send);
}

const page = async () => (await service.thread({})).comments;

describe('a staff reply', () => {
  test('is published under the moderator’s name, with the badge and the markup of any comment', async () => {
    const { comment: asked } = await service.post();
    const { comment, decisionId, item } = await reply(ada, asked.id, {
      body: 'We *corrected* it, see https://paper.example/note',
    });
    expect(decisionId).toBeNull();
    expect(comment).toMatchObject({ name: 'Ada', badge: 'staff', parentId: asked.id });
    expect(JSON.stringify(comment.body)).toContain('emphasis');
    expect(item?.answers).toMatchObject([{ name: 'Ada', badge: 'staff', id: comment.id }]);
    const { comments, thread } = await service.thread({});
    expect(thread.count).toBe(2);
    expect(comments).toMatchObject([{ replyCount: 1, badge: null }, { badge: 'staff' }]);
    const { items } = await ada.queue({ queue: 'published' });
    expect(items.find(({ id }) => id === comment.id)).toMatchObject({
      badge: 'staff',
      reviewed: true,
      findings: [],
    });
    const { text } = await service.send(`/t?site=planet&url=${encodeURIComponent(PAGE)}`);
    expect(text).toContain('<span class="badge">Staff</span>');
  });

  test('speaks for the article’s author where its moderator says so', async () => {
    const { comment: asked } = await service.post();
    const { comment } = await reply(ada, asked.id, { body: 'I wrote that.', as: 'author' });
    expect(comment.badge).toBe('author');
    const { text } = await service.send(`/t?site=planet&url=${encodeURIComponent(PAGE)}`);
    expect(text).toContain('<span class="badge">Author of the article</span>');
    expect((await refusedReply(ada, asked.id, { body: 'Me.', as: 'king' })).code).toBe(
      'invalid-request',
    );
  });

  test('has its badge from the desk alone: no reader’s name or field brings one', async () => {
    await service.post({ name: 'Staff' });
    await service.post({ name: 'Ada' });
    const json = { site: 'planet', url: PAGE, name: 'Eve', body: 'Believe me.', badge: 'staff' };
    expect((await service.refused('/api/v1/comments', { json })).code).toBe('invalid-request');
    expect(await page()).toEqual([]);
    const { items } = await ada.queue({ queue: 'held' });
    expect(items.map(({ badge }) => badge)).toEqual([null, null]);
  });

  test('is not screened, but follows the rules of the form', async () => {
    await putSite({ banned: ['cucumber'], maxLinks: 0, maxLength: 100 });
    const { comment: asked } = await service.post();
    const { comment } = await reply(ada, asked.id, {
      body: 'A cucumber: https://paper.example/a https://paper.example/b',
    });
    expect(comment.status).toBe('published');
    expect(await refusedReply(ada, asked.id, { body: ' \u200b' })).toMatchObject({
      code: 'invalid-form',
      errors: [{ field: 'body', message: 'Please enter your comment!' }],
    });
    expect(await refusedReply(ada, asked.id, { body: 'a'.repeat(101) })).toMatchObject({
      code: 'invalid-form',
      errors: [{ field: 'body', code: 'too-long' }],
    });
  });

  test('to a comment that waits is refused, or publishes it in the same go', async () => {
    await putSite({ mode: 'pre' });
    const { comment: asked } = await service.post();
    expect((await refusedReply(ada, asked.id, { body: 'Hm.' })).code).toBe('parent-not-published');
    expect(await page()).toEqual([]);
    const stale = await refusedReply(ada, asked.id, { body: 'Hm.', publish: 7 });
    expect(stale.code).toBe('changed-meanwhile');
    const { decisionId, item, counts } = await reply(ada, asked.id, { body: 'Hm.', publish: 1 });
    expect(item).toMatchObject({ status: 'published', version: 2, reviewed: true });
    expect(counts).toMatchObject({ held: 0, published: 2, unreviewed: 0 });
    expect((await page()).map(({ badge }) => badge)).toEqual([null, 'staff']);
    const undone = await ada.undo(decisionId ?? '');
    expect(undone.result).toMatchObject({ result: 'done', status: 'held' });
    expect(await page()).toMatchObject([{ status: 'deleted', name: '' }, { badge: 'staff' }]);
  });

  test('that is refused for its text publishes nothing', async () => {
    await putSite({ mode: 'pre' });
    const { comment: asked } = await service.post();
    expect((await refusedReply(ada, asked.id, { body: '', publish: 1 })).code).toBe('invalid-form');
    expect(await page()).toEqual([]);
  });

  test('is stored once for one key, and the key is its moderator’s', async () => {
    const { comment: asked } = await service.post();
    const first = await reply(ada, asked.id, { body: 'Once.' }, 'key-of-this-reply');
    const again = await reply(ada, asked.id, { body: 'Once.' }, 'key-of-this-reply');
    expect(again.comment.id).toBe(first.comment.id);
    expect((await refusedReply(ada, asked.id, { body: 'Other.' }, 'key-of-this-reply')).code).toBe(
      'key-reused',
    );
    const bob = await signInModerator(service, { name: 'Bob' });
    const other = await reply(bob, asked.id, { body: 'Once.' }, 'key-of-this-reply');
    expect(other.comment.name).toBe('Bob');
    expect((await service.thread({})).thread.count).toBe(3);
  });

  test('sent twice at once is stored once', async () => {
    const { comment: asked } = await service.post();
    const both = await Promise.all(
      [1, 2].map(() => reply(ada, asked.id, { body: 'At once.' }, 'key-sent-twice')),
    );
    expect(new Set(both.map(({ comment }) => comment.id)).size).toBe(1);
    expect((await service.thread({})).thread.count).toBe(2);
  });

  test('needs a session, the desk’s own page, and a site of one’s own', async () => {
    const { comment: asked } = await service.post();
    const path = `/api/v1/desk/comments/${asked.id}/replies`;
    const json = { body: 'Hm.' };
    const own = { origin: ada.headers.origin };
    expect((await service.refused(path, { json, headers: own })).code).toBe('signed-out');
    const foreign = { ...ada.headers, origin: 'https://paper.example' };
    expect((await service.refused(path, { json, headers: foreign })).code).toBe('foreign-origin');
    const eve = await signInModerator(service, { name: 'Eve', sites: ['other'] });
    expect((await refusedReply(eve, asked.id, json)).code).toBe('unknown-comment');
    expect((await refusedReply(ada, 'nothing', json)).code).toBe('unknown-comment');
  });

  test('is deleted by its moderator alone, and leaves nothing of what was written', async () => {
    const { comment: asked } = await service.post();
    const { comment } = await reply(ada, asked.id, { body: 'Too soon.' });
    const bob = await signInModerator(service, { name: 'Bob' });
    const path = `/api/v1/desk/replies/${comment.id}`;
    const drop = (who: Moderator) => service.send(path, { method: 'DELETE', headers: who.headers });
    expect((await service.refused(path, { method: 'DELETE', headers: bob.headers })).code).toBe(
      'unknown-comment',
    );
    const schema = StaffReplyDeleted;
    const { item } = parse(await drop(ada), { status: 200, schema });
    expect(item).toMatchObject({ id: asked.id, answers: [] });
    expect((await service.thread({})).thread.count).toBe(1);
    parse(await drop(ada), { status: 200, schema });
    const row = await env.DB.prepare('SELECT name, source FROM comments WHERE id = ?1')
      .bind(comment.id)
      .first();
    expect(row).toEqual({ name: '', source: '' });
    const mine = `/api/v1/desk/replies/${asked.id}`;
    expect((await service.refused(mine, { method: 'DELETE', headers: ada.headers })).code).toBe(
      'unknown-comment',
    );
  });

  test('that a colleague rejects teaches no filter', async () => {
    const { comment: asked } = await service.post();
    const { comment } = await reply(ada, asked.id, { body: 'Buy our paper at paper.example.' });
    const bob = await signInModerator(service, { name: 'Bob' });
    await bob.decide({ commentId: comment.id, version: 1, to: 'spam' });
    const taught = env.DB.prepare('SELECT SUM(about_spam) AS n FROM decisions');
    expect(await taught.first('n')).toBe(0);
    const thrownOut = env.DB.prepare('SELECT COUNT(*) AS n FROM thrown_out');
    expect(await thrownOut.first('n')).toBe(0);
  });
});

describe('saved replies', () => {
  const list = async (who: Moderator) =>
    parse(await service.send('/api/v1/desk/sites/planet/replies', who), {
      status: 200,
      schema: SavedReplies,
    });
  const path = '/api/v1/desk/sites/planet/replies';

  test('are written by editors and read by every moderator of the site', async () => {
    const chief = await signInModerator(service, { name: 'Chief', role: 'editor' });
    const json = { title: ' Corrected ', body: 'Thank you, we have *corrected* it.' };
    const made = parse(await service.send(path, { json, ...chief }), {
      status: 201,
      schema: SavedReply,
    });
    expect(await list(ada)).toEqual({
      replies: [{ id: made.id, title: 'Corrected', body: json.body }],
      mayChange: false,
    });
    expect((await list(chief)).mayChange).toBe(true);
    expect((await service.refused(path, { json, ...ada })).code).toBe('not-an-editor');
    const one = `${path}/${made.id}`;
    const changed = { json: { title: 'Mended', body: 'Thanks.' }, method: 'PUT' };
    parse(await service.send(one, { ...changed, ...chief }), { status: 200, schema: SavedReply });
    expect((await list(ada)).replies).toMatchObject([{ title: 'Mended', body: 'Thanks.' }]);
    expect((await service.refused(one, { ...changed, ...ada })).code).toBe('not-an-editor');
    expect((await service.refused(one, { method: 'DELETE', ...ada })).code).toBe('not-an-editor');
    expect((await service.send(one, { method: 'DELETE', ...chief })).status).toBe(200);
    expect((await service.refused(one, { method: 'DELETE', ...chief })).code).toBe('unknown-reply');
    expect((await service.refused(one, { ...changed, ...chief })).code).toBe('unknown-reply');
  });

  test('of another site are as good as unknown, also to change', async () => {
    const eve = await signInModerator(service, { name: 'Eve', role: 'editor', sites: ['other'] });
    const json = { title: 'A', body: 'B' };
    expect((await service.refused(path, eve)).code).toBe('unknown-site');
    expect((await service.refused(path, { json, ...eve })).code).toBe('unknown-site');
    const root = await signInModerator(service, { name: 'Root', role: 'admin', sites: [] });
    const nowhere = '/api/v1/desk/sites/nowhere/replies';
    expect((await service.refused(nowhere, { json, ...root })).code).toBe('unknown-site');
  });

  test('say what is wrong with one, and are at most 50', async () => {
    const chief = await signInModerator(service, { name: 'Chief', role: 'admin', sites: [] });
    const bad = { title: '  ', body: 'a'.repeat(5001) };
    expect(await service.refused(path, { json: bad, ...chief })).toMatchObject({
      code: 'invalid-form',
      errors: [
        { field: 'title', message: 'Give the reply a title.' },
        { field: 'body', message: 'At most 5000 characters.' },
      ],
    });
    await env.DB.prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50)
       INSERT INTO saved_replies (id, site_key, title, body, moderator, changed_at)
       SELECT 'reply-' || i, 'planet', 'T' || i, 'B', 'Chief', 1 FROM n`,
    ).run();
    const json = { title: 'One more', body: 'B' };
    expect((await service.refused(path, { json, ...chief })).code).toBe('too-many-replies');
  });
});

test('whoever signs in learns what their sites reject comments for, nine reasons at most', async () => {
  const { screening } = await putSite();
  const reasons = Array.from({ length: 11 }, (_, i) => `Reason ${i + 1}`);
  await putSite({ screening: { ...screening, rejectReasons: reasons } });
  const answer = await service.send('/api/v1/desk/session', ada);
  const { sites } = parse(answer, { status: 200, schema: DeskSession });
  expect(sites).toEqual([
    { key: 'planet', name: 'The Planet', rejectReasons: reasons.slice(0, 9) },
  ]);
});
