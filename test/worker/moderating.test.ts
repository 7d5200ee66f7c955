import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { QueueItem } from '../../src/contract/desk.ts';
import { removeModerator } from '../../src/identity/moderators.ts';
import { OWN, putSite, type Service, signInModerator, startService } from './client.ts';
import { deleteAll } from './delete-all.ts';

let service: Service;
type Moderator = Awaited<ReturnType<typeof signInModerator>>;
let ada: Moderator;
let bob: Moderator;

beforeEach(async () => {
  await deleteAll(env.DB);
  await putSite({ mode: 'pre' });
  service = startService();
  ada = await signInModerator(service, { name: 'Ada' });
  bob = await signInModerator(service, { name: 'Bob' });
});

async function oneHeld(): Promise<QueueItem> {
  const { comment } = await service.post();
  const { items } = await ada.queue();
  const item = items.find(({ id }) => id === comment.id);
  if (item === undefined) throw new Error('nothing is held');
  return item;
}

const to = (item: { id: string; version: number }, status: string) => ({
  commentId: item.id,
  version: item.version,
  to: status,
});

describe('a queue', () => {
  test('shows what a moderator needs beside each comment', async () => {
    await putSite({ suspect: ['casino'] });
    const { comment: parent } = await service.post({ name: 'Grace', body: 'A question?' });
    await service.post({ name: 'Linus', email: 'l@paper.example', body: 'An answer.' });
    await service.post({
      name: 'Linus',
      email: 'l@paper.example',
      body: 'The *casino*!',
      parent: parent.id,
      title: 'ignored',
    });
    const { items, counts } = await ada.queue();
    expect(counts).toEqual({
      held: 1,
      reported: 0,
      unreviewed: 2,
      published: 2,
      spam: 0,
      rejected: 0,
    });
    expect(items).toMatchObject([
      {
        name: 'Linus',
        email: 'l@paper.example',
        source: 'The *casino*!',
        status: 'held',
        reviewed: false,
        version: 1,
        site: { key: 'planet', name: 'The Planet' },
        thread: { url: 'https://paper.example/bridge', state: 'open' },
        parent: { id: parent.id, name: 'Grace' },
        findings: [{ check: 'suspect-words', matches: [{ field: 'body', text: 'casino' }] }],
        author: { published: 1, held: 0, spam: 0, rejected: 0 },
        decisions: [],
      },
    ]);
  });

  test('is paged without losing or repeating a comment', async () => {
    for (let i = 0; i < 7; i++) {
      await service.post();
      service.pass(i % 2);
    }
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<Moderator['queue']>> = await ada.queue({
        limit: '3',
        ...(cursor && { cursor }),
      });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(new Set(seen).size).toBe(7);
    expect(seen).toEqual([...seen].sort());
  });

  test('joins the sites of a moderator in one order, and leaves others out', async () => {
    for (const key of ['post', 'secret']) await putSite({ key, mode: 'pre' });
    const carol = await signInModerator(service, { name: 'Carol', sites: ['planet', 'post'] });
    const root = await signInModerator(service, { name: 'Root', role: 'admin', sites: [] });
    for (const site of ['post', 'planet', 'secret', 'post']) {
      service.pass(1);
      await service.post({ site });
    }
    const sitesOf = async (who: Moderator) => (await who.queue()).items.map(({ site }) => site.key);
    expect(await sitesOf(carol)).toEqual(['post', 'planet', 'post']);
    expect(await sitesOf(root)).toEqual(['post', 'planet', 'secret', 'post']);
    expect((await carol.queue({ site: 'post' })).counts.held).toBe(2);
    expect((await service.refused('/api/v1/desk/queue?site=secret', carol)).code).toBe(
      'unknown-site',
    );
  });

  test.each(['held', 'reported', 'unreviewed', 'published', 'spam', 'rejected'])(
    '%s opens',
    async (queue) => {
      expect((await ada.queue({ queue })).items).toEqual([]);
    },
  );
});

