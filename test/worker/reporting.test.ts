import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { Reported } from '../../src/contract/acts.ts';
import { DEFAULT_SCREENING } from '../../src/domain/site.ts';
import { removeSite } from '../../src/store/sites.ts';
import {
  db,
  PAPER,
  parse,
  putSite,
  type Service,
  signInModerator,
  startService,
} from './client.ts';
import { deleteAll } from './delete-all.ts';

let service: Service;
let ada: Awaited<ReturnType<typeof signInModerator>>;

beforeEach(async () => {
  await deleteAll(env.DB);
  await putSite();
  service = startService();
  ada = await signInModerator(service, { name: 'Ada' });
});

type Who = { reader?: number; address?: string; origin?: string };

const requestOf = ({ reader = 1, address, origin }: Who, json: object) => ({
  json: { reason: 'insult', ...json },
  headers: {
    'reader-key': `reader-of-reports-${reader}`,
    ...(address && { 'cf-connecting-ip': address }),
    ...(origin && { origin }),
  },
});

const report = async (id: string, who: Who = {}, json: object = {}) =>
  parse(await service.send(`/api/v1/comments/${id}/reports`, requestOf(who, json)), {
    status: 201,
    schema: Reported,
  });

const refused = async (id: string, who: Who = {}, json: object = {}) =>
  (await service.refused(`/api/v1/comments/${id}/reports`, requestOf(who, json))).code;

const statusOf = (id: string) =>
  env.DB.prepare('SELECT status FROM comments WHERE id = ?').bind(id).first<string>('status');

const to = (item: { id: string; version: number }, status: string) => ({
  commentId: item.id,
  version: item.version,
  to: status,
});

async function oneReported() {
  const { items } = await ada.queue({ queue: 'reported' });
  const [item] = items;
  if (item === undefined) throw new Error('nothing is reported');
  return item;
}

describe('a report', () => {
  test('is in the queue Reported, with its reason, its words and its time', async () => {
    const { comment } = await service.post();
    service.pass(60_000);
    expect(await report(comment.id, {}, { text: ' <b>He</b> means me. ' })).toEqual({
      id: comment.id,
      reported: true,
    });
    const { items, counts } = await ada.queue({ queue: 'reported' });
    expect(counts).toMatchObject({ reported: 1, published: 1, held: 0 });
    expect(items).toMatchObject([
      {
        id: comment.id,
        status: 'published',
        reportCount: 1,
        reports: [
          { reason: 'insult', text: '<b>He</b> means me.', at: '2026-03-02T09:01:00.000Z' },
        ],
      },
    ]);
    expect((await service.thread({})).comments).toHaveLength(1);
  });

  test('counts once a browser and once a network', async () => {
    const { comment } = await service.post();
    await report(comment.id, { reader: 1, address: '203.0.113.1' });
    await report(comment.id, { reader: 1, address: '203.0.113.2' });
    await report(comment.id, { reader: 2, address: '203.0.113.1' }, { reason: 'spam' });
    await Promise.all([1, 2, 3].map(() => report(comment.id, { reader: 1 })));
    expect((await oneReported()).reportCount).toBe(1);
    await report(comment.id, { reader: 3, address: '203.0.113.3' });
    expect((await oneReported()).reportCount).toBe(2);
    expect(await statusOf(comment.id)).toBe('published');
  });

  test('says nothing of who it was, to anybody', async () => {
    const { comment } = await service.post();
    await report(comment.id, { address: '203.0.113.1' });
    const { results } = await env.DB.prepare('SELECT * FROM reports').all();
    expect(JSON.stringify(results)).not.toMatch(/reader-of|203\.0/);
    expect(JSON.stringify(await oneReported())).not.toContain(String(results[0]?.reader_hash));
  });

  test('is refused where it makes no sense', async () => {
    const { comment } = await service.post();
    expect(await refused('0'.repeat(20))).toBe('unknown-comment');
    expect(await refused(comment.id, {}, { reason: 'boring' })).toBe('unknown-reason');
    expect(await refused(comment.id, {}, { text: 'x'.repeat(501) })).toBe('invalid-request');
    expect(await refused(comment.id, {}, { by: 'me' })).toBe('invalid-request');
    expect(await refused(comment.id, { origin: 'https://evil.example' })).toBe(
      'origin-not-allowed',
    );
    await report(comment.id, { origin: PAPER });
    await ada.decide(to(comment1(comment.id), 'rejected'));
    expect(await refused(comment.id, { reader: 2 })).toBe('unknown-comment');
  });

  test('is refused to a network that reports everything at once', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 31; i++) {
      service.pass(61_000);
      ids.push((await service.post()).comment.id);
    }
    for (const id of ids.slice(0, 30)) await report(id, { address: '203.0.113.1' });
    expect(await refused(ids[30] ?? '', { address: '203.0.113.1' })).toBe('acting-too-fast');
  });

  test('may have a reason of the site’s own, and the thread says which there are', async () => {
    const screening = { ...DEFAULT_SCREENING, reportReasons: ['spam', 'Not in our house'] };
    await putSite({ screening });
    const { comment } = await service.post();
    expect((await service.thread({})).form.reasons).toEqual(['spam', 'Not in our house']);
    await report(comment.id, {}, { reason: 'Not in our house' });
    expect(await refused(comment.id, { reader: 2 })).toBe('unknown-reason');
  });

  test('goes with the comment that its author deletes, and with the site', async () => {
    const count = () => env.DB.prepare('SELECT COUNT(*) AS n FROM reports').first('n');
    const { comment, authorToken } = await service.post();
    await report(comment.id);
    const headers = { authorization: `Author ${authorToken}` };
    await service.send(`/api/v1/comments/${comment.id}`, { method: 'DELETE', headers });
    expect(await count()).toBe(0);
    expect((await ada.queue({ queue: 'reported' })).counts.reported).toBe(0);
    await report((await service.post()).comment.id);
    await removeSite(db, 'planet');
    expect(await count()).toBe(0);
  });
});

