import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { OWN, PAPER, putSite, type Service, signInModerator, startService } from './client.ts';
import { counting } from './counting.ts';
import { deleteAll } from './delete-all.ts';

let service: Service;
let ada: Awaited<ReturnType<typeof signInModerator>>;

beforeEach(async () => {
  await deleteAll(env.DB);
  await putSite({ mode: 'pre', suspect: ['casino'] });
  service = startService();
  ada = await signInModerator(service, { name: 'Ada' });
});

async function post(change: Record<string, unknown> = {}): Promise<string> {
  service.pass(61_000);
  return (await service.post(change)).comment.id;
}

/** Ids of all pages of the narrowed queue, in order; none twice. */
async function all(query: Record<string, string>): Promise<string[]> {
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await ada.queue({ ...query, ...(cursor && { cursor }) });
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(new Set(seen).size).toBe(seen.length);
  return seen;
}

const report = (id: string, network: number) =>
  service.send(`/api/v1/comments/${id}/reports`, {
    json: { reason: 'spam' },
    headers: {
      origin: PAPER,
      'reader-key': `reader-key-number-${network}`,
      'cf-connecting-ip': `198.51.${network}.7`,
    },
  });

describe('a queue is narrowed', () => {
  test('to an article, a section, a check, an author, links', async () => {
    const chess = await post({ url: `${PAPER}/sport/chess/final` });
    const sport = await post({ url: `${PAPER}/sports`, name: 'Zoë Quinn' });
    const word = await post({
      url: `${PAPER}/sport`,
      body: 'Go to the casino at once, all of you',
    });
    const link = await post({ url: `${PAPER}/größe/1`, body: 'I read it at https://a.example/x' });
    const { items } = await ada.queue();
    const thread = items.find(({ id }) => id === chess)?.thread.id ?? '';
    expect(await all({ thread })).toEqual([chess]);
    expect(await all({ section: 'sport' })).toEqual([chess, word]);
    expect(await all({ section: '/sport/chess/' })).toEqual([chess]);
    expect(await all({ section: 'größe' })).toEqual([link]);
    expect(await all({ section: 'spor' })).toEqual([]);
    expect(await all({ check: 'suspect-words' })).toEqual([word]);
    expect(await all({ author: 'zoë' })).toEqual([sport]);
    expect(await all({ links: 'with' })).toEqual([link]);
    expect(await all({ links: 'without' })).toEqual([chess, sport, word]);
    expect(await all({ links: 'without', section: 'sport', check: 'suspect-words' })).toEqual([
      word,
    ]);
  });

  test('by age, to the millisecond', async () => {
    const old = await post();
    service.pass(3_600_000);
    const young = await post();
    expect(await all({ older: '1h' })).toEqual([old]);
    expect(await all({ newer: '1h' })).toEqual([young]);
    expect(await all({ newer: '2h', older: '1m' })).toEqual([old]);
    service.pass(3_600_000 + 1);
    expect(await all({ newer: '1h' })).toEqual([]);
  });

  test('to what readers have reported', async () => {
    const fine = await post();
    const bad = await post();
    for (const id of [fine, bad]) await ada.decide({ commentId: id, version: 1, to: 'published' });
    await report(bad, 1);
    expect(await all({ queue: 'published', reported: 'yes' })).toEqual([bad]);
    expect(await all({ queue: 'unreviewed', reported: 'yes' })).toEqual([]);
    expect(await all({ queue: 'reported', section: 'bridge' })).toEqual([bad]);
  });

  test('and a quotation mark or a per cent sign in a filter is text', async () => {
    await post();
    for (const text of ['%', '_', `"' OR 1=1 --`, '"type":"link"']) {
      expect(await all({ author: text })).toEqual([]);
      expect(await all({ section: text })).toEqual([]);
    }
  });

  test.each([
    ['older', '2 hours'],
    ['newer', '0h'],
    ['thread', 'x'],
    ['check', 'Ünknown'],
    ['links', 'many'],
    ['reported', 'no'],
    ['sort', 'best'],
    ['section', ''],
    ['author', 'a'.repeat(101)],
  ])('and a bad %s is named', async (field, value) => {
    const query = new URLSearchParams({ [field]: value });
    const told = await service.refused(`/api/v1/desk/queue?${query}`, ada);
    expect(told.code).toBe('invalid-request');
    expect(told.errors?.map((error) => error.field)).toEqual([field]);
  });

  test.each(['x', '-.1', `-.1.${'a'.repeat(19)}`])(
    'and a made up cursor %s is none',
    async (cursor) => {
      const query = new URLSearchParams({ sort: 'priority', cursor });
      expect((await service.refused(`/api/v1/desk/queue?${query}`, ada)).code).toBe('bad-cursor');
    },
  );
});

