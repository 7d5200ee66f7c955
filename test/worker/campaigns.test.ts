import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import { putSite, type Service, signInModerator, startService } from './client.ts';
import { deleteAll } from './delete-all.ts';

let service: Service;
let ada: Awaited<ReturnType<typeof signInModerator>>;

const OFFER =
  'The old ferry captain told everybody about his garden of giant pumpkins and how he waters them every single morning';
const VARIANT = OFFER.replace('captain', 'pilot').replace('giant', 'huge');

beforeEach(async () => {
  await deleteAll(env.DB);
  await putSite({ website: 'optional' });
  service = startService();
  ada = await signInModerator(service, { name: 'Ada' });
});

async function post(body: string, to?: string) {
  service.pass(61_000);
  const { comment, authorToken } = await service.post({ body });
  if (to === undefined) return { ...comment, authorToken, decisionId: '' };
  const [made] = (await ada.decide({ commentId: comment.id, version: 1, to })).results;
  if (made?.result !== 'done') throw new Error('not decided');
  return { ...comment, authorToken, decisionId: made.decisionId };
}

const rows = async (table: string) =>
  env.DB.prepare(`SELECT COUNT(*) AS n FROM ${table}`).first<number>('n');

describe('a variant', () => {
  test('of a published comment is published', async () => {
    await post(OFFER, 'published');
    expect((await post(VARIANT)).status).toBe('published');
    expect(await rows('campaign_prints')).toBe(0);
  });

  test.each(['spam', 'rejected'])('of a comment decided %s is held', async (to) => {
    await post(OFFER, to);
    expect((await post(VARIANT)).status).toBe('held');
    const { items } = await ada.queue();
    expect(items[0]?.findings.map(({ check }) => check)).toContain('campaign');
  });

  test('is published again once the decision is taken back', async () => {
    const { decisionId } = await post(OFFER, 'spam');
    await ada.undo(decisionId);
    expect(await rows('campaign_keys')).toBe(0);
    expect((await post(VARIANT)).status).toBe('published');
  });

  test('is held again once a second decision is taken back that had pardoned the first', async () => {
    const { id } = await post(OFFER, 'spam');
    const { results } = await ada.decide({ commentId: id, version: 2, to: 'published' });
    expect(await rows('campaign_keys')).toBe(0);
    if (results[0]?.result !== 'done') throw new Error('not decided');
    await ada.undo(results[0].decisionId);
    expect((await post(VARIANT)).status).toBe('held');
  });

  test('of another site’s spam is that site’s own affair', async () => {
    await post(OFFER, 'spam');
    await putSite({ key: 'other' });
    expect((await service.post({ site: 'other', body: VARIANT })).comment.status).toBe('published');
  });
});

describe('a place', () => {
  const link = (words: string) => `${words} http://ferry-news.example/${words.length}`;

  /** Names of the checks that had something to say about the next comment that leads there. */
  async function nextFindings(): Promise<string[]> {
    const { id } = await post(link('Nothing about the fares was said'));
    const { items } = await ada.queue();
    return items.find((item) => item.id === id)?.findings.map(({ check }) => check) ?? [];
  }

  test('of a rejected comment holds the next one that leads there', async () => {
    await post(link('Look at this'), 'rejected');
    expect(await nextFindings()).toContain('campaign');
  });

  test('that published comments lead to is no reason to hold', async () => {
    await post(link('As I read there'), 'published');
    await post(link('Look at this'), 'rejected');
    expect(await nextFindings()).not.toContain('campaign');
  });

  test('counts as published only while the comment is', async () => {
    const { id } = await post(link('As I read there'), 'published');
    expect(await rows('published_places')).toBe(1);
    await ada.decide({ commentId: id, version: 2, to: 'rejected' });
    expect(await rows('published_places')).toBe(0);
    expect(await nextFindings()).toContain('campaign');
  });
});

test('of an erased comment nothing is left to find variants by', async () => {
  const { id, authorToken } = await post(`${OFFER} http://ferry-news.example/`, 'spam');
  expect(await rows('campaign_keys')).toBeGreaterThan(0);
  const headers = { authorization: `Author ${authorToken}` };
  await service.send(`/api/v1/comments/${id}`, { method: 'DELETE', headers });
  expect(await rows('campaign_keys')).toBe(0);
  expect(await rows('campaign_prints')).toBe(0);
  expect(await env.DB.prepare('SELECT places FROM comments').first('places')).toBeNull();
});
