import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import { putSite, type Service, signInModerator, startService } from './client.ts';
import { deleteAll } from './delete-all.ts';

let service: Service;
let ada: Awaited<ReturnType<typeof signInModerator>>;

const OFFER =
  'My neighbour has sold his boat because a letter told him about the shares of a mine in the north';
const variant = (who: string) => OFFER.replace('neighbour', who);

beforeEach(async () => {
  await deleteAll(env.DB);
  await putSite();
  await putSite({ key: 'other', name: 'The Other' });
  service = startService();
  ada = await signInModerator(service, { name: 'Ada' });
});

async function post(change: Record<string, unknown>): Promise<string> {
  service.pass(61_000);
  return (await service.post(change)).comment.id;
}

describe('the cluster around a comment', () => {
  test('is what hangs together with it by wording, place and author, newest first', async () => {
    const email = 'dan@mail.example';
    const link = 'see http://mine-shares.example/a';
    await post({
      body: 'The fountain in the park is dry, and nobody knows why it has been for weeks',
    });
    const far = await post({ body: `Such a nice day, ${link}` });
    const wordy = await post({ body: variant('uncle') });
    const own = await post({ body: `${OFFER} ${link}`, email });
    await ada.decide({ commentId: own, version: 1, to: 'spam' });
    const written = await post({ body: 'What else is there to say', email });
    await ada.decide({ commentId: written, version: 1, to: 'held' });

    const { members, ...cluster } = await ada.cluster(own);
    expect(members.map(({ id }) => id)).toEqual([written, own, wordy, far]);
    expect(cluster).toMatchObject({ size: 4, elsewhere: 0, isCut: false, nextCursor: null });
    expect(members[0]?.by).toEqual({ text: 0, places: [], author: true });
    expect(members[2]?.by).toMatchObject({ places: [], author: false });
    expect(members[2]?.by.text).toBeGreaterThan(0.5);
    expect(members[3]?.by).toEqual({ text: 0, places: ['mine-shares.example'], author: false });
    expect(members[1]).toMatchObject({ status: 'spam', version: 2, reviewed: true });
    expect(members[1]?.excerpt).toContain('sold his boat');
  });

  test('leaves out what an author of published comments wrote besides', async () => {
    const email = 'dan@mail.example';
    await post({ body: 'I like the new benches', email });
    const own = await post({ body: OFFER, email });
    expect((await ada.cluster(own)).size).toBe(1);
  });

  test('is the comment alone where nothing is like it, also without a trace', async () => {
    const own = await post({ body: 'Thanks' });
    await env.DB.prepare('UPDATE comments SET trace = NULL').run();
    const { size, members } = await ada.cluster(own);
    expect(size).toBe(1);
    expect(members.map(({ id }) => id)).toEqual([own]);
  });

  test('comes in pages that joined are the whole of it, once', async () => {
    const ids: string[] = [];
    for (const who of ['uncle', 'aunt', 'cousin', 'teacher', 'doctor', 'baker', 'plumber']) {
      ids.unshift(await post({ body: variant(who) }));
    }
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const query: Record<string, string> = { limit: '3', ...(cursor && { cursor }) };
      const page = await ada.cluster(ids[2] ?? '', query);
      expect(page.size).toBe(7);
      seen.push(...page.members.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual(ids);
  });

  test('counts members at sites that are not the moderator’s, and shows nothing of them', async () => {
    const own = await post({ body: OFFER });
    const foreign = await post({ site: 'other', body: variant('uncle') });
    const { size, elsewhere, members } = await ada.cluster(own);
    expect({ size, elsewhere, shown: members.map(({ id }) => id) }).toEqual({
      size: 2,
      elsewhere: 1,
      shown: [own],
    });
    const both = await signInModerator(service, { name: 'Bea', sites: ['planet', 'other'] });
    const chief = await signInModerator(service, { name: 'Cleo', role: 'admin', sites: [] });
    for (const person of [both, chief]) {
      const all = await person.cluster(own);
      expect(all).toMatchObject({ size: 2, elsewhere: 0 });
      expect(all.members.map(({ id }) => id)).toEqual([foreign, own]);
    }
  });

  test('is never kept by a cache', async () => {
    const own = await post({ body: OFFER });
    const { headers } = await service.send(`/api/v1/desk/clusters/${own}`, ada);
    expect(headers.get('cache-control')).toBe('no-store');
  });
});

describe('a cluster is refused', () => {
  const path = (id: string) => `/api/v1/desk/clusters/${id}`;

  test('to whoever is signed out', async () => {
    const own = await post({ body: OFFER });
    expect(await service.refused(path(own))).toMatchObject({ status: 401, code: 'signed-out' });
  });

  test('around a comment of a site that is not the moderator’s, as if there were none', async () => {
    const foreign = await post({ site: 'other', body: OFFER });
    const refused = await service.refused(path(foreign), ada);
    expect(refused).toMatchObject({ status: 404, code: 'unknown-comment' });
    expect(await service.refused(path('0'.repeat(20)), ada)).toMatchObject({
      status: refused.status,
      code: refused.code,
      title: refused.title,
    });
  });

  test('around a comment that its author has deleted', async () => {
    const { comment, authorToken } = await service.post({ body: OFFER });
    const headers = { authorization: `Author ${authorToken}` };
    await service.send(`/api/v1/comments/${comment.id}`, { method: 'DELETE', headers });
    expect((await service.refused(path(comment.id), ada)).code).toBe('unknown-comment');
  });

  test.each([
    ['cursor=abc', 'bad-cursor'],
    ['limit=0', 'invalid-request'],
    ['limit=101', 'invalid-request'],
  ])('with %s', async (query, code) => {
    const own = await post({ body: OFFER });
    expect((await service.refused(`${path(own)}?${query}`, ada)).code).toBe(code);
  });
});

describe('an item of a queue', () => {
  test('says how many comments have about the same wording, itself counted', async () => {
    await post({
      body: 'The fountain in the park is dry, and nobody knows why it has been for weeks',
    });
    for (const who of ['uncle', 'aunt', 'cousin']) await post({ body: variant(who) });
    const { items } = await ada.queue({ queue: 'published' });
    expect(items.map(({ clusterSize }) => clusterSize)).toEqual([3, 3, 3, 1]);
  });

  test('counts no further than 12', async () => {
    for (let i = 0; i < 14; i++) await post({ body: `${variant('uncle')} ${i}`, name: `R${i}` });
    const { items } = await ada.queue({ queue: 'published' });
    expect(new Set(items.map(({ clusterSize }) => clusterSize))).toEqual(new Set([12]));
  });
});
