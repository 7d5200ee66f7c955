import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import type { DeskThread } from '../../src/contract/threads.ts';
import { removeSite } from '../../src/store/sites.ts';
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
let ada: Threads;
let eve: Threads;
let adaHeaders: Record<string, string>;
const HOUR = 3_600_000;

beforeEach(async () => {
  await deleteAll(env.DB);
  await putSite();
  service = startService();
  const person = await signInModerator(service, { name: 'Ada' });
  adaHeaders = person.headers;
  ada = threadsOf(service, person);
  eve = threadsOf(service, await signInModerator(service, { name: 'Eve', role: 'editor' }));
});

/** A thread with one published comment, as the desk sees it. */
async function aThread(url = PAGE): Promise<DeskThread> {
  const { comment } = await service.post({ url, title: `About ${url}` });
  const { thread } = await service.comment(comment.id);
  return (await ada.read(thread.id ?? '')).thread;
}

const paragraph = (...children: unknown[]) => [{ type: 'paragraph', children }];
const refusedPost = (change: object = {}, headers: Record<string, string> = {}) =>
  service.refused('/api/v1/comments', {
    json: { site: 'planet', url: PAGE, name: 'Grace', body: `Words ${Math.random()}`, ...change },
    headers,
  });

describe('the list', () => {
  test('begins with the thread that heard something last, held or not', async () => {
    await aThread(`${PAGE}-1`);
    await aThread(`${PAGE}-2`);
    await putSite({ mode: 'pre' });
    service.pass(1000);
    await service.post({ url: `${PAGE}-1` });
    const { threads } = await ada.list();
    expect(threads.map(({ url, count }) => [url, count])).toEqual([
      [`${PAGE}-1`, 1],
      [`${PAGE}-2`, 1],
    ]);
    expect(threads[0]?.newestAt).toBe('2026-03-02T09:00:01.000Z');
  });

  test('is paged without losing or repeating a thread', async () => {
    for (let i = 0; i < 5; i++) await aThread(`${PAGE}-${i}`);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<Threads['list']>> = await ada.list({
        limit: '2',
        ...(cursor && { cursor }),
      });
      seen.push(...page.threads.map(({ url }) => url ?? ''));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual([4, 3, 2, 1, 0].map((i) => `${PAGE}-${i}`));
  });

  test.each([
    ['a part of the title', 'out https', 1],
    ['a part of the address', 'bridge-7', 1],
    ['letters without accents', 'bRíDge-7', 1],
    ['two letters', 'e-', 2],
    ['the whole address with what only tracks', `${PAGE}-7?utm_source=letter#comments`, 1],
    ['what is nowhere', 'tunnel', 0],
    ['signs of the search engine', '" OR *', 0],
  ])('is searched by %s', async (_, q, found) => {
    await aThread(`${PAGE}-7`);
    if (found !== 1) await aThread(`${PAGE}-8`);
    expect((await ada.list({ q })).threads).toHaveLength(found);
  });

  test('shows a moderator the threads of their own sites only', async () => {
    await putSite({ key: 'secret' });
    const { comment } = await service.post({ site: 'secret' });
    const id = (await service.comment(comment.id)).thread.id ?? '';
    expect((await ada.list()).threads).toEqual([]);
    expect((await ada.list({ q: 'bridge' })).threads).toEqual([]);
    expect((await ada.refused('?site=secret'))[0]).toBe('unknown-site');
    expect((await ada.refused(`/${id}`))[0]).toBe('unknown-thread');
    const close = { method: 'PATCH', json: { version: 1, state: 'closed' } };
    expect((await ada.refused(`/${id}`, close))[0]).toBe('unknown-thread');
  });

  test('takes in thousands of comments at once, and goes with its site', async () => {
    await aThread();
    await env.DB.prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 12000)
       INSERT INTO comments (id, site_key, thread_id, root_id, branch_seq, shown, name, source, body,
         body_parser, status, verdict, rules_version, author_hash, body_hash, created_at)
       SELECT printf('%020d', i), 'planet', (SELECT id FROM threads), printf('%020d', i), 0, 0, 'N', 's', '[]',
         1, 'spam', 'spam', 1, 'a', i, 1772442000000 + i FROM n`,
    ).run();
    expect((await ada.list()).threads[0]?.newestAt).toBe('2026-03-02T09:00:12.000Z');
    await removeSite(db, 'planet');
    for (const table of ['thread_list', 'thread_acts', 'threads']) {
      expect(await env.DB.prepare(`SELECT COUNT(*) AS n FROM ${table}`).first('n')).toBe(0);
    }
    expect(
      await env.DB.prepare(`SELECT COUNT(*) AS n FROM thread_search('bridge')`).first('n'),
    ).toBe(0);
  });
});

describe('closing', () => {
  test('refuses posts and shows the message in the place of the form, hostile text as text', async () => {
    const thread = await aThread();
    const message = 'Closed *for now*. <img src=x onerror=alert(1)> javascript:alert(1)';
    const { thread: closed } = await ada.change(thread, { state: 'closed', message });
    expect(closed).toMatchObject({ isClosed: true, state: 'closed', message, version: 2 });
    expect((await refusedPost()).code).toBe('thread-closed');
    const page = await service.thread({});
    expect(page.thread).toMatchObject({
      state: 'closed',
      message: paragraph(
        'Closed ',
        { type: 'emphasis', children: ['for now'] },
        '. <img src=x onerror=alert(1)> javascript:alert(1)',
      ),
    });
    const { text } = await service.send(`/t?site=planet&url=${PAGE}`);
    expect(text).toContain('Closed <em>for now</em>. &lt;img src=x onerror=alert(1)&gt;');
    expect(text).not.toContain('<form');
  });

  test('and opening again are both in the log, with who and when', async () => {
    const thread = await aThread();
    const closed = await ada.change(thread, { state: 'closed', message: 'Enough.' });
    service.pass(HOUR);
    const { acts } = await eve.change(closed.thread, { state: 'site' });
    expect(acts).toMatchObject([
      {
        kind: 'change',
        by: 'Eve',
        at: '2026-03-02T10:00:00.000Z',
        was: { state: 'closed' },
        became: { state: 'site' },
      },
      {
        by: 'Ada',
        at: '2026-03-02T09:00:00.000Z',
        was: { state: 'site', message: null },
        became: { state: 'closed', message: 'Enough.' },
      },
    ]);
    await service.post();
  });

  test('by the site’s rule is overruled by opening, and comes back with the rule', async () => {
    await putSite({ closeAfterDays: 1 });
    const thread = await aThread();
    service.pass(25 * HOUR);
    expect((await service.thread({})).thread.state).toBe('closed');
    const { thread: open } = await ada.change(thread, { state: 'open' });
    expect(open).toMatchObject({ isClosed: false, state: 'open' });
    await service.post();
    await ada.change(open, { state: 'site' });
    expect((await refusedPost()).code).toBe('thread-closed');
  });

  test('is not lost by a text without anything to see', async () => {
    const { thread } = await ada.change(await aThread(), {
      state: 'closed',
      message: ' \u200b\n ',
    });
    expect(thread).toMatchObject({ message: null, isClosed: true });
    expect((await service.thread({})).thread.message).toEqual([]);
  });
});

describe('slow mode', () => {
  const by = (name: string, address: string) =>
    [{ name }, { 'cf-connecting-ip': address }] as const;

  test('refuses the same author with the seconds that are left, and nobody else', async () => {
    const thread = await aThread();
    await ada.change(thread, { slowSeconds: 90 });
    await service.post(...by('Grace', '203.0.113.5'));
    service.pass(30_500);
    const problem = await refusedPost(...by('Grace', '203.0.113.5'));
    expect([problem.code, problem.status, problem.headers.get('retry-after')]).toEqual([
      'slow-mode',
      429,
      '60',
    ]);
    await service.post(...by('Linus', '203.0.113.5'));
    service.pass(59_500);
    await service.post(...by('Grace', '203.0.113.5'));
  });

  test('counts what was held, and only in this thread', async () => {
    await ada.change(await aThread(), { slowSeconds: 60 });
    await service.post({ ...by('Grace', '')[0], url: `${PAGE}-2` }, by('', '203.0.113.5')[1]);
    await putSite({ mode: 'pre' });
    expect((await service.post(...by('Grace', '203.0.113.5'))).comment.status).toBe('held');
    expect((await refusedPost(...by('Grace', '203.0.113.5'))).code).toBe('slow-mode');
  });

  test('lets an author mend what they wrote', async () => {
    await ada.change(await aThread(), { slowSeconds: 60 });
    const { comment, authorToken } = await service.post(...by('Grace', '203.0.113.5'));
    const { status } = await service.send(`/api/v1/comments/${comment.id}`, {
      method: 'PATCH',
      json: { body: 'Mended words.' },
      headers: { authorization: `Author ${authorToken}`, 'cf-connecting-ip': '203.0.113.5' },
    });
    expect(status).toBe(200);
  });

  test('is told to readers before, and without JavaScript the text stays in the form', async () => {
    await ada.change(await aThread(), { slowSeconds: 300 });
    expect((await service.thread({})).thread.slowSeconds).toBe(300);
    expect((await service.send(`/t?site=planet&url=${PAGE}`)).text).toContain(
      'Slow mode: everybody can post one comment in 5 minutes.',
    );
    const write = (body: string) =>
      service.send('/t', {
        body: String(new URLSearchParams({ site: 'planet', url: PAGE, name: 'Grace', body })),
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'cf-connecting-ip': '203.0.113.5',
        },
      });
    expect((await write('The first words of mine.')).status).toBe(201);
    const { status, text } = await write('The second words of mine.');
    expect(status).toBe(429);
    expect(text).toContain('You can post again in 5 minutes.');
    expect(text).toContain('The second words of mine.</textarea>');
  });
});

describe('the mode of a thread', () => {
  test('goes before the site’s, in both directions', async () => {
    const { thread } = await eve.change(await aThread(), { mode: 'pre' });
    const { comment } = await service.post();
    expect(comment.status).toBe('held');
    await putSite({ mode: 'pre' });
    await eve.change(thread, { mode: 'auto' });
    expect((await service.post()).comment.status).toBe('published');
    expect((await service.post({ url: `${PAGE}-2` })).comment.status).toBe('held');
  });

  test('post shows what the checks would hold, and nobody is asked to rephrase', async () => {
    await putSite({ suspect: ['casino'] });
    const thread = await aThread();
    const post = () => service.post({ body: `A casino ${Math.random()}`, nudge: true });
    expect((await refusedPost({ body: 'A casino', nudge: true })).code).toBe('rephrase');
    await eve.change(thread, { mode: 'post' });
    expect((await post()).comment.status).toBe('published');
  });

  test('holds for an edit as well', async () => {
    await putSite({ suspect: ['casino'] });
    await eve.change(await aThread(), { mode: 'post' });
    const { comment, authorToken } = await service.post();
    await service.send(`/api/v1/comments/${comment.id}`, {
      method: 'PATCH',
      json: { body: 'My casino.' },
      headers: { authorization: `Author ${authorToken}` },
    });
    expect((await service.comment(comment.id)).comment.status).toBe('published');
  });
});

describe('an announcement', () => {
  test('stands above the comments, in the markup that comments have', async () => {
    await eve.change(await aThread(), { announcement: 'The minister **answers** at noon. <b>' });
    expect((await service.thread({})).thread.announcement).toEqual(
      paragraph('The minister ', { type: 'strong', children: ['answers'] }, ' at noon. <b>'),
    );
    const { text } = await service.send(`/t?site=planet&url=${PAGE}`);
    expect(text).toContain('The minister <strong>answers</strong> at noon. &lt;b&gt;');
    expect(text.indexOf('The minister')).toBeLessThan(text.indexOf('<ol class="thread">'));
  });
});

describe('who may do what', () => {
  const patch = (json: object) => ({ method: 'PATCH', json: { version: 1, ...json } });

  test('a moderator closes, opens and slows down, and sets neither mode nor announcement', async () => {
    const thread = await aThread();
    for (const change of [{ mode: 'pre' }, { announcement: 'Hear me.' }]) {
      const [code, words] = await ada.refused(`/${thread.id}`, patch(change));
      expect([code, words]).toEqual([
        'not-an-editor',
        'Only an editor can set a thread’s mode or announcement, or move it to another address.',
      ]);
    }
    // Nothing of it is done where a part may not be.
    await ada.refused(`/${thread.id}`, patch({ state: 'closed', mode: 'pre' }));
    expect((await ada.read(thread.id)).thread).toMatchObject({ state: 'site', version: 1 });
    await ada.change(thread, { state: 'closed', slowSeconds: 60, mode: null });
  });

  test('a moderator cannot take back what only an editor may do', async () => {
    const thread = await aThread();
    const { acts } = await eve.change(thread, { mode: 'pre' });
    const undo = `/${thread.id}/acts/${acts[0]?.id}`;
    expect((await ada.refused(undo, { method: 'DELETE' }))[0]).toBe('not-an-editor');
    expect((await eve.undo(thread.id, acts[0]?.id ?? '')).thread.mode).toBeNull();
  });

  test('nobody from another page, and nobody who is not signed in', async () => {
    const { id } = await aThread();
    const path = `/api/v1/desk/threads/${id}`;
    const foreign = { origin: PAPER };
    const close = patch({ state: 'closed' });
    expect((await service.refused(path, { ...close, headers: foreign })).code).toBe(
      'foreign-origin',
    );
    expect((await service.refused(path, { ...close, headers: { origin: OWN } })).code).toBe(
      'signed-out',
    );
  });

  test.each([
    [{ slowSeconds: -1 }, 'slowSeconds'],
    [{ slowSeconds: 86_401 }, 'slowSeconds'],
    [{ state: 'ajar' }, 'state'],
    [{ mode: 'never' }, 'mode'],
    [{ message: 'x'.repeat(2001) }, 'message'],
    [{ colour: 'red' }, 'colour'],
  ])('nobody what makes no sense: %j', async (change, field) => {
    const { id } = await aThread();
    const problem = await service.refused(`/api/v1/desk/threads/${id}`, {
      ...patch(change),
      headers: (await signInModerator(service, { name: 'Max', role: 'admin' })).headers,
    });
    expect([problem.code, problem.errors?.[0]?.field]).toEqual(['invalid-request', field]);
  });
});

describe('two moderators', () => {
  test('do not overwrite each other: the second is told what the first has done', async () => {
    const thread = await aThread();
    await eve.change(thread, { state: 'closed' });
    const late = { method: 'PATCH', json: { version: 1, slowSeconds: 60 } };
    expect(await ada.refused(`/${thread.id}`, late)).toEqual([
      'thread-changed',
      'Eve has closed it meanwhile.',
    ]);
    expect((await ada.read(thread.id)).thread).toMatchObject({ slowSeconds: 0, version: 2 });
  });

  test('at the very same moment: one wins, and the log has one act', async () => {
    const { id } = await aThread();
    const requests = [60, 120, 180, 240].map((slowSeconds) =>
      service.send(`/api/v1/desk/threads/${id}`, {
        method: 'PATCH',
        json: { version: 1, slowSeconds },
        headers: adaHeaders,
      }),
    );
    const statuses = (await Promise.all(requests)).map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 409, 409, 409]);
    expect((await ada.read(id)).acts).toHaveLength(1);
  });

  test('who say what is so already change nothing', async () => {
    const thread = await aThread();
    const { thread: same, acts } = await ada.change(thread, { state: 'site', slowSeconds: 0 });
    expect([same.version, acts]).toEqual([1, []]);
  });
});

describe('an act', () => {
  test('is taken back as it was, once, and only the last one', async () => {
    const thread = await aThread();
    const first = await ada.change(thread, { state: 'closed', message: 'Enough.' });
    const second = await ada.change(first.thread, { slowSeconds: 60 });
    const [slow, closed] = second.acts;
    const undoFirst = `/${thread.id}/acts/${closed?.id}`;
    expect((await ada.refused(undoFirst, { method: 'DELETE' }))[0]).toBe('thread-changed');
    const undone = await ada.undo(thread.id, slow?.id ?? '');
    expect(undone.thread).toMatchObject({ slowSeconds: 0, state: 'closed', message: 'Enough.' });
    expect(undone.acts[0]).toMatchObject({ undoes: slow?.id, became: { slowSeconds: 0 } });
    const again = `/${thread.id}/acts/${slow?.id}`;
    expect((await ada.refused(again, { method: 'DELETE' }))[0]).toBe('thread-changed');
  });

  test('of another thread is none of this one', async () => {
    const [one, two] = [await aThread(), await aThread(`${PAGE}-2`)];
    const { acts } = await ada.change(one, { slowSeconds: 60 });
    const path = `/${two.id}/acts/${acts[0]?.id}`;
    expect((await ada.refused(path, { method: 'DELETE' }))[0]).toBe('unknown-act');
  });
});
