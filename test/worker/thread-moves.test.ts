import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { DeskThread } from '../../src/contract/threads.ts';
import { beginMerge, moveComments } from '../../src/store/thread-moves.ts';
import { findThreadById } from '../../src/store/threads.ts';
import {
  db,
  OWN,
  PAGE,
  PAPER,
  putSite,
  type Service,
  signInModerator,
  startService,
} from './client.ts';
import { deleteAll } from './delete-all.ts';
import { type Threads, threadsOf } from './threads-client.ts';

let service: Service;
let eve: Threads;
let ada: Threads;
let reader = 0;
const NEW = `${PAPER}/bridge-of-the-year`;
const OTHER = `${PAPER}/river`;

beforeEach(async () => {
  await deleteAll(env.DB);
  await putSite();
  service = startService();
  eve = threadsOf(service, await signInModerator(service, { name: 'Eve', role: 'editor' }));
  ada = threadsOf(service, await signInModerator(service, { name: 'Ada' }));
});

async function threadAt(url: string): Promise<DeskThread> {
  const { thread } = await service.thread({ url });
  return (await eve.read(thread.id ?? '')).thread;
}

/** So many comments under this address, the second one an answer to the first. */
async function write(url: string, many: number): Promise<string[]> {
  const ids: string[] = [];
  for (let i = 0; i < many; i++) {
    service.pass(61_000);
    const parent = i === 1 ? { parent: ids[0] } : {};
    ids.push((await service.post({ url, title: `Title of ${url}`, ...parent })).comment.id);
  }
  return ids;
}

async function move(from: string, to: string, expected: 'move' | 'merge') {
  const thread = await threadAt(from);
  return eve.move(thread.id, { url: to, version: thread.version, expect: expected });
}

const idsAt = async (url: string) =>
  (await service.thread({ url, sort: 'oldest', limit: '100' })).comments.map(({ id }) => id);

async function like(id: string): Promise<void> {
  reader += 1;
  await service.send(`/api/v1/comments/${id}/like`, {
    method: 'PUT',
    headers: { 'reader-key': `reader-of-moves-${reader}` },
  });
}

