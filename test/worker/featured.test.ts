import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import { Cards } from '../../src/contract/cards.ts';
import { ChangedItem } from '../../src/contract/notes.ts';
import { PAGE, parse, putSite, type Service, signInModerator, startService } from './client.ts';
import { deleteAll } from './delete-all.ts';

let service: Service;
type Moderator = Awaited<ReturnType<typeof signInModerator>>;
let ada: Moderator;

beforeEach(async () => {
  await deleteAll(env.DB);
  await putSite();
  service = startService();
  ada = await signInModerator(service, { name: 'Ada' });
});

const pathOf = (id: string) => `/api/v1/desk/comments/${id}/featured`;

const put = (who: Pick<Moderator, 'headers'>, version = 1) => ({
  method: 'PUT',
  json: { version },
  headers: who.headers,
});

async function feature(id: string, method: 'PUT' | 'DELETE' = 'PUT') {
  const request = method === 'PUT' ? put(ada) : { method, headers: ada.headers };
  const answer = await service.send(pathOf(id), request);
  return parse(answer, { status: 200, schema: ChangedItem }).item;
}

const refused = (id: string, who: Pick<Moderator, 'headers'> = ada) =>
  service.refused(pathOf(id), put(who));

const edit = (token: string, body: string) => ({
  method: 'PATCH',
  json: { body },
  headers: { authorization: `Author ${token}` },
});

const onTop = async () => (await service.thread({})).featured.map(({ id }) => id);

/** Posts apart in time, as readers do. */
async function post(change: Record<string, unknown> = {}) {
  service.pass(61_000);
  return service.post(change);
}

