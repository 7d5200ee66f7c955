import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { Challenge } from '../../src/contract/proof.ts';
import type { Cursor } from '../../src/domain/cursor.ts';
import { DEFAULT_SCREENING } from '../../src/domain/site.ts';
import { openDatabase } from '../../src/store/database.ts';
import { findQueueItem } from '../../src/store/queues.ts';
import { listTaught } from '../../src/store/site-models.ts';
import { pageOfThread } from '../../src/store/thread-pages.ts';
import { NOW } from '../support/builders.ts';
import { solveChallenge } from '../support/solve-challenge.ts';
import { aPost, PAGE, putSite, signInModerator, startService } from './client.ts';
import { counting } from './counting.ts';
import { deleteAll } from './delete-all.ts';

/** Threads with answers, written by the database itself: 100,000 posts would take minutes. */
async function fillThread(threadId: string, comments: number): Promise<void> {
  const created = NOW.getTime();
  await env.DB.prepare(
    `INSERT INTO threads (id, site_key, page, url, title, created_at) VALUES (?1, 'planet', ?2, ?3, NULL, ?4)`,
  )
    .bind(threadId, `paper.example/${threadId}`, `https://paper.example/${threadId}`, created)
    .run();
  const chunk = 10_000;
  for (let from = 0; from < comments; from += chunk) {
    await env.DB.prepare(
      `WITH RECURSIVE n(i) AS (SELECT ?3 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?4)
       INSERT INTO comments (id, site_key, thread_id, parent_id, root_id, ancestors, branch_seq, shown, name,
         source, body, body_parser, status, verdict, rules_version, author_hash, body_hash, created_at,
         reply_count, root_rank)
       SELECT printf('%s%014d', ?2, i), 'planet', ?1,
         CASE WHEN i % 5 = 0 THEN NULL ELSE printf('%s%014d', ?2, i - i % 5) END,
         printf('%s%014d', ?2, i - i % 5),
         CASE WHEN i % 5 = 0 THEN '[]' ELSE json_array(printf('%s%014d', ?2, i - i % 5)) END,
         i % 5, 1, 'Reader', 'Words.', '[]', 1, 'published', 'publish', 1, 'a' || i, 'b' || i, ?5,
         CASE WHEN i % 5 = 0 THEN i * 7 % 50 ELSE 0 END, (i - i % 5) * 7919 % 1000003 FROM n`,
    )
      .bind(threadId, threadId.slice(0, 6), from, Math.min(comments, from + chunk), created)
      .run();
  }
}

