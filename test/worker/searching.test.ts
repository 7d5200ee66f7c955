import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { searchComments } from '../../src/store/search.ts';
import { PAPER, putSite, type Service, signInModerator, startService } from './client.ts';
import { deleteAll } from './delete-all.ts';

let service: Service;
let ada: Awaited<ReturnType<typeof signInModerator>>;

beforeEach(async () => {
  await deleteAll(env.DB);
  await putSite();
  service = startService();
  ada = await signInModerator(service, { name: 'Ada' });
});

async function found(q: string, more: Record<string, string> = {}): Promise<string[]> {
  const { items } = await ada.queue({ q, ...more });
  return items.map(({ name }) => name);
}

describe('a search', () => {
  test.each([
    ['inside a word', 'rassenb'],
    ['whatever the case', 'STRASSENBAHN'],
    ['without the accents', 'gunther'],
    ['in a language without spaces', '天气很'],
    ['of two letters', '天气'],
    ['in an e-mail address', 'g@paper.ex'],
    ['in the article’s title', 'closed for nine'],
    ['of several words as they stand', 'fährt nicht'],
    ['that is one word of a query language', '"nicht" OR'],
  ])('finds %s', async (_, q) => {
    await service.post({ name: 'Other', body: 'Something else entirely.', url: `${PAPER}/else` });
    await service.post({
      name: 'Günther',
      email: 'g@paper.example',
      body: 'Die Strassenbahn fährt nicht. 今天天气很好 "nicht" OR',
      title: 'The bridge was closed for nine weeks',
    });
    expect(await found(q)).toEqual(['Günther']);
  });

  test('finds nothing where nothing is, and says so with an empty list', async () => {
    await service.post();
    expect(await found('zeppelin')).toEqual([]);
    expect(await found('%_')).toEqual([]);
    expect(await found('"')).toEqual([]);
  });

  test('looks in every queue, newest first, page by page', async () => {
    for (const name of ['One', 'Two', 'Three']) {
      await service.post({ name, body: `A remark on marmalade by ${name}.` });
    }
    const [newest] = (await ada.queue({ q: 'marmalade', limit: '1' })).items;
    if (newest) await ada.decide({ commentId: newest.id, version: newest.version, to: 'spam' });
    const first = await ada.queue({ q: 'marmalade', limit: '2' });
    expect(first.items.map(({ name, status }) => [name, status])).toEqual([
      ['Three', 'spam'],
      ['Two', 'published'],
    ]);
    const rest = { q: 'marmalade', limit: '2', cursor: first.nextCursor ?? '' };
    expect(await found('marmalade', rest)).toEqual(['One']);
    expect((await ada.queue(rest)).nextCursor).toBeNull();
  });

  test('follows an edit and forgets what was deleted', async () => {
    const { comment, authorToken } = await service.post({
      name: 'Ada',
      body: 'About gooseberries.',
    });
    const as = { headers: { authorization: `Author ${authorToken}` } };
    const path = `/api/v1/comments/${comment.id}`;
    await service.send(path, { ...as, method: 'PATCH', json: { body: 'About blueberries.' } });
    expect(await found('gooseberries')).toEqual([]);
    expect(await found('blueberries')).toEqual(['Ada']);
    await service.send(path, { ...as, method: 'DELETE' });
    expect(await found('blueberries')).toEqual([]);
  });

  test('shows nothing of a site that the moderator does not work for', async () => {
    await putSite({ key: 'mars', name: 'Mars' });
    await service.post({ site: 'mars', body: 'Red dust everywhere.' });
    expect(await found('red dust')).toEqual([]);
    const answer = await service.send('/api/v1/desk/queue?q=dust&site=mars', {
      headers: ada.headers,
    });
    expect(answer.status).toBe(404);
  });

  test('names a cursor that is none, and a text that is too long', async () => {
    const { headers } = ada;
    const cursor = await service.refused('/api/v1/desk/queue?q=x&cursor=abc', { headers });
    expect(cursor.code).toBe('bad-cursor');
    const long = await service.refused(`/api/v1/desk/queue?q=${'x'.repeat(201)}`, { headers });
    expect(long.errors).toMatchObject([{ field: 'q', code: 'too-big' }]);
  });

  test('reads a bounded number of rows, however much there is and whoever asks', async () => {
    const thread = (await service.post()).comment.id;
    await env.DB.prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
       INSERT INTO comments (id, site_key, thread_id, root_id, shown, name, source, body, body_parser,
         status, verdict, rules_version, author_hash, body_hash, created_at)
       SELECT 'bulk' || i, site_key, thread_id, 'bulk' || i, 0, 'Bulk', 'marmalade ' || i, '[]', 1,
         'held', 'hold', 1, 'a' || i, 'b' || i, created_at FROM n, comments WHERE id = ?1`,
    )
      .bind(thread)
      .run();
    let rows = 0;
    const db = openDatabase(env.DB, {
      batch: async <T>(all: D1PreparedStatement[]) => {
        const results = await env.DB.batch<T>(all);
        for (const { meta } of results) rows += meta.rows_read;
        return results;
      },
    });
    const siteKeys = ['no-such-site'];
    const { items, next } = await searchComments(db, {
      text: 'marmalade',
      siteKeys,
      limit: 20,
      before: null,
    });
    expect(items).toEqual([]);
    expect(next).not.toBeNull();
    expect(rows).toBeLessThanOrEqual(4100);
    const own = { siteKeys: ['planet'], limit: 20, before: null };
    for (const [text, most] of [
      ['in no comment', 10],
      ['zq', 6100],
      ['marmalade', 2500],
    ] as const) {
      rows = 0;
      await searchComments(db, { ...own, text });
      expect.soft(rows, text).toBeLessThanOrEqual(most);
    }
  });
});
