import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import { ChangedItem } from '../../src/contract/notes.ts';
import { PAGE, parse, putSite, type Service, signInModerator, startService } from './client.ts';
import { deleteAll } from './delete-all.ts';

let service: Service;
type Moderator = Awaited<ReturnType<typeof signInModerator>>;
let ada: Moderator;
let bob: Moderator;
let id: string;
let token: string;

beforeEach(async () => {
  await deleteAll(env.DB);
  await putSite();
  service = startService();
  ada = await signInModerator(service, { name: 'Ada' });
  bob = await signInModerator(service, { name: 'Bob' });
  const { comment, authorToken } = await service.post();
  id = comment.id;
  token = authorToken;
});

const ask = (who: Moderator, body: string, key = '') => ({
  json: { body },
  headers: { ...who.headers, ...(key && { 'idempotency-key': key }) },
});
const path = () => `/api/v1/desk/comments/${id}/notes`;

async function note(who: Moderator, body: string, key = '') {
  const answer = await service.send(path(), ask(who, body, key));
  const { item } = parse(answer, { status: 201, schema: ChangedItem });
  return item?.notes ?? [];
}

describe('a note', () => {
  test('is there for colleagues, with who wrote it and when', async () => {
    await note(ada, ' Rang the council.\nThey confirm. ');
    service.pass(1000);
    expect(await note(bob, 'Good.')).toMatchObject([
      { by: 'Ada', body: 'Rang the council.\nThey confirm.', at: '2026-03-02T09:00:00.000Z' },
      { by: 'Bob', body: 'Good.' },
    ]);
    const { items } = await bob.queue({ queue: 'published' });
    expect(items[0]?.notes.map(({ by }) => by)).toEqual(['Ada', 'Bob']);
  });

  test('is on no public route', async () => {
    await note(ada, 'Between us: seven geese.');
    const of = `site=planet&url=${encodeURIComponent(PAGE)}`;
    const routes = [`/api/v1/thread?${of}`, `/t?${of}`, `/api/v1/comments/${id}`];
    for (const route of routes) {
      const { status, text } = await service.send(route, {
        headers: { authorization: `Author ${token}` },
      });
      expect(status).toBe(200);
      expect(text).not.toContain('geese');
      expect(text).not.toContain('"notes"');
    }
  });

  test('is deleted by its writer alone', async () => {
    const [written] = await note(ada, 'Hm.');
    const one = `/api/v1/desk/notes/${written?.id}`;
    const drop = { method: 'DELETE' };
    expect((await service.refused(one, { ...drop, headers: bob.headers })).code).toBe(
      'unknown-note',
    );
    const answer = await service.send(one, { ...drop, headers: ada.headers });
    expect(parse(answer, { status: 200, schema: ChangedItem }).item?.notes).toEqual([]);
    expect((await service.refused(one, { ...drop, headers: ada.headers })).code).toBe(
      'unknown-note',
    );
  });

  test('sent twice is stored once', async () => {
    await Promise.all([1, 2].map(() => note(ada, 'Once.', 'key-of-a-note')));
    expect(await note(bob, 'Once.', 'key-of-a-note')).toHaveLength(2);
    expect((await service.refused(path(), ask(ada, 'Other.', 'key-of-a-note'))).code).toBe(
      'key-reused',
    );
  });

  test('goes with the words that it is about', async () => {
    await note(ada, 'Between us.');
    await service.send(`/api/v1/comments/${id}`, {
      method: 'DELETE',
      headers: { authorization: `Author ${token}` },
    });
    expect(await env.DB.prepare('SELECT COUNT(*) AS n FROM notes').first('n')).toBe(0);
    expect((await service.refused(path(), ask(ada, 'Late.'))).code).toBe('unknown-comment');
  });

  test('has words, at most 2,000 characters of them', async () => {
    expect(await service.refused(path(), ask(ada, ' \n'))).toMatchObject({
      code: 'invalid-form',
      errors: [{ field: 'body', message: 'The note has no text.' }],
    });
    expect((await service.refused(path(), ask(ada, 'a'.repeat(2001)))).code).toBe('invalid-form');
    expect(await note(ada, 'a'.repeat(2000))).toHaveLength(1);
  });

  test('needs a session and a site of one’s own', async () => {
    const eve = await signInModerator(service, { name: 'Eve', sites: ['other'] });
    expect((await service.refused(path(), ask(eve, 'Hm.'))).code).toBe('unknown-comment');
    const out = { json: { body: 'Hm.' }, headers: { origin: ada.headers.origin } };
    expect((await service.refused(path(), out)).code).toBe('signed-out');
  });
});
