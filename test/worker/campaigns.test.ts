import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import { removeSite } from '../../src/store/sites.ts';
import { db, PAPER, putSite, type Service, signInModerator, startService } from './client.ts';
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

type Made = { to?: string; reason?: string; post?: Record<string, unknown> };

/** Posts a comment a minute after the last and decides about it where the test says what. */
async function post(body: string, { to, reason, post: rest = {} }: Made = {}) {
  service.pass(61_000);
  const { comment, authorToken } = await service.post({ body, ...rest });
  if (to === undefined) return { ...comment, authorToken, decisionId: '' };
  const decision = { commentId: comment.id, version: 1, to, ...(reason && { reason }) };
  const [made] = (await ada.decide(decision)).results;
  if (made?.result !== 'done') throw new Error('not decided');
  return { ...comment, authorToken, decisionId: made.decisionId };
}

/** What the campaign check said of the first comment that is held. */
async function findingOf(person: typeof ada): Promise<string | undefined> {
  const { items } = await person.queue();
  return items[0]?.findings.find(({ check }) => check === 'campaign')?.message;
}

const rows = async (table: string) =>
  env.DB.prepare(`SELECT COUNT(*) AS n FROM ${table}`).first<number>('n');

describe('a variant', () => {
  test('of a published comment is published', async () => {
    await post(OFFER, { to: 'published' });
    expect((await post(VARIANT)).status).toBe('published');
    expect(await rows('thrown_out')).toBe(0);
  });

  test.each(['spam', 'rejected'])('of a comment decided %s is held', async (to) => {
    await post(OFFER, { to });
    expect((await post(VARIANT)).status).toBe('held');
    expect(await findingOf(ada)).toMatch(/^A comment like this was thrown out before: /);
  });

  test('of three is sent to Spam', async () => {
    for (const who of ['baker', 'doctor', 'teacher']) {
      await post(OFFER.replace('captain', who), { to: 'rejected' });
    }
    expect((await post(VARIANT)).status).toBe('held');
    const { items } = await ada.queue({ queue: 'spam' });
    expect(items[0]?.findings.map(({ check }) => check)).toEqual(['campaign']);
  });

  test('in another thread, days later, is held all the same', async () => {
    await post(OFFER, { to: 'spam' });
    service.pass(20 * 86_400_000);
    const { comment } = await service.post({ body: VARIANT, url: `${PAPER}/harbour` });
    expect(comment.status).toBe('held');
  });

  test('is published again once the decision is taken back', async () => {
    const { decisionId } = await post(OFFER, { to: 'spam' });
    expect(await rows('thrown_out')).toBe(1);
    await ada.undo(decisionId);
    expect(await rows('thrown_out')).toBe(0);
    expect((await post(VARIANT)).status).toBe('published');
  });

  test('is held again once a second decision is taken back that had pardoned the first', async () => {
    const { id } = await post(OFFER, { to: 'spam' });
    const { results } = await ada.decide({ commentId: id, version: 2, to: 'published' });
    expect(await rows('thrown_out')).toBe(0);
    if (results[0]?.result !== 'done') throw new Error('not decided');
    await ada.undo(results[0].decisionId);
    expect((await post(VARIANT)).status).toBe('held');
  });

  test('of a comment from before there were traces is held', async () => {
    const { id } = await post(OFFER);
    await env.DB.prepare('UPDATE comments SET trace = NULL').run();
    await ada.decide({ commentId: id, version: 1, to: 'spam' });
    expect((await post(VARIANT)).status).toBe('held');
  });
});