describe('a move', () => {
  test('is shown before it is done: what would be where, and how many', async () => {
    const ids = await write(PAGE, 3);
    await putSite({ mode: 'pre' });
    await service.post({ url: PAGE, parent: ids[0] });
    const thread = await threadAt(PAGE);
    expect(await eve.preview(thread.id, { url: `${NEW}?utm_source=x#top` })).toEqual({
      kind: 'move',
      to: { page: 'paper.example/bridge-of-the-year', url: NEW },
      comments: { published: 3, others: 1 },
      into: null,
      intoComments: null,
    });
    expect((await eve.preview(thread.id, { url: PAGE })).kind).toBe('none');
    expect((await threadAt(PAGE)).version).toBe(thread.version);
    expect(await idsAt(NEW)).toEqual([]);
  });

  test('leaves the old address leading to the thread, for reading and for writing', async () => {
    const ids = await write(PAGE, 2);
    const { id } = await threadAt(PAGE);
    expect(await move(PAGE, NEW, 'move')).toEqual({ isDone: true, moved: 0, threadId: id });
    const late = (await service.post({ url: PAGE })).comment.id;
    const answer = (await service.post({ url: NEW, parent: ids[0] })).comment.id;
    for (const url of [PAGE, NEW]) {
      expect((await idsAt(url)).toSorted()).toEqual([...ids, late, answer].toSorted());
      expect((await service.thread({ url })).thread).toMatchObject({ id, url: NEW, count: 4 });
      expect((await service.send(`/t?site=planet&url=${url}`)).text).toContain('4 comments');
    }
    expect((await service.send(`/t/${id}`)).status).toBe(200);
    expect((await service.comment(ids[0] ?? '')).permalink).toBe(`${NEW}#comment-${ids[0]}`);
    const around = await service.thread({ url: PAGE, around: ids[1] ?? '' });
    expect(around.comments.map((comment) => comment.id)).toContain(ids[1]);
    const counts = await service.send(
      `/api/v1/counts?${new URLSearchParams([
        ['site', 'planet'],
        ['url', PAGE],
        ['url', NEW],
      ])}`,
    );
    expect(JSON.parse(counts.text).counts.map(({ count }: { count: number }) => count)).toEqual([
      4, 4,
    ]);
    expect((await eve.list({ q: PAGE })).threads.map((one) => one.id)).toEqual([id]);
    expect((await eve.read(id)).addresses).toEqual([PAGE]);
  });

  test('is in the log and is taken back; both addresses lead there ever after', async () => {
    await write(PAGE, 1);
    const { id } = await threadAt(PAGE);
    await move(PAGE, NEW, 'move');
    const { acts } = await eve.read(id);
    expect(acts).toMatchObject([{ kind: 'move', was: { url: PAGE }, became: { url: NEW } }]);
    const undone = await eve.undo(id, acts[0]?.id ?? '');
    expect(undone.thread.url).toBe(PAGE);
    expect(undone.addresses).toEqual([NEW]);
    expect(undone.acts[0]).toMatchObject({ kind: 'move', undoes: acts[0]?.id });
    expect(await idsAt(NEW)).toEqual(await idsAt(PAGE));
    await move(NEW, NEW, 'move');
    await move(PAGE, OTHER, 'move');
    expect((await eve.read(id)).addresses.toSorted()).toEqual([PAGE, NEW].toSorted());
  });

  test('of a thread with a key takes it to an address, and back', async () => {
    const { comment } = await service.post({ url: undefined, key: 'article-7' });
    const id = (await service.comment(comment.id)).thread.id ?? '';
    await eve.move(id, { url: NEW, version: 1, expect: 'move' });
    const byKey = await service.send('/api/v1/thread?site=planet&key=article-7');
    expect(JSON.parse(byKey.text).thread).toMatchObject({ id, url: NEW });
    await eve.move(id, { key: 'article-7', version: 2, expect: 'move' });
    expect(await idsAt(NEW)).toEqual([comment.id]);
  });

  test('is for editors, and for pages of the site only', async () => {
    await write(PAGE, 1);
    const { id } = await threadAt(PAGE);
    for (const path of [`/${id}/move/preview`, `/${id}/move`]) {
      const more = path.endsWith('move') ? { version: 1, expect: 'move' } : {};
      const ask = (to: object) => ({ json: { ...to, ...more } });
      expect((await ada.refused(path, ask({ url: NEW })))[0]).toBe('not-an-editor');
      expect((await eve.refused(path, ask({ url: 'https://evil.example/' })))[0]).toBe(
        'foreign-page',
      );
      expect((await eve.refused(path, ask({})))[0]).toBe('bad-page');
    }
    expect((await eve.refused(`/${'0'.repeat(20)}/move/preview`, { json: { url: NEW } }))[0]).toBe(
      'unknown-thread',
    );
  });

  test('is refused where somebody changed the thread, or where it would be a merge by now', async () => {
    await write(PAGE, 1);
    const thread = await threadAt(PAGE);
    await ada.change(thread, { state: 'closed' });
    const late = { json: { url: NEW, version: 1, expect: 'move' } };
    expect(await eve.refused(`/${thread.id}/move`, late)).toEqual([
      'thread-changed',
      'Ada has closed it meanwhile.',
    ]);
    await write(NEW, 1);
    const other = { json: { url: NEW, version: 2, expect: 'move' } };
    expect((await eve.refused(`/${thread.id}/move`, other))[0]).toBe('thread-changed');
    expect((await threadAt(NEW)).id).not.toBe(thread.id);
  });

  test('by two at once is done once', async () => {
    await write(PAGE, 1);
    const { id } = await threadAt(PAGE);
    const headers = (await signInModerator(service, { name: 'Max', role: 'admin' })).headers;
    const ask = (url: string) =>
      service.send(`/api/v1/desk/threads/${id}/move`, {
        json: { url, version: 1, expect: 'move' },
        headers,
      });
    const statuses = (await Promise.all([ask(NEW), ask(OTHER)])).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([200, 409]);
    expect((await eve.read(id)).acts).toHaveLength(1);
    expect(await env.DB.prepare('SELECT COUNT(*) AS n FROM threads').first('n')).toBe(2);
  });

  test('has those who read the old page connect again, to where the thread is now', async () => {
    const [id] = await write(`${PAGE}-live`, 1);
    const query = new URLSearchParams({ site: 'planet', url: `${PAGE}-live` });
    const { createApp } = await import('../../src/app.ts');
    const { makeDeps } = await import('../../src/deps.ts');
    const connect = async () => {
      const request = new Request(`${OWN}/api/v1/live?${query}`, {
        headers: { upgrade: 'websocket', origin: PAPER },
      });
      const { webSocket } = await createApp(() => makeDeps(env)).fetch(request, env);
      if (!webSocket) throw new Error('no connection');
      webSocket.accept();
      return webSocket;
    };
    const first = await connect();
    const closed = new Promise((done) => {
      first.addEventListener('close', ({ code }) => done(code));
    });
    await move(`${PAGE}-live`, `${NEW}-live`, 'move');
    expect(await closed).toBe(1012);
    const second = await connect();
    const heard = new Promise((done) => {
      second.addEventListener('message', ({ data }) => done(JSON.parse(String(data))));
    });
    await service.post({ url: `${NEW}-live`, parent: id });
    expect(await heard).toMatchObject([{ type: 'comment', count: 2 }]);
  });
});