describe('a decision', () => {
  test('publishes for every reader and is in the log', async () => {
    const item = await oneHeld();
    const { results, counts } = await ada.decide(to(item, 'published'));
    expect(results).toMatchObject([{ result: 'done', version: 2, status: 'published' }]);
    expect(counts).toEqual({
      held: 0,
      reported: 0,
      unreviewed: 0,
      published: 1,
      spam: 0,
      rejected: 0,
    });
    expect((await service.thread({})).comments).toHaveLength(1);
    const { items } = await ada.queue({ queue: 'published' });
    expect(items[0]?.decisions).toMatchObject([
      { by: 'Ada', from: 'held', to: 'published', at: '2026-03-02T09:00:00.000Z', undoes: null },
    ]);
  });

  test('takes a published comment away from every reader', async () => {
    await putSite();
    await service.post();
    const [item] = (await ada.queue({ queue: 'unreviewed' })).items;
    if (item === undefined) throw new Error('nothing to review');
    await ada.decide(to(item, 'rejected'));
    const page = await service.thread({});
    expect([page.comments.length, page.thread.count]).toEqual([0, 0]);
  });

  test('confirms what screening has published', async () => {
    await putSite();
    await service.post();
    const [item] = (await ada.queue({ queue: 'unreviewed' })).items;
    if (item === undefined) throw new Error('nothing to review');
    const { counts } = await ada.decide(to(item, 'published'));
    expect([counts.unreviewed, counts.published]).toEqual([0, 1]);
    expect((await ada.decide(to({ ...item, version: 2 }, 'published'))).results[0]?.result).toBe(
      'conflict',
    );
  });

  test('of the second of two moderators is told who was first, and changes nothing', async () => {
    const item = await oneHeld();
    await ada.decide(to(item, 'rejected'));
    const { results } = await bob.decide(to(item, 'published'));
    expect(results).toMatchObject([
      {
        commentId: item.id,
        result: 'conflict',
        message: 'Already decided by Ada: rejected.',
        version: 2,
        status: 'rejected',
        item: { id: item.id, status: 'rejected', decisions: [{ by: 'Ada', to: 'rejected' }] },
      },
    ]);
    expect((await service.thread({})).comments).toEqual([]);
  });

  test('made by many at the same moment is made once', async () => {
    const item = await oneHeld();
    const answers = await Promise.all(
      [ada, bob, ada, bob, ada, bob].map((who, i) =>
        who.decide(to(item, i % 2 ? 'rejected' : 'published')),
      ),
    );
    const results = answers.flatMap((answer) => answer.results.map(({ result }) => result));
    expect(results.filter((result) => result === 'done')).toHaveLength(1);
    expect(results.filter((result) => result === 'conflict')).toHaveLength(5);
    expect(await env.DB.prepare('SELECT COUNT(*) AS n FROM decisions').first('n')).toBe(1);
  });

  test('about many comments is answered for each by itself', async () => {
    const items = [await oneHeld(), await oneHeld(), await oneHeld()] as const;
    await bob.decide(to(items[1], 'spam'));
    const { results } = await ada.decide(
      to(items[0], 'published'),
      to(items[1], 'published'),
      { commentId: '0'.repeat(20), version: 1, to: 'spam' },
      to(items[2], 'rejected'),
      to(items[2], 'published'),
    );
    expect(results.map(({ result }) => result)).toEqual([
      'done',
      'conflict',
      'not-found',
      'done',
      'conflict',
    ]);
  });

  test('for a text that its author has changed meanwhile is a conflict', async () => {
    const { comment, authorToken } = await service.post();
    const [item] = (await ada.queue()).items;
    if (item === undefined) throw new Error('nothing is held');
    const own = { authorization: `Author ${authorToken}` };
    await service.send(`/api/v1/comments/${comment.id}`, {
      method: 'PATCH',
      json: { body: 'Changed.' },
      headers: own,
    });
    const { results } = await ada.decide(to(item, 'published'));
    expect(results[0]).toMatchObject({
      result: 'conflict',
      message: 'Its author has edited this comment meanwhile.',
      version: 2,
    });
    await service.send(`/api/v1/comments/${comment.id}`, { method: 'DELETE', headers: own });
    const late = await ada.decide(to({ ...item, version: 3 }, 'published'));
    expect(late.results[0]).toMatchObject({
      result: 'conflict',
      message: 'Its author has deleted this comment.',
    });
  });

  test('about another publisher’s comment is not possible', async () => {
    await putSite({ key: 'secret', mode: 'pre' });
    const { comment } = await service.post({ site: 'secret' });
    const { results } = await ada.decide({ commentId: comment.id, version: 1, to: 'published' });
    expect(results[0]?.result).toBe('not-found');
    expect(
      (
        await service.refused('/api/v1/desk/decisions/nonsense', {
          method: 'DELETE',
          headers: ada.headers,
        })
      ).code,
    ).toBe('unknown-decision');
  });
});