/** A comment as it is after its post. */
const comment1 = (id: string) => ({ id, version: 1 });

describe('the third report', () => {
  const reportThrice = async (id: string) => {
    for (const reader of [1, 2, 3]) await report(id, { reader });
  };

  test('holds a comment that no moderator has decided about, and the log says so', async () => {
    const { comment } = await service.post();
    await service.thread({});
    await report(comment.id, { reader: 1 });
    await report(comment.id, { reader: 2 });
    expect((await service.thread({})).comments).toHaveLength(1);
    await report(comment.id, { reader: 3 });
    expect((await service.thread({})).comments).toEqual([]);
    const { items, counts } = await ada.queue({ queue: 'held' });
    expect(counts).toMatchObject({ held: 1, reported: 1, published: 0, unreviewed: 0 });
    expect(items).toMatchObject([
      {
        version: 2,
        reviewed: false,
        reportCount: 3,
        decisions: [
          {
            by: 'Readers’ reports',
            from: 'published',
            to: 'held',
            reason: 'Reported by 3 readers',
          },
        ],
      },
    ]);
    expect((await oneReported()).id).toBe(comment.id);
    expect(await refused(comment.id, { reader: 4 })).toBe('unknown-comment');
  });

  test('of many at the same moment holds once', async () => {
    const { comment } = await service.post();
    await Promise.all(
      [1, 2, 3, 4, 5, 6].map((reader) =>
        service.send(`/api/v1/comments/${comment.id}/reports`, requestOf({ reader }, {})),
      ),
    );
    expect(await statusOf(comment.id)).toBe('held');
    expect(await env.DB.prepare('SELECT COUNT(*) AS n FROM decisions').first('n')).toBe(1);
  });

  test('tells a moderator who saw the comment before it what has happened', async () => {
    const { comment } = await service.post();
    await reportThrice(comment.id);
    const { results } = await ada.decide(to(comment1(comment.id), 'published'));
    expect(results).toMatchObject([
      { result: 'conflict', message: 'Already decided by Readers’ reports: held.', version: 2 },
    ]);
  });

  test('does not hold what a moderator has published, but asks them again', async () => {
    const { comment } = await service.post();
    await ada.decide(to(comment1(comment.id), 'published'));
    await reportThrice(comment.id);
    expect(await statusOf(comment.id)).toBe('published');
    const item = await oneReported();
    expect(item).toMatchObject({ status: 'published', reviewed: true, reportCount: 3 });
    const { results, counts } = await ada.decide(to(item, 'published'));
    expect(results[0]?.result).toBe('done');
    expect(counts.reported).toBe(0);
  });

  test.each([
    [0, 'published'],
    [1, 'held'],
    [4, 'published'],
  ])('counts as the site has set it: %i', async (reportsToHold, status) => {
    await putSite({ screening: { ...DEFAULT_SCREENING, reportsToHold } });
    const { comment } = await service.post();
    await report(comment.id, { reader: 1 });
    for (const reader of [2, 3]) {
      await service.send(`/api/v1/comments/${comment.id}/reports`, requestOf({ reader }, {}));
    }
    expect(await statusOf(comment.id)).toBe(status);
  });
});