describe('a merge', () => {
  test('keeps every comment, answer, like and count, under the rules of the thread that stays', async () => {
    const [mine = '', ...others] = await write(PAGE, 4);
    const theirs = await write(OTHER, 3);
    await like(mine);
    await like(mine);
    await ada.change(await threadAt(OTHER), { slowSeconds: 30 });
    const from = await threadAt(PAGE);
    const into = await threadAt(OTHER);
    const preview = await eve.preview(from.id, { url: OTHER });
    expect(preview).toMatchObject({
      kind: 'merge',
      comments: { published: 4, others: 0 },
      into: { id: into.id, title: `Title of ${OTHER}` },
      intoComments: { published: 3, others: 0 },
    });
    const ask = { url: OTHER, version: from.version, expect: 'merge' };
    expect(await eve.move(from.id, ask)).toEqual({ isDone: true, moved: 4, threadId: into.id });
    // Once more changes nothing.
    expect(await eve.move(from.id, ask)).toEqual({ isDone: true, moved: 0, threadId: into.id });
    for (const url of [PAGE, OTHER]) {
      const page = await service.thread({ url });
      expect(page.thread).toMatchObject({ id: into.id, count: 7, slowSeconds: 30, url: OTHER });
      expect((await idsAt(url)).toSorted()).toEqual([mine, ...others, ...theirs].toSorted());
    }
    const top = await service.thread({ url: PAGE, sort: 'top' });
    expect(top.comments[0]).toMatchObject({ id: mine, likes: 2, replyCount: 1 });
    expect((await service.send(`/t/${from.id}`)).text).toContain('7 comments');
    const detail = await eve.read(into.id);
    expect(detail.acts[0]).toMatchObject({ kind: 'merge', was: { url: PAGE } });
    expect(detail).toMatchObject({ addresses: [PAGE], unfinished: [] });
    expect((await eve.list()).threads.map(({ id }) => id)).toEqual([into.id]);
    expect(
      (await eve.refused(`/${into.id}/acts/${detail.acts[0]?.id}`, { method: 'DELETE' }))[0],
    ).toBe('not-undoable');
  });

  test('lets the search find what moved, by the title under which it stands now', async () => {
    await write(PAGE, 2);
    await write(OTHER, 1);
    await move(PAGE, OTHER, 'merge');
    const desk = await signInModerator(service, { name: 'Cleo' });
    expect((await desk.queue({ q: 'river' })).items).toHaveLength(3);
    expect((await desk.queue({ q: 'of https://paper.example/bridge' })).items).toHaveLength(0);
    expect((await desk.queue({ q: 'crossed the bridge' })).items).toHaveLength(3);
  });

  test('with a thread that was joined to others itself brings all their addresses along', async () => {
    const urls = [PAGE, OTHER, NEW] as const;
    for (const url of urls) await write(url, 2);
    await move(PAGE, OTHER, 'merge');
    await move(PAGE, NEW, 'merge');
    for (const url of urls) expect(await idsAt(url)).toHaveLength(6);
    expect((await threadAt(PAGE)).count).toBe(6);
  });

  test('in steps is right after each of them, and goes on where it was broken off', async () => {
    await write(OTHER, 1);
    await write(PAGE, 1);
    const [from, into] = [await threadAt(PAGE), await threadAt(OTHER)];
    await env.DB.prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2500)
       INSERT INTO comments (id, site_key, thread_id, root_id, branch_seq, shown, name, source, body,
         body_parser, status, verdict, rules_version, author_hash, body_hash, created_at)
       SELECT printf('%020d', i), 'planet', ?1, printf('%020d', i), 0, i % 2, 'N', 's', '[]', 1,
         CASE i % 2 WHEN 1 THEN 'published' ELSE 'held' END, 'publish', 1, 'a' || i, 'b' || i, 1772442000000 + i
       FROM n`,
    )
      .bind(from.id)
      .run();
    const ask = { url: OTHER, version: from.version, expect: 'merge' };
    const step = await eve.move(from.id, ask);
    expect(step).toEqual({ isDone: false, moved: 1000, threadId: into.id });
    expect((await eve.read(into.id)).unfinished).toEqual([{ id: from.id, url: PAGE }]);
    expect(await drift()).toEqual([]);
    // Whoever comes by the old address finds the thread that stays, and may write there.
    await service.post({ url: PAGE });
    const steps = [await eve.move(from.id, ask), await eve.move(from.id, ask)];
    expect(steps.map(({ isDone, moved }) => [isDone, moved])).toEqual([
      [false, 1000],
      [true, 501],
    ]);
    expect(await drift()).toEqual([]);
    expect((await threadAt(OTHER)).count).toBe(1253);
    expect((await eve.read(into.id)).unfinished).toEqual([]);
  });

  test('takes a comment in that was posted at its very moment', async () => {
    await write(PAGE, 1);
    await write(OTHER, 1);
    const [from, into] = [await threadAt(PAGE), await threadAt(OTHER)];
    const answers = await Promise.all([
      eve.move(from.id, { url: OTHER, version: from.version, expect: 'merge' }),
      ...Array.from({ length: 8 }, () => service.post({ url: PAGE })),
    ]);
    expect(answers).toHaveLength(9);
    await eve.move(from.id, { url: OTHER, version: from.version, expect: 'merge' });
    expect((await service.thread({ url: PAGE })).thread).toMatchObject({ id: into.id, count: 10 });
    expect(await drift()).toEqual([]);
  });

  test('is no longer begun where either of the two has changed', async () => {
    await write(PAGE, 1);
    await write(OTHER, 1);
    const [from, into] = await Promise.all(
      [PAGE, OTHER].map(async (url) => findThreadById(db, (await threadAt(url)).id)),
    );
    if (!from || !into) throw new Error('no threads');
    const place = { page: from.page, url: from.url };
    const by = { moderator: { id: 'e', name: 'Eve' }, at: new Date(0) };
    const frame = { kind: 'merge', undoes: null, by, was: { ...place, id: from.id } } as const;
    const act = { ...frame, id: 'act', became: place };
    for (const [a, b] of [
      [{ ...from, version: 2 }, into],
      [from, { ...into, version: 2 }],
    ] as const) {
      expect(await beginMerge(db, { from: a, into: b, act })).toBe(false);
    }
    expect((await threadAt(PAGE)).id).toBe(from.id);
    expect((await eve.read(into.id)).acts).toEqual([]);
  });
});

/** Whatever number is not what a recount says. */
async function drift(): Promise<unknown[]> {
  const { results } = await env.DB.prepare(
    `SELECT 'count ' || t.id AS what, t.count AS kept,
       (SELECT COUNT(*) FROM comments c WHERE c.thread_id = t.id AND c.status = 'published') AS real FROM threads t
     UNION ALL SELECT 'level ' || t.id, t.like_level, (SELECT COALESCE(SUM(share), 0) FROM likes l
       JOIN comments c ON c.id = l.comment_id WHERE c.thread_id = t.id) FROM threads t
     UNION ALL SELECT 'replies ' || c.id, c.reply_count, (SELECT COUNT(*) FROM comments a WHERE a.status = 'published'
       AND CASE WHEN c.parent_id IS NULL THEN a.root_id = c.id AND a.id <> c.id ELSE a.parent_id = c.id END) FROM comments c
     UNION ALL SELECT 'queue ' || q.site_key || q.status || q.reviewed, q.count, (SELECT COUNT(*) FROM comments c
       WHERE c.site_key = q.site_key AND c.status = q.status AND c.reviewed = q.reviewed) FROM queue_counts q
     UNION ALL SELECT 'branch ' || c.id, 1, (SELECT r.thread_id = c.thread_id FROM comments r WHERE r.id = c.root_id) FROM comments c`,
  ).all<{ what: string; kept: number; real: number }>();
  return results.filter(({ kept, real }) => kept !== real);
}

test('no comment is lost and no number drifts, whatever is posted, liked, decided, moved and joined', async () => {
  const desk = await signInModerator(service, { name: 'Dan' });
  const act = fc.record({
    kind: fc.constantFrom('post', 'post', 'reply', 'reply', 'like', 'decide', 'move', 'step'),
    page: fc.nat({ max: 3 }),
    to: fc.nat({ max: 3 }),
    pick: fc.nat(),
    status: fc.constantFrom('published', 'held', 'rejected'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 12, maxLength: 25 }), async (acts) => {
      await env.DB.batch(
        ['likes', 'decisions', 'comments', 'threads'].map((t) =>
          env.DB.prepare(`DELETE FROM ${t}`),
        ),
      );
      await env.DB.prepare('DELETE FROM queue_counts').run();
      const made = new Map<string, number>();
      const urlOf = (page: number) => `${PAGE}-of-property-${page}`;
      const find = async (page: number) => (await service.thread({ url: urlOf(page) })).thread.id;
      for (const { kind, page, to, pick, status } of acts) {
        service.pass(61_000);
        const ids = [...made.keys()];
        const id = ids[pick % Math.max(1, ids.length)];
        if (kind === 'post' || id === undefined) {
          made.set((await service.post({ url: urlOf(page) })).comment.id, page);
        } else if (kind === 'reply') {
          const url = urlOf(made.get(id) ?? 0);
          const json = { site: 'planet', url, name: 'R', body: `To ${id}: ${Math.random()}` };
          const { status: code, text } = await service.send('/api/v1/comments', {
            json: { ...json, parent: id },
          });
          if (code === 201) made.set(JSON.parse(text).comment.id, made.get(id) ?? 0);
        } else if (kind === 'like') {
          await like(id);
        } else if (kind === 'decide') {
          const version = await env.DB.prepare('SELECT version FROM comments WHERE id = ?')
            .bind(id)
            .first<number>('version');
          await desk.decide({ commentId: id, version: version ?? 0, to: status });
        } else {
          const from = await find(page);
          if (from === null) continue;
          const { thread } = await eve.read(from);
          const plan = await eve.preview(from, { url: urlOf(to) });
          if (plan.kind === 'none') continue;
          await eve.move(from, { url: urlOf(to), version: thread.version, expect: plan.kind });
        }
      }
      expect(await drift()).toEqual([]);
      // Each is found under the address where it was written.
      for (const [id, page] of made) {
        const threadId = await find(page);
        const own = await env.DB.prepare('SELECT thread_id FROM comments WHERE id = ?')
          .bind(id)
          .first('thread_id');
        expect(own).toBe(threadId);
      }
    }),
    { numRuns: 10 },
  );
}, 60_000);

test('a step of a merge moves nothing that is not the thread’s', async () => {
  await write(PAGE, 2);
  await write(OTHER, 2);
  const from = await threadAt(PAGE);
  expect(await moveComments(db, { fromId: 'nowhere', intoId: from.id })).toEqual({
    moved: 0,
    isDone: true,
  });
  expect(await drift()).toEqual([]);
});