describe('a featured comment', () => {
  test('stands on top of the first page as a copy, and still in its place', async () => {
    const { comment } = await post({ name: 'Grace' });
    await post();
    expect(await feature(comment.id)).toMatchObject({ featured: { by: 'Ada' } });
    const { featured, comments } = await service.thread({});
    expect(featured).toEqual([comments.find(({ id }) => id === comment.id)]);
    expect(comments).toHaveLength(2);
    const { nextCursor } = await service.thread({ limit: '1' });
    expect((await service.thread({ limit: '1', cursor: nextCursor ?? '' })).featured).toEqual([]);
    expect((await service.thread({ around: comment.id })).featured).toEqual([]);
    expect((await service.thread({ branch: comment.id })).featured).toEqual([]);
    const { text } = await service.send(`/t?site=planet&url=${encodeURIComponent(PAGE)}`);
    expect(text).toContain('<h3 id="featured">Featured</h3>');
    expect(text).toContain(`around=${comment.id}#comment-${comment.id}`);
    expect(text.match(new RegExp(` id="comment-${comment.id}"`, 'g'))).toHaveLength(1);
  });

  test('is taken from there, again and again to the same end, and the log knows who and when', async () => {
    const { comment } = await post();
    await feature(comment.id);
    await feature(comment.id);
    expect(await onTop()).toEqual([comment.id]);
    expect((await feature(comment.id, 'DELETE'))?.featured).toBeNull();
    await feature(comment.id, 'DELETE');
    expect(await onTop()).toEqual([]);
    const { results } = await env.DB.prepare(
      'SELECT moderator, featured FROM featurings ORDER BY id',
    ).all();
    expect(results).toHaveLength(2);
    expect(results).toContainEqual({ moderator: 'Ada', featured: 1 });
    expect(results).toContainEqual({ moderator: 'Ada', featured: 0 });
  });

  test('is one of at most five of its thread, also when many are put there at once', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 7; i++) ids.push((await post()).comment.id);
    const tried = await Promise.all(ids.map((id) => service.send(pathOf(id), put(ada))));
    expect(tried.filter(({ status }) => status === 200)).toHaveLength(5);
    const top = await onTop();
    expect(top).toHaveLength(5);
    const left = ids.find((id) => !top.includes(id)) ?? '';
    expect((await refused(left)).code).toBe('too-many-featured');
    await feature(top[0] ?? '', 'DELETE');
    await feature(left);
    expect((await onTop()).at(-1)).toBe(left);
    const { comment: elsewhere } = await post({ url: `${PAGE}-2` });
    expect(await feature(elsewhere.id)).not.toBeNull();
  });

  test('is one that readers see', async () => {
    await putSite({ mode: 'pre' });
    const { comment } = await post();
    expect((await refused(comment.id)).code).toBe('not-published');
  });

  test.each(['rejected', 'spam', 'held'])('leaves the top when it becomes %s', async (to) => {
    const { comment } = await post();
    await feature(comment.id);
    const { results } = await ada.decide({ commentId: comment.id, version: 1, to });
    expect(await onTop()).toEqual([]);
    const [made] = results;
    if (made?.result !== 'done') throw new Error('not decided');
    await ada.undo(made.decisionId);
    // To stand on top again somebody must want it again.
    expect(await onTop()).toEqual([]);
  });

  test('is one that the moderator has read: edited meanwhile, it is refused in words', async () => {
    const { comment, authorToken } = await post();
    const path = `/api/v1/comments/${comment.id}`;
    expect((await service.send(path, edit(authorToken, 'Buy my boat.'))).status).toBe(200);
    expect(await refused(comment.id)).toMatchObject({
      code: 'changed-meanwhile',
      status: 409,
      detail: 'Its author has edited this comment meanwhile.',
    });
    expect(await onTop()).toEqual([]);
    const answer = await service.send(`/api/v1/desk/comments?ids=${comment.id}`, ada);
    const [now] = parse(answer, { status: 200, schema: Cards }).items;
    expect(now).toMatchObject({ version: 2, source: 'Buy my boat.', featured: null });
    await service.send(pathOf(comment.id), put(ada, now?.version));
    expect(await onTop()).toEqual([comment.id]);
  });

  test('is not featured when the edit comes between the look and the write', async () => {
    const { comment, authorToken } = await post();
    const path = `/api/v1/comments/${comment.id}`;
    const slow = startService(
      justBefore('SET featured_at = ?2', () => service.send(path, edit(authorToken, 'Buy.'))),
    );
    const answer = await slow.refused(pathOf(comment.id), put(ada));
    expect(answer).toMatchObject({ code: 'changed-meanwhile' });
    expect(await onTop()).toEqual([]);
  });

  test('that a colleague has decided about meanwhile is named with who did what', async () => {
    const bob = await signInModerator(service, { name: 'Bob' });
    const { comment } = await post();
    await bob.decide({ commentId: comment.id, version: 1, to: 'rejected' });
    expect((await refused(comment.id)).detail).toBe('Already decided by Bob: rejected.');
  });

  test('leaves the top when its author deletes it or changes its words', async () => {
    const [first, second] = [await post(), await post()];
    for (const { comment } of [first, second]) await feature(comment.id);
    const by = (token: string) => ({ headers: { authorization: `Author ${token}` } });
    await service.send(`/api/v1/comments/${first.comment.id}`, {
      method: 'DELETE',
      ...by(first.authorToken),
    });
    expect(await onTop()).toEqual([second.comment.id]);
    await service.send(`/api/v1/comments/${second.comment.id}`, {
      method: 'PATCH',
      json: { body: 'Something else altogether.' },
      ...by(second.authorToken),
    });
    expect(await onTop()).toEqual([]);
    expect((await service.thread({})).comments).toHaveLength(1);
  });

  test('is put there by moderators of its site alone', async () => {
    const { comment } = await post();
    const eve = await signInModerator(service, { name: 'Eve', sites: ['other'] });
    expect((await refused(comment.id, eve)).code).toBe('unknown-comment');
    const out = { headers: { origin: ada.headers.origin, cookie: '' } };
    expect((await refused(comment.id, out)).code).toBe('signed-out');
    expect(await onTop()).toEqual([]);
  });

  test('costs a first page of 20 usual comments no more than its 3 KB', async () => {
    const words =
      'bridge river council winter bus driver lamp school market harbour ferry ticket clerk budget fence gravel mayor letter station kiosk'.split(
        ' ',
      );
    const ids: string[] = [];
    for (let i = 0; i < 20; i++) {
      const some = words.map((_, at) => words[(at * 7 + i * 3) % words.length]).slice(0, 18);
      const { comment } = await post({ name: `Reader ${i}`, body: `${some.join(' ')} ${i}.` });
      ids.push(comment.id);
    }
    for (const id of ids.slice(0, 5)) await feature(id);
    const { text } = await service.send(`/api/v1/thread?site=planet&url=${PAGE}`);
    expect(JSON.parse(text).featured).toHaveLength(5);
    expect(await gzipped(text)).toBeLessThanOrEqual(3000);
  });
});

/** The database, in which something happens just before a statement with these words is run. */
function justBefore(words: string, happens: () => Promise<unknown>) {
  let isNext = false;
  const prepare = (text: string) => {
    isNext ||= text.includes(words);
    return env.DB.prepare(text);
  };
  const batch: D1Database['batch'] = async (statements) => {
    if (isNext) await happens();
    isNext = false;
    return env.DB.batch(statements);
  };
  const DB = new Proxy(env.DB, {
    get: (target, name) => {
      if (name === 'prepare') return prepare;
      if (name === 'batch') return batch;
      const member: unknown = Reflect.get(target, name);
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
  return { ...env, DB };
}

async function gzipped(text: string): Promise<number> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return (await new Response(stream).arrayBuffer()).byteLength;
}