describe('rows', () => {
  beforeAll(async () => {
    await deleteAll(env.DB);
    await putSite();
    await fillThread('small0thread00000000', 20);
    await fillThread('large0thread00000000', 100_000);
  }, 120_000);

  const read = async (thread: string, query: Record<string, string>) => {
    const { total, bindings } = counting();
    const page = await startService(bindings).thread({
      url: `https://paper.example/${thread}`,
      ...query,
    });
    const whole = { small0thread00000000: query.sort === 'replies' ? 4 : 16 }[thread] ?? 20;
    expect(page.comments).toHaveLength(whole);
    return { read: total.read, written: total.written, page };
  };

  test.each(['newest', 'oldest', 'top', 'replies'])(
    'read for a page of 20, %s first, are at most 30 (around a comment 40) whatever the thread’s size',
    async (sort) => {
      const small = await read('small0thread00000000', { sort });
      const large = await read('large0thread00000000', { sort });
      expect(small.read).toBeLessThanOrEqual(30);
      expect(large.read).toBeLessThanOrEqual(30);
      expect(large.written).toBe(0);
      const next = await read('large0thread00000000', {
        sort,
        cursor: large.page.nextCursor ?? '',
      });
      expect(next.read).toBeLessThanOrEqual(30);
      const [first] = large.page.comments;
      const linked = await read('large0thread00000000', { sort, around: first?.id ?? '' });
      expect(linked.read).toBeLessThanOrEqual(40);
      expect(linked.page.comments.map(({ id }) => id)).toEqual(
        large.page.comments.map(({ id }) => id),
      );
      const seen = new Set(large.page.comments.map(({ id }) => id));
      expect(next.page.comments.filter(({ id }) => seen.has(id))).toEqual([]);
    },
  );

  test('read for a first page with five featured comments are at most 30', async () => {
    const ids = [0, 25_000, 50_001, 75_002, 99_998];
    await env.DB.prepare(
      `UPDATE comments SET featured_at = 1 WHERE thread_id = 'large0thread00000000'
         AND id IN (SELECT printf('large0%014d', value) FROM json_each(?1))`,
    )
      .bind(JSON.stringify(ids))
      .run();
    for (const sort of ['newest', 'top']) {
      const large = await read('large0thread00000000', { sort });
      expect(large.page.featured).toHaveLength(5);
      expect(large.read).toBeLessThanOrEqual(30);
    }
    await env.DB.prepare('UPDATE comments SET featured_at = NULL').run();
  });

  test('read for screening a post do not grow with the thread', async () => {
    const { total, bindings } = counting();
    await startService(bindings).post({ url: 'https://paper.example/large0thread00000000' });
    expect(total.read).toBeLessThanOrEqual(30);
  });

  test('read for screening a variant of a large campaign are at most 60', async () => {
    const { total, bindings } = counting();
    const service = startService(bindings);
    const ada = await signInModerator(service, { name: 'Ada' });
    const chief = await signInModerator(service, { name: 'Cleo', role: 'admin' });
    const variant = (i: number) => ({
      email: `mallory-${i}@mail.example`,
      body: `My friend ${i} showed me a system and now I earn five hundred dollars a day at my kitchen table ${i} http://a.example http://b.example http://c.example http://d.example`,
    });
    await putSite({ key: 'second' });
    const cost = async (i: number) => {
      service.pass(61_000);
      total.read = 0;
      total.written = 0;
      const { comment } = await service.post(variant(i));
      expect(comment.status).toBe('held');
      expect(total.written).toBeLessThanOrEqual(20);
      return { ...total, id: comment.id };
    };
    const costs: number[] = [];
    for (let i = 0; i < 24; i++) {
      const { id, read } = await cost(i);
      costs.push(read);
      await ada.decide({ commentId: id, version: 1, to: 'spam' });
      if (i >= 12) continue;
      const { comment } = await service.post({ ...variant(100 + i), site: 'second' });
      await chief.decide({ commentId: comment.id, version: 1, to: 'spam' });
    }
    expect(Math.max(...costs)).toBeLessThanOrEqual(60);
    expect(costs.at(-1)).toBe(costs.at(12));
  });

  test('read for screening a post of a busy author at a busy address are at most 70', async () => {
    const { total, bindings } = counting();
    const service = startService(bindings);
    const busy = { name: 'Linus', email: 'linus@reader.example' };
    const headers = { 'cf-connecting-ip': '203.0.113.10' };
    for (let i = 0; i < 60; i++) {
      service.pass(61_000);
      total.read = 0;
      await service.post({ ...busy, url: `${PAGE}-${i}` }, headers);
      expect(total.read).toBeLessThanOrEqual(70);
    }
    expect(total.read).toBeGreaterThan(50);
  });

  test('read for a card do not grow with how much its author has written', async () => {
    const { meta } = await env.DB.prepare(
      "UPDATE comments SET author_hash = 'busiest' WHERE thread_id = 'large0thread00000000' AND branch_seq = 0 AND seq % 4 = 0",
    ).run();
    expect(meta.changes).toBeGreaterThan(4000);
    const one = await env.DB.prepare(
      "SELECT id FROM comments WHERE site_key = 'planet' AND author_hash = 'busiest' LIMIT 1",
    ).first<string>('id');
    const { total, bindings } = counting();
    const item = await findQueueItem(openDatabase(bindings.DB), one ?? '');
    expect(item?.author).toMatchObject({ isCut: true, counts: { published: 500 } });
    expect(total.read).toBeLessThanOrEqual(600);
  });

  test('read for a decision, for taking it back, for Mine and for learning do not grow with the log', async () => {
    await putSite({ key: 'logged' });
    const { total, bindings } = counting();
    const service = startService(bindings);
    const ada = await signInModerator(service, { name: 'Ada' });
    const chief = await signInModerator(service, { name: 'Cleo', role: 'admin' });
    const costs = async (name: string) => {
      const rows: number[] = [];
      const count = async <T>(work: () => Promise<T>): Promise<T> => {
        total.read = 0;
        const done = await work();
        rows.push(total.read);
        return done;
      };
      for (const to of ['spam', 'rejected', 'published']) {
        service.pass(61_000);
        const email = `${name}-${to}@log.example`;
        const { comment } = await service.post({ email, site: 'logged', body: `${name} ${to} it` });
        const decide = { commentId: comment.id, version: 1, to };
        const { results } = await count(() => chief.decide(decide));
        const [done] = results;
        if (done?.result !== 'done') throw new Error(JSON.stringify(results));
        if (to === 'spam') await count(() => chief.undo(done.decisionId));
      }
      await count(() => service.send('/api/v1/desk/decisions', { headers: chief.headers }));
      await count(() => listTaught(openDatabase(bindings.DB), { siteKey: 'logged', limit: 2 }));
      return rows;
    };
    await costs('warm');
    const before = await costs('first');
    await env.DB.prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
       INSERT INTO decisions (id, comment_id, moderator_id, moderator, decided_at, from_status,
         from_reviewed, to_status, version)
       SELECT 'old' || i, 'gone' || i, ?1, 'Ada', 0, 'held', 0, 'rejected', 2 FROM n`,
    )
      .bind(ada.email)
      .run();
    const after = await costs('second');
    expect(after.map((rows, at) => rows - (before[at] ?? 0)).filter((more) => more > 30)).toEqual(
      [],
    );
  });

  test('written for a first comment, an answer, and an answer deep down are at most 20', async () => {
    const { total, bindings } = counting();
    const service = startService(bindings);
    let parent: string | null = null;
    for (let level = 0; level < 12; level++) {
      total.written = 0;
      const headers = {
        'idempotency-key': `key-of-level-${level}`,
        'cf-connecting-ip': '203.0.113.5',
      };
      const posted = await service.post(
        { ...aPost(), url: PAGE, email: 'a@b.example', parent },
        headers,
      );
      parent = posted.comment.id;
      expect(total.written).toBeLessThanOrEqual(20);
      service.pass(60_000);
    }
  });

  test('written for a comment with a proof are at most 20', async () => {
    await putSite({ screening: { ...DEFAULT_SCREENING, proof: 'always', proofCost: 50 } });
    const { total, bindings } = counting();
    const service = startService(bindings);
    const kept = () => env.DB.prepare('SELECT COUNT(*) AS n FROM used_proofs').first('n');
    let parent: string | null = null;
    for (let level = 0; level < 4; level++) {
      const { text } = await service.send('/api/v1/challenge?site=planet');
      const { token: proof } = await solveChallenge(Challenge.parse(JSON.parse(text)));
      total.written = 0;
      const headers = { 'idempotency-key': `proven-at-level-${level}` };
      const posted = await service.post(
        { ...aPost(), email: 'proven@b.example', parent, proof },
        headers,
      );
      parent = posted.comment.id;
      expect(total.written).toBeLessThanOrEqual(20);
      service.pass(21 * 60_000);
      // The old one went when the next challenge was handed out.
      expect(await kept()).toBe(1);
    }
    await putSite();
  });

  test('every page of a thread joined is the whole thread, once, parents first', async () => {
    const database = openDatabase(env.DB);
    for (const order of ['newest', 'oldest', 'top', 'replies'] as const) {
      const seen: string[] = [];
      let after: Cursor | undefined;
      for (;;) {
        const page = await pageOfThread(database, {
          siteKey: 'planet',
          page: 'paper.example/small0thread00000000',
          order,
          limit: 3,
          ...(after && { after }),
        });
        const last = page.at(-1);
        if (last === undefined) break;
        for (const { id, parentId } of page) {
          if (parentId !== null) expect(seen).toContain(parentId);
          seen.push(id);
        }
        after = {
          id: last.rootId,
          seq: last.branchSeq ?? 0,
          ...(order === 'top' && { value: last.rootRank }),
          ...(order === 'replies' && { value: last.replyCount }),
        };
      }
      const whole = order === 'replies' ? 4 : 16;
      expect(new Set(seen).size).toBe(whole);
      expect(seen).toHaveLength(whole);
    }
  });
});