describe('undo', () => {
  const decisionOf = (answer: Awaited<ReturnType<Moderator['decide']>>) => {
    const [result] = answer.results;
    if (result?.result !== 'done') throw new Error(JSON.stringify(result));
    return result;
  };

  test('brings the comment back as it was, unreviewed and with its card', async () => {
    const item = await oneHeld();
    const { decisionId } = decisionOf(await ada.decide(to(item, 'rejected')));
    const { result, item: back, counts } = await ada.undo(decisionId);
    expect(result).toMatchObject({ result: 'done', status: 'held', version: 3 });
    expect(back).toMatchObject({ id: item.id, status: 'held', reviewed: false, version: 3 });
    expect(counts).toMatchObject({ held: 1, rejected: 0 });
    expect(back?.decisions.map(({ from, to: target, undoes }) => [from, target, undoes])).toEqual([
      ['held', 'rejected', null],
      ['rejected', 'held', decisionId],
    ]);
  });

  test('then decide again ends where it should', async () => {
    const item = await oneHeld();
    const { decisionId } = decisionOf(await ada.decide(to(item, 'rejected')));
    await ada.undo(decisionId);
    decisionOf(await ada.decide(to({ ...item, version: 3 }, 'published')));
    expect((await service.thread({})).comments).toHaveLength(1);
  });

  test('walks back through several decisions, the last one first', async () => {
    const item = await oneHeld();
    const first = decisionOf(await ada.decide(to(item, 'rejected')));
    const second = decisionOf(await ada.decide(to({ ...item, version: 2 }, 'published')));
    expect((await ada.undo(first.decisionId)).result.result).toBe('conflict');
    expect((await ada.undo(second.decisionId)).result).toMatchObject({
      result: 'done',
      status: 'rejected',
    });
    expect((await ada.undo(first.decisionId)).result).toMatchObject({
      result: 'done',
      status: 'held',
    });
    expect((await ada.undo(first.decisionId)).result.result).toBe('conflict');
  });

  test('does not take back what a colleague has decided since', async () => {
    const item = await oneHeld();
    const mine = decisionOf(await ada.decide(to(item, 'rejected')));
    await bob.decide(to({ ...item, version: 2 }, 'published'));
    expect((await ada.undo(mine.decisionId)).result).toMatchObject({
      result: 'conflict',
      message: 'Already decided by Bob: published.',
    });
    expect((await service.thread({})).comments).toHaveLength(1);
  });
});

describe('numbers', () => {
  /** What they must be, counted from the comments themselves. */
  async function counted() {
    const { results } = await env.DB.prepare(
      `SELECT t.id, t.count, (SELECT COUNT(*) FROM comments c WHERE c.thread_id = t.id AND c.status = 'published') AS real FROM threads t`,
    ).all<{ count: number; real: number }>();
    const { results: replies } = await env.DB.prepare(
      `SELECT c.reply_count AS count, (SELECT COUNT(*) FROM comments d WHERE d.status = 'published' AND d.id <> c.id AND (d.parent_id = c.id OR (c.parent_id IS NULL AND d.root_id = c.id))) AS real FROM comments c`,
    ).all<{ count: number; real: number }>();
    const { results: queues } = await env.DB.prepare(
      `SELECT q.count, (SELECT COUNT(*) FROM comments c WHERE c.site_key = q.site_key AND c.status = q.status AND c.reviewed = q.reviewed) AS real FROM queue_counts q`,
    ).all<{ count: number; real: number }>();
    const { results: shown } = await env.DB.prepare(
      `SELECT c.shown AS count, (c.status = 'published' OR EXISTS (SELECT 1 FROM comments d, json_each(d.ancestors) a WHERE a.value = c.id AND d.status = 'published')) AS real FROM comments c`,
    ).all<{ count: number; real: number }>();
    return [...results, ...replies, ...queues, ...shown];
  }

  test('never drift, whatever is posted, decided, undone and deleted', async () => {
    const act = fc.record({
      kind: fc.constantFrom('post', 'reply', 'decide', 'undo', 'delete'),
      pick: fc.nat(),
      to: fc.constantFrom('published', 'held', 'spam', 'rejected'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 25 }), async (acts) => {
        const made: { id: string; token: string }[] = [];
        const decisions: string[] = [];
        for (const { kind, pick, to: status } of acts) {
          const one = made[pick % Math.max(1, made.length)];
          if (kind === 'post' || one === undefined) {
            const posted = await service.post();
            made.push({ id: posted.comment.id, token: posted.authorToken });
          } else if (kind === 'reply') {
            await service.send('/api/v1/comments', {
              json: {
                site: 'planet',
                url: 'https://paper.example/bridge',
                name: 'R',
                body: `Reply ${Math.random()}`,
                parent: one.id,
              },
            });
          } else if (kind === 'decide') {
            const version = await env.DB.prepare('SELECT version FROM comments WHERE id = ?')
              .bind(one.id)
              .first<number>('version');
            const { results } = await ada.decide({
              commentId: one.id,
              version: version ?? 0,
              to: status,
            });
            if (results[0]?.result === 'done') decisions.push(results[0].decisionId);
          } else if (kind === 'undo') {
            const decision = decisions[pick % Math.max(1, decisions.length)];
            if (decision !== undefined) await ada.undo(decision);
          } else {
            await service.send(`/api/v1/comments/${one.id}`, {
              method: 'DELETE',
              headers: { authorization: `Author ${one.token}` },
            });
          }
        }
        for (const { count, real } of await counted()) expect(count).toBe(real);
      }),
      { numRuns: 12 },
    );
  });
});

