import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import { Bulk, SteppedBulk } from '../../src/contract/bulks.ts';
import { StaffReplied } from '../../src/contract/staff.ts';
import { parse, putSite, type Service, signInModerator, startService } from './client.ts';
import { deleteAll } from './delete-all.ts';

let service: Service;
let ada: Awaited<ReturnType<typeof signInModerator>>;

beforeEach(async () => {
  await deleteAll(env.DB);
  await putSite({ mode: 'pre' });
  service = startService();
  ada = await signInModerator(service, { name: 'Ada' });
});

const GERMAN = 'Das ist doch nicht euer Ernst, liebe Leute';
const FRENCH = 'Je ne suis pas du tout d’accord avec vous';
const NOBODY_KNOWS = 'lol';

async function post(body: string) {
  service.pass(61_000);
  const { comment, authorToken } = await service.post({ body });
  return { id: comment.id, headers: { authorization: `Author ${authorToken}` } };
}

const found = async (query: Record<string, string>) =>
  (await ada.queue(query)).items.map(({ id }) => id);

const stored = (id: string) =>
  env.DB.prepare('SELECT language FROM comments WHERE id = ?').bind(id).first('language');

const own = (id: string) => `/api/v1/comments/${id}`;

describe('the language of a comment', () => {
  test('is told when it is posted, and the desk is shown it; readers are not', async () => {
    const german = await post(GERMAN);
    const short = await post(NOBODY_KNOWS);
    const { items } = await ada.queue();
    expect(items.map(({ id, language }) => [id, language])).toEqual([
      [german.id, 'de'],
      [short.id, null],
    ]);
    const { text } = await service.send(own(german.id), { headers: german.headers });
    expect(text).not.toContain('language');
  });

  test('is that of its own words, not of what it quotes', async () => {
    const { id } = await post(`> ${FRENCH}, c’est vraiment n’importe quoi\n\n${GERMAN}`);
    expect(await stored(id)).toBe('de');
  });

  test('is told anew with an edit, and what is answered shows its own', async () => {
    const { id, headers } = await post(GERMAN);
    await service.send(own(id), { method: 'PATCH', json: { body: FRENCH }, headers });
    expect(await stored(id)).toBe('fr');
    await ada.decide({ commentId: id, version: 2, to: 'published' });
    service.pass(61_000);
    await service.post({ body: 'I have no idea why you say that at all', parent: id });
    const [answer] = (await ada.queue()).items;
    expect(answer).toMatchObject({ language: 'en', parent: { id, language: 'fr' } });
    const later = await service.send(own(id), {
      method: 'PATCH',
      json: { body: NOBODY_KNOWS },
      headers,
    });
    expect(later.status).toBe(200);
    expect(await stored(id)).toBeNull();
  });

  test('is told of a staff reply', async () => {
    const { id } = await post(GERMAN);
    const answer = await service.send(`/api/v1/desk/comments/${id}/replies`, {
      json: { body: 'Wir haben den Fehler inzwischen behoben.', publish: 1 },
      headers: ada.headers,
    });
    const { comment } = parse(answer, { status: 201, schema: StaffReplied });
    expect(await stored(comment.id)).toBe('de');
  });

  test('goes with the text when its author takes it back', async () => {
    const { id, headers } = await post(GERMAN);
    await service.send(own(id), { method: 'DELETE', headers });
    expect(await stored(id)).toBeNull();
  });
});

describe('a queue is narrowed by language', () => {
  test('to one, or to those that are not known', async () => {
    const german = await post(GERMAN);
    const french = await post(FRENCH);
    const short = await post(NOBODY_KNOWS);
    expect(await found({ language: 'de' })).toEqual([german.id]);
    expect(await found({ language: 'fr', sort: 'priority' })).toEqual([french.id]);
    expect(await found({ language: 'none' })).toEqual([short.id]);
    expect(await found({ language: 'pt' })).toEqual([]);
    expect(await found({ language: 'de', links: 'with' })).toEqual([]);
  });

  test.each(['DE', 'deu', 'german', '', 'null'])('and “%s” is none', async (language) => {
    const query = new URLSearchParams({ language });
    const told = await service.refused(`/api/v1/desk/queue?${query}`, ada);
    expect(told.code).toBe('invalid-request');
    expect(told.errors?.map(({ field }) => field)).toEqual(['language']);
  });

  test.each([
    ['de', 0],
    ['none', 1],
  ])('and a bulk over %s leaves the others', async (language, wanted) => {
    const ids = [(await post(GERMAN)).id, (await post(NOBODY_KNOWS)).id];
    await post(FRENCH);
    service.pass(1);
    const send = { headers: ada.headers };
    const of = { kind: 'queue', queue: 'held', language };
    const bulks = '/api/v1/desk/bulks';
    const { id } = parse(await service.send(bulks, { ...send, json: { of, to: 'rejected' } }), {
      status: 201,
      schema: Bulk,
    });
    const step = async () =>
      parse(await service.send(`${bulks}/${id}/steps`, { ...send, method: 'POST' }), {
        status: 200,
        schema: SteppedBulk,
      });
    expect((await step()).bulk).toMatchObject({ state: 'ready', total: 1 });
    await service.send(`${bulks}/${id}`, { ...send, method: 'PATCH', json: { state: 'deciding' } });
    expect((await step()).moved).toEqual([ids[wanted]]);
  });
});
