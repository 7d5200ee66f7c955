import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_SCREENING, type ScreeningSettings, type Site } from '../../src/domain/site.ts';
import { removeSite } from '../../src/store/sites.ts';
import { db, PAPER, putSite, type Service, signInModerator, startService } from './client.ts';
import { deleteAll } from './delete-all.ts';

let service: Service;
let ada: Awaited<ReturnType<typeof signInModerator>>;

const screening = (change: Partial<ScreeningSettings>): Partial<Site> => ({
  screening: { ...DEFAULT_SCREENING, ...change },
});

beforeEach(async () => {
  await deleteAll(env.DB);
  await putSite();
  service = startService();
  ada = await signInModerator(service, { name: 'Ada' });
});

type Post = { email?: string; address?: string; [field: string]: unknown };

/** The next comment, a minute and a bit after the one before. */
async function post({ address, ...change }: Post = {}) {
  service.pass(61_000);
  const headers = address === undefined ? {} : { 'cf-connecting-ip': address };
  const { comment, authorToken } = await service.post(change, headers);
  return { ...comment, authorToken };
}

const LINUS = { name: 'Linus', email: 'linus@reader.example' };

async function postDecided(to: string, change: Post) {
  const comment = await post(change);
  const { results } = await ada.decide({ commentId: comment.id, version: 1, to });
  if (results[0]?.result !== 'done') throw new Error('not decided');
  return { ...comment, decisionId: results[0].decisionId };
}

/** What the desk shows as reasons of the newest comment that waits or is thrown out. */
async function reasonsOf(id: string, queue = 'held'): Promise<string[]> {
  const { items } = await ada.queue({ queue, limit: '100' });
  return items.find((item) => item.id === id)?.findings.map(({ check }) => check) ?? [];
}

describe('a newcomer', () => {
  beforeEach(async () => {
    await putSite(screening({ newcomers: 2 }));
  });

  test('is held until two comments were published, and each author begins anew', async () => {
    const first = await post(LINUS);
    expect(first.status).toBe('held');
    expect(await reasonsOf(first.id)).toEqual(['newcomer']);
    await ada.decide({ commentId: first.id, version: 1, to: 'published' });
    const second = await post(LINUS);
    expect(second.status).toBe('held');
    await ada.decide({ commentId: second.id, version: 1, to: 'published' });
    expect((await post(LINUS)).status).toBe('published');
    expect((await post({ email: 'grace@reader.example' })).status).toBe('held');
  });

  test('cannot slip in another text behind the first that was published', async () => {
    await putSite(screening({ newcomers: 1 }));
    const { id, authorToken } = await post(LINUS);
    await ada.decide({ commentId: id, version: 1, to: 'published' });
    const answer = await service.send(`/api/v1/comments/${id}`, {
      method: 'PATCH',
      json: { body: 'Quite another thing.' },
      headers: { authorization: `Author ${authorToken}` },
    });
    expect(JSON.parse(answer.text).comment.status).toBe('held');
  });

  test('is known on one site only', async () => {
    await postDecided('published', LINUS);
    await postDecided('published', LINUS);
    await putSite({ key: 'other', ...screening({ newcomers: 1 }) });
    expect((await post({ ...LINUS, site: 'other' })).status).toBe('held');
  });
});

describe('a history', () => {
  test('of three thrown out holds the fourth, and of five sends the sixth to Spam', async () => {
    for (let i = 0; i < 3; i++) await postDecided('rejected', LINUS);
    const fourth = await post(LINUS);
    expect(await reasonsOf(fourth.id)).toEqual(['history']);
    await ada.decide({ commentId: fourth.id, version: 1, to: 'spam' });
    await postDecided('spam', LINUS);
    const sixth = await post(LINUS);
    expect(await reasonsOf(sixth.id, 'spam')).toEqual(['history']);
  });

  test('is good again once decisions are taken back', async () => {
    const made = [];
    for (let i = 0; i < 3; i++) made.push(await postDecided('rejected', LINUS));
    expect((await post(LINUS)).status).toBe('held');
    for (const { decisionId } of made) await ada.undo(decisionId);
    expect((await post(LINUS)).status).toBe('published');
  });

  test('is forgotten after thirty days', async () => {
    for (let i = 0; i < 4; i++) await postDecided('rejected', LINUS);
    expect((await post(LINUS)).status).toBe('held');
    service.pass(31 * 86_400_000);
    expect((await post(LINUS)).status).toBe('published');
  });

  test('does not count what only the filter took for spam', async () => {
    for (let i = 0; i < 5; i++) await post(LINUS);
    await env.DB.prepare(`UPDATE comments SET status = 'spam'`).run();
    expect((await post(LINUS)).status).toBe('published');
  });

  test('of an address holds whoever writes from there', async () => {
    const address = '203.0.113.7';
    for (let i = 0; i < 5; i++) {
      await postDecided('spam', { email: `r${i}@reader.example`, address });
    }
    const next = await post({ email: 'new@reader.example', address });
    expect(await reasonsOf(next.id)).toEqual(['history']);
    expect((await post({ email: 'other@reader.example', address: '203.0.113.8' })).status).toBe(
      'published',
    );
  });

  test('of an address on another site is that site’s own affair', async () => {
    const address = '203.0.113.9';
    for (let i = 0; i < 5; i++) {
      await postDecided('spam', { email: `r${i}@reader.example`, address });
    }
    await putSite({ key: 'other' });
    const next = await post({ site: 'other', email: 'new@reader.example', address });
    expect(next.status).toBe('published');
  });
});