describe('the door of the desk', () => {
  const json = { email: 'ada@paper.example', password: 'correct horse battery' };

  test('is shut to everybody who is not signed in', async () => {
    for (const path of ['session', 'queue', 'sessions']) {
      expect((await service.refused(`/api/v1/desk/${path}`)).code).toBe('signed-out');
    }
    for (const path of ['decisions', 'password']) {
      expect(
        (await service.refused(`/api/v1/desk/${path}`, { json: {}, headers: { origin: OWN } }))
          .code,
      ).toBe('signed-out');
    }
  });

  test('takes no write from another origin, signed in or not', async () => {
    for (const origin of ['https://evil.example', 'null', undefined]) {
      const { origin: _, ...cookie } = ada.headers;
      const headers = { ...cookie, ...(origin && { origin }) };
      expect(
        (await service.refused('/api/v1/desk/decisions', { json: { decisions: [] }, headers }))
          .code,
      ).toBe('foreign-origin');
      expect((await service.refused('/api/v1/desk/sign-in/password', { json, headers })).code).toBe(
        'foreign-origin',
      );
    }
  });

  test('sets a cookie that no script and no other page can use', async () => {
    await service.send('/api/v1/desk/password', {
      json: { next: json.password },
      headers: ada.headers,
    });
    const answer = await service.send('/api/v1/desk/sign-in/password', {
      json,
      headers: { origin: OWN },
    });
    expect(answer.status).toBe(200);
    const cookie = answer.headers.getSetCookie().find((one) => one.includes('session_token')) ?? '';
    expect(cookie).toMatch(/^__Secure-/);
    for (const part of ['HttpOnly', 'Secure', 'SameSite=Strict', 'Path=/'])
      expect(cookie).toContain(part);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  test('refuses a wrong password, and soon any, to who guesses', async () => {
    const guess = () =>
      service.refused('/api/v1/desk/sign-in/password', {
        json: { ...json, password: 'wrong' },
        headers: { origin: OWN, 'cf-connecting-ip': '198.51.100.9' },
      });
    const codes: string[] = [];
    for (let i = 0; i < 12; i++) codes.push((await guess()).code);
    expect(codes[0]).toBe('wrong-credentials');
    expect(codes.at(-1)).toBe('too-many-attempts');
  });

  test('takes a link once', async () => {
    const { createSignInToken } = await import('../../src/identity/moderators.ts');
    const token = await createSignInToken(
      { database: env.DB, secret: env.SECRET, origin: OWN },
      'ada@paper.example',
    );
    if (!token.ok) throw new Error(token.error);
    const use = () =>
      service.send('/api/v1/desk/sign-in/link', {
        json: { token: token.value },
        headers: { origin: OWN },
      });
    // Fetching the link, as mail scanners do, uses nothing up: it only opens the desk's page.
    await service.send(`/desk/sign-in?token=${token.value}`);
    expect((await use()).status).toBe(200);
    expect((await use()).status).toBe(401);
    const { results } = await env.DB.prepare('SELECT * FROM sign_in_links').all();
    expect(JSON.stringify(results)).not.toContain(token.value);
  });

  test('asks for the present password before it takes another', async () => {
    const set = (body: object) =>
      service.send('/api/v1/desk/password', { json: body, headers: ada.headers });
    expect((await set({ next: 'short' })).status).toBe(422);
    expect((await set({ next: 'correct horse battery' })).status).toBe(200);
    expect((await set({ next: 'another horse battery' })).status).toBe(422);
    expect((await set({ current: 'wrong', next: 'another horse battery' })).status).toBe(422);
    expect(
      (await set({ current: 'correct horse battery', next: 'another horse battery' })).status,
    ).toBe(200);
  });

  test('is shut at once to a session that was revoked, and to a moderator who was removed', async () => {
    const sessions = JSON.parse((await service.send('/api/v1/desk/sessions', ada)).text).sessions;
    expect(sessions).toMatchObject([{ current: true }]);
    await service.send(`/api/v1/desk/sessions/${sessions[0].id}`, {
      method: 'DELETE',
      headers: ada.headers,
    });
    expect((await service.refused('/api/v1/desk/queue', ada)).code).toBe('signed-out');
    await removeModerator({ database: env.DB, secret: env.SECRET, origin: OWN }, bob.email);
    expect((await service.refused('/api/v1/desk/queue', bob)).code).toBe('signed-out');
  });

  test('closes behind who signs out', async () => {
    await service.send('/api/v1/desk/sign-out', { method: 'POST', headers: ada.headers });
    expect((await service.refused('/api/v1/desk/session', ada)).code).toBe('signed-out');
  });
});