describe('a decision', () => {
  test.each(['published', 'held', 'spam', 'rejected'])('%s answers the reports', async (status) => {
    const { comment } = await service.post();
    await report(comment.id);
    const { counts } = await ada.decide(to(await oneReported(), status));
    expect(counts.reported).toBe(0);
    expect((await ada.queue({ queue: 'reported' })).items).toEqual([]);
    const [item] = (await ada.queue({ queue: status })).items;
    expect(item).toMatchObject({ reports: [], reportCount: 0 });
  });

  test('that is taken back asks again', async () => {
    const { comment } = await service.post();
    await report(comment.id);
    const { results } = await ada.decide(to(await oneReported(), 'rejected'));
    const [done] = results;
    if (done?.result !== 'done') throw new Error('not decided');
    const { item, counts } = await ada.undo(done.decisionId);
    expect(counts.reported).toBe(1);
    expect(item).toMatchObject({ status: 'published', reportCount: 1 });
  });
});

test('the queue is paged, newest comments first, and shows at most 20 reports of each', async () => {
  await putSite({ screening: { ...DEFAULT_SCREENING, reportsToHold: 0 } });
  const ids: string[] = [];
  for (let i = 0; i < 5; i++) {
    service.pass(61_000);
    ids.push((await service.post()).comment.id);
  }
  for (const id of ids) await report(id);
  for (let reader = 2; reader <= 25; reader++) await report(ids[4] ?? '', { reader });
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof ada.queue>> = await ada.queue({
      queue: 'reported',
      limit: '2',
      ...(cursor && { cursor }),
    });
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(seen).toEqual(ids.toReversed());
  const [item] = (await ada.queue({ queue: 'reported', limit: '1' })).items;
  expect([item?.reportCount, item?.reports.length]).toEqual([25, 20]);
});

test('numbers of reports never drift, whatever is reported, decided, undone and deleted', async () => {
  const act = fc.record({
    kind: fc.constantFrom('post', 'report', 'report', 'report', 'decide', 'undo', 'delete'),
    pick: fc.nat(),
    reader: fc.nat({ max: 4 }),
    to: fc.constantFrom('published', 'held', 'spam', 'rejected'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 10, maxLength: 30 }), async (acts) => {
      const made: { id: string; token: string }[] = [];
      const decisions: string[] = [];
      for (const { kind, pick, reader, to: status } of acts) {
        const one = made[pick % Math.max(1, made.length)];
        if (kind === 'post' || one === undefined) {
          const posted = await service.post();
          made.push({ id: posted.comment.id, token: posted.authorToken });
        } else if (kind === 'report') {
          await service.send(`/api/v1/comments/${one.id}/reports`, requestOf({ reader }, {}));
        } else if (kind === 'decide') {
          const version = await env.DB.prepare('SELECT version FROM comments WHERE id = ?')
            .bind(one.id)
            .first<number>('version');
          const { results } = await ada.decide(to({ id: one.id, version: version ?? 0 }, status));
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
      const { results } = await env.DB.prepare(
        `SELECT reports AS count, (SELECT COUNT(*) FROM reports r WHERE r.comment_id = c.id AND closed_by IS NULL) AS real FROM comments c
         UNION ALL SELECT count, (SELECT COUNT(*) FROM comments c WHERE c.site_key = q.site_key AND c.status = q.status AND c.reports > 0) FROM report_counts q`,
      ).all<{ count: number; real: number }>();
      for (const { count, real } of results) expect(count).toBe(real);
      const { counts } = await ada.queue({ queue: 'reported' });
      const open = await env.DB.prepare(
        `SELECT COUNT(*) AS n FROM comments WHERE reports > 0 AND status IN ('published', 'held')`,
      ).first('n');
      expect(counts.reported).toBe(open);
    }),
    { numRuns: 12 },
  );
});