describe('flood mode', () => {
  /** So many comments at once, each by somebody else, on pages of their own unless one is given. */
  async function flood(count: number, url?: string): Promise<string[]> {
    const statuses: string[] = [];
    for (let i = 0; i < count; i++) {
      const { comment } = await service.post({ url: url ?? `${PAPER}/flood-${i}` });
      statuses.push(comment.status);
    }
    return statuses;
  }

  test('comes by itself when too much comes in, and goes by itself', async () => {
    const statuses = await flood(121);
    expect(statuses.slice(0, 120).every((status) => status === 'published')).toBe(true);
    expect(statuses[120]).toBe('held');
    const { items, floodMode } = await ada.queue();
    expect(items[0]?.findings.map(({ check }) => check)).toEqual(['flood-mode']);
    expect(floodMode).toEqual([
      {
        site: { key: 'planet', name: 'The Planet' },
        thread: null,
        since: '2026-03-02T09:00:00.000Z',
        why: expect.stringMatching(/^About 121 comments came to this site in the last ten minutes/),
      },
    ]);
    service.pass(21 * 60_000);
    expect((await ada.queue()).floodMode).toEqual([]);
    expect((await post()).status).toBe('published');
  });

  test('lets readers pass whose comments were published before', async () => {
    for (let i = 0; i < 3; i++) await postDecided('published', LINUS);
    await flood(121);
    expect((await service.post(LINUS)).comment.status).toBe('published');
    await ada.decide(
      // Ids of one moment are in no order, so a page of the queue may be without them.
      ...(await ada.queue({ q: 'Linus' })).items
        .filter(({ name }) => name === 'Linus')
        .slice(0, 1)
        .map(({ id, version }) => ({ commentId: id, version, to: 'rejected' })),
    );
    expect((await service.post(LINUS)).comment.status).toBe('held');
  });

  test('of one thread leaves the others alone, and the desk names it', async () => {
    const url = `${PAPER}/ferry`;
    await flood(1, url);
    const statuses = await flood(80, url);
    expect(statuses.slice(-2)).toEqual(['published', 'held']);
    expect((await service.post({ url: `${PAPER}/quiet` })).comment.status).toBe('published');
    const { floodMode } = await ada.queue();
    expect(floodMode).toMatchObject([{ site: { key: 'planet' }, thread: { url } }]);
    service.pass(21 * 60_000);
    expect((await ada.queue()).floodMode).toEqual([]);
  });

  test('is switched on and off by hand', async () => {
    await putSite(screening({ floodMode: 'on' }));
    expect((await post()).status).toBe('held');
    expect((await ada.queue()).floodMode).toEqual([
      {
        site: { key: 'planet', name: 'The Planet' },
        thread: null,
        since: null,
        why: 'It was switched on by hand.',
      },
    ]);
    await putSite(screening({ floodMode: 'off' }));
    expect(new Set(await flood(140))).toEqual(new Set(['published']));
    expect((await ada.queue()).floodMode).toEqual([]);
  });

  test('holds also where a site moderates afterwards', async () => {
    await putSite({ mode: 'post', ...screening({ floodMode: 'on' }) });
    expect((await post()).status).toBe('held');
  });

  test('is told only to moderators of that site', async () => {
    await putSite({ key: 'other', ...screening({ floodMode: 'on' }) });
    expect((await ada.queue()).floodMode).toEqual([]);
  });

  test('counts this stretch of ten minutes and the last, this week and the last', async () => {
    const columns = 'in_slot, slot_before, in_week, week_before';
    const countsAfter = async (minutes: number) => {
      service.pass(minutes * 60_000);
      await service.post();
      const row = await env.DB.prepare(`SELECT ${columns} FROM tempo WHERE page = ''`).first();
      return Object.values(row ?? {});
    };
    expect(await countsAfter(0)).toEqual([1, 0, 1, 0]);
    expect(await countsAfter(9)).toEqual([2, 0, 2, 0]);
    expect(await countsAfter(1)).toEqual([1, 2, 3, 0]);
    expect(await countsAfter(1)).toEqual([2, 2, 4, 0]);
    expect(await countsAfter(20)).toEqual([1, 0, 5, 0]);
    expect(await countsAfter(7 * 24 * 60)).toEqual([1, 0, 1, 5]);
    expect(await countsAfter(1)).toEqual([2, 0, 2, 5]);
    expect(await countsAfter(14 * 24 * 60)).toEqual([1, 0, 1, 0]);
  });

  test('leaves nothing behind when a site is removed', async () => {
    await post();
    await removeSite(db, 'planet');
    expect(await env.DB.prepare('SELECT COUNT(*) AS n FROM tempo').first('n')).toBe(0);
  });

  test('counts a request that comes twice once', async () => {
    const same = { url: `${PAPER}/same`, name: 'Same', body: 'The same request, word for word.' };
    const key = { 'idempotency-key': 'one-and-the-same' };
    await Promise.all(Array.from({ length: 4 }, () => service.post(same, key)));
    const { results } = await env.DB.prepare('SELECT page, in_slot FROM tempo ORDER BY page').all();
    expect(results.map(({ in_slot }) => in_slot)).toEqual([1, 1]);
  });
});

describe('a name', () => {
  test.each(['Ada', 'АDА', 'a.d.a', 'The Planet', 'Moderator'])(
    'that passes for a moderator or the site is held: %s',
    async (name) => {
      const { id, status } = await post({ name });
      expect(status).toBe('held');
      expect(await reasonsOf(id)).toEqual(['impersonation']);
    },
  );

  test('of a moderator of another site is free, that of an admin is not', async () => {
    await signInModerator(service, { name: 'Bobette', sites: ['planetary'] });
    await signInModerator(service, { name: 'Chief', role: 'admin', sites: [] });
    expect((await post({ name: 'Bobette' })).status).toBe('published');
    expect((await post({ name: 'Chief' })).status).toBe('held');
  });
});