describe('a queue is sorted', () => {
  test('oldest or newest first, whatever its own order', async () => {
    const ids = [await post(), await post(), await post()];
    expect(await all({ sort: 'oldest', limit: '2' })).toEqual(ids);
    expect(await all({ sort: 'newest', limit: '2' })).toEqual(ids.toReversed());
    expect(await all({ sort: 'newest', limit: '1', section: 'bridge' })).toEqual(ids.toReversed());
  });

  test('by priority: reports, then how many read there, then how long it waits', async () => {
    const busy = await post({ url: `${PAPER}/busy` });
    await ada.decide({ commentId: busy, version: 1, to: 'published' });
    const calm = await post();
    const read = await post({ url: `${PAPER}/busy` });
    const reported = await post();
    await ada.decide({ commentId: reported, version: 1, to: 'published' });
    await report(reported, 1);
    await ada.decide({ commentId: reported, version: 2, to: 'held' });
    await env.DB.prepare('UPDATE comments SET reports = 1 WHERE id = ?').bind(reported).run();
    expect(await all({ sort: 'priority', limit: '1' })).toEqual([reported, read, calm]);
    service.pass(24 * 3_600_000);
    const late = await post({ url: `${PAPER}/busy` });
    expect(await all({ sort: 'priority', limit: '3' })).toEqual([reported, read, calm, late]);
  });
});

test('pages joined are the same comments as the whole queue sifted, for any sites and page size', async () => {
  await putSite({ key: 'second', mode: 'pre' });
  const root = await signInModerator(service, { name: 'Root', role: 'admin', sites: [] });
  ada = root;
  const made: { id: string; isSport: boolean }[] = [];
  for (let i = 0; i < 24; i++) {
    const isSport = i % 3 === 0;
    const url = `${PAPER}/${isSport ? 'sport' : 'news'}/${i}`;
    made.push({ id: await post({ url, site: i % 2 === 0 ? 'planet' : 'second' }), isSport });
  }
  const wanted = made.filter(({ isSport }) => isSport).map(({ id }) => id);
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom('oldest', 'newest', 'priority'),
      async (limit, sort) => {
        const found = await all({ section: 'sport', sort, limit: String(limit) });
        expect(found.toSorted()).toEqual(wanted);
        if (sort === 'oldest') expect(found).toEqual(wanted);
      },
    ),
    { numRuns: 12 },
  );
}, 30_000);

test('rows read for a page are bounded, however large the queue and however few fit', async () => {
  const { total, bindings } = counting();
  const counted = startService(bindings);
  const bea = await signInModerator(counted, { name: 'Bea' });
  await post();
  await env.DB.prepare(
    `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 8000)
     INSERT INTO comments (id, site_key, thread_id, root_id, shown, name, source, body, body_parser,
       status, verdict, rules_version, author_hash, body_hash, created_at)
     SELECT printf('z%019d', i), site_key, thread_id, printf('z%019d', i), 0, 'N', 'S', '[]', 1,
       'held', 'hold', 1, 'a' || i, 'b' || i, created_at + i FROM n, (SELECT * FROM comments LIMIT 1)`,
  ).run();
  const read = async (query: Record<string, string>) => {
    total.read = 0;
    const { items, nextCursor } = await bea.queue(query);
    return { read: total.read, found: items.length, nextCursor };
  };
  for (const query of [
    { section: 'nowhere' },
    { author: 'nobody', sort: 'newest' },
    { check: 'abuse' },
  ]) {
    const none = await read(query);
    expect(none).toMatchObject({ found: 0 });
    expect(none.nextCursor).not.toBeNull();
    expect(none.read).toBeLessThan(5000);
  }
  expect((await read({ sort: 'priority' })).read).toBeLessThan(5000);
  expect((await read({ sort: 'newest' })).read).toBeLessThan(2000);
  expect((await read({ reported: 'yes' })).read).toBeLessThan(300);
  const answer = await counted.send('/api/v1/desk/queue?section=nowhere', {
    headers: { ...bea.headers, origin: OWN },
  });
  expect(answer.headers.get('cache-control')).toBe('no-store');
});