describe('what one site has thrown out', () => {
  let bob: Awaited<ReturnType<typeof signInModerator>>;
  const there = { site: 'other', body: VARIANT };

  beforeEach(async () => {
    await putSite({ key: 'other', name: 'The Secret Gazette' });
    bob = await signInModerator(service, { name: 'Bob', sites: ['other'] });
  });

  test('is held at the others, and told without a word of where it was', async () => {
    for (const who of ['baker', 'doctor', 'teacher']) {
      await post(OFFER.replace('captain', who), { to: 'spam' });
    }
    expect((await service.post(there)).comment.status).toBe('held');
    const { items } = await bob.queue({ queue: 'held' });
    expect(items[0]?.status).toBe('held');
    const finding = await findingOf(bob);
    expect(finding).toMatch(/^3 comments like this were thrown out at another site: it shares/);
    expect(finding).not.toMatch(/planet/i);
    const [first] = items[0]?.findings ?? [];
    expect(first?.matches).toEqual([]);
  });

  test('is sent to Spam there once a moderator there has confirmed it', async () => {
    for (const who of ['baker', 'doctor']) {
      await post(OFFER.replace('captain', who), { to: 'spam' });
    }
    const { comment } = await service.post(there);
    await bob.decide({ commentId: comment.id, version: 1, to: 'spam' });
    service.pass(61_000);
    await service.post({ ...there, body: VARIANT.replace('garden', 'yard') });
    expect((await bob.queue({ queue: 'spam' })).items).toHaveLength(2);
  });

  test('is published there once the decision is taken back', async () => {
    const { decisionId } = await post(OFFER, { to: 'spam' });
    await ada.undo(decisionId);
    expect((await service.post(there)).comment.status).toBe('published');
  });

  test.each(['insult', 'off-topic'])('for “%s” is its own affair', async (reason) => {
    await post(OFFER, { to: 'rejected', reason });
    expect((await service.post(there)).comment.status).toBe('published');
    expect((await post(VARIANT)).status).toBe('held');
  });

  test('first for an insult and then as spam counts, until the second is taken back', async () => {
    const { id } = await post(OFFER, { to: 'rejected', reason: 'insult' });
    const { results } = await ada.decide({ commentId: id, version: 2, to: 'spam' });
    expect((await service.post(there)).comment.status).toBe('held');
    if (results[0]?.result !== 'done') throw new Error('not decided');
    await ada.undo(results[0].decisionId);
    service.pass(61_000);
    const again = { ...there, body: VARIANT.replace('garden', 'yard') };
    expect((await service.post(again)).comment.status).toBe('published');
  });

  test('is forgotten with the site', async () => {
    await post(OFFER, { to: 'spam' });
    await removeSite(db, 'planet');
    expect(await rows('thrown_out')).toBe(0);
    expect(await rows('comment_traces')).toBe(0);
    expect((await service.post(there)).comment.status).toBe('published');
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
    await post(link('Look at this'), { to: 'rejected' });
    expect(await nextFindings()).toContain('campaign');
  });

  test('that published comments lead to is no reason to hold', async () => {
    await post(link('As I read there'), { to: 'published' });
    await post(link('Look at this'), { to: 'rejected' });
    expect(await nextFindings()).not.toContain('campaign');
  });

  test('counts as published only while the comment is', async () => {
    const { id } = await post(link('As I read there'), { to: 'published' });
    expect(await rows('published_places')).toBe(1);
    await ada.decide({ commentId: id, version: 2, to: 'rejected' });
    expect(await rows('published_places')).toBe(0);
    expect(await nextFindings()).toContain('campaign');
  });
});

describe('an author', () => {
  const by = { email: 'eve@mail.example' };
  const honest = (words: string) => `Nobody has painted the ${words} since the last flood of March`;

  beforeEach(async () => {
    await putSite({ key: 'other' });
  });

  test('of two comments thrown out at one site is held at the others', async () => {
    await post(honest('bridge'), { to: 'spam', post: by });
    await post('The ferry is late again', { to: 'spam', post: by });
    const { status } = await post('Hello to everybody.', { post: { ...by, site: 'other' } });
    expect(status).toBe('held');
  });

  test('with something published there is not held for it', async () => {
    await post('Hello to everybody.', { post: { ...by, site: 'other' } });
    await post(honest('lighthouse'), { to: 'spam', post: by });
    await post('Ducks swim in the fountain', { to: 'spam', post: by });
    const { status } = await post('And a second one', { post: { ...by, site: 'other' } });
    expect(status).toBe('published');
  });
});

test('an edit is found by its new text only', async () => {
  const { id, authorToken } = await post(OFFER);
  const headers = { authorization: `Author ${authorToken}` };
  const json = {
    body: 'Quite another text, and a long one, so that it has a sketch of its own too',
  };
  await service.send(`/api/v1/comments/${id}`, { method: 'PATCH', json, headers });
  expect(await rows('comment_traces')).toBe(1);
  const later = await post(VARIANT);
  expect((await ada.cluster(later.id)).size).toBe(1);
});

test('of an erased comment nothing is left to find variants by', async () => {
  const { id, authorToken } = await post(`${OFFER} http://ferry-news.example/`, { to: 'spam' });
  expect(await rows('thrown_out')).toBe(1);
  const headers = { authorization: `Author ${authorToken}` };
  await service.send(`/api/v1/comments/${id}`, { method: 'DELETE', headers });
  expect(await rows('thrown_out')).toBe(0);
  expect(await rows('comment_traces')).toBe(0);
  const erased = await env.DB.prepare('SELECT places, trace FROM comments').first();
  expect(erased).toEqual({ places: null, trace: null });
});
