import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import { AuthorMeasures, MeasuresInForce, TakenMeasure } from '../../src/contract/card.ts';
import { removeSite } from '../../src/store/sites.ts';
import { db, parse, putSite, type Service, signInModerator, startService } from './client.ts';
import { deleteAll } from './delete-all.ts';

let service: Service;
type Person = Awaited<ReturnType<typeof signInModerator>>;
let ada: Person;
let bob: Person;

const DAY_MS = 86_400_000;
const MALLORY = { name: 'Mallory', email: 'mallory@mail.example' };

beforeEach(async () => {
  await deleteAll(env.DB);
  await putSite();
  await putSite({ key: 'other' });
  service = startService();
  ada = await signInModerator(service, { name: 'Ada' });
  bob = await signInModerator(service, { name: 'Bob' });
});

async function statusOf(change: Record<string, unknown> = MALLORY): Promise<string> {
  service.pass(61_000);
  const { comment } = await service.post(change);
  return (
    (await env.DB.prepare('SELECT status FROM comments WHERE id = ?1')
      .bind(comment.id)
      .first<string>('status')) ?? ''
  );
}

const take = async (id: string, json: Record<string, unknown>, who = ada) =>
  parse(
    await service.send(`/api/v1/desk/comments/${id}/measures`, { json, headers: who.headers }),
    { status: 201, schema: TakenMeasure },
  ).measure;

const lift = (id: string, who = ada) => ({
  path: `/api/v1/desk/measures/${id}`,
  request: { method: 'DELETE', headers: who.headers },
});

const listed = async (id: string) =>
  parse(await service.send(`/api/v1/desk/comments/${id}/measures`, ada), {
    status: 200,
    schema: AuthorMeasures,
  }).measures;

const first = async (change: Record<string, unknown> = MALLORY) =>
  (await service.post(change)).comment.id;

describe('a measure against an author', () => {
  test('“hold” holds every new comment, and the finding says until when, by whom and why', async () => {
    const id = await first();
    await take(id, { kind: 'hold', days: 7, reason: 'Sells boats' });
    expect(await statusOf()).toBe('held');
    const { items } = await ada.queue();
    expect(items[0]?.findings).toMatchObject([
      {
        check: 'author-measure',
        verdict: 'hold',
        message: 'Its author’s comments are held here until 2026-03-09, by Ada: Sells boats',
      },
    ]);
  });

  test('“hold” holds also where readers see first what is moderated afterwards', async () => {
    const id = await first();
    await take(id, { kind: 'hold', days: 7 });
    await putSite({ mode: 'post' });
    expect(await statusOf()).toBe('held');
    expect(await statusOf({ name: 'Grace' })).toBe('published');
  });

  test('“ban” throws new comments out, and their author is told what others are told', async () => {
    const id = await first();
    await take(id, { kind: 'ban', days: 7 });
    service.pass(61_000);
    const { comment } = await service.post(MALLORY);
    expect(comment.status).toBe('held');
    expect((await ada.queue({ queue: 'rejected' })).items.map((item) => item.id)).toEqual([
      comment.id,
    ]);
  });

  test('binds nobody else, not at another site, and changes nothing of before', async () => {
    const id = await first();
    await take(id, { kind: 'ban', days: 7 });
    expect(await statusOf({ name: 'Mallory', email: 'other@mail.example' })).toBe('published');
    expect(await statusOf({ ...MALLORY, site: 'other' })).toBe('published');
    expect(await statusOf({ ...MALLORY, email: 'MALLORY@mail.example' })).toBe('rejected');
    expect((await service.comment(id)).comment.status).toBe('published');
  });

  test('binds a guest without an e-mail by name and network', async () => {
    const from = (address: string) => ({ 'cf-connecting-ip': address });
    const { comment } = await service.post({ name: 'Guest' }, from('203.0.113.9'));
    await take(comment.id, { kind: 'hold', days: 1 });
    const again = async (name: string, address: string) => {
      service.pass(61_000);
      return (await service.post({ name }, from(address))).comment.status;
    };
    expect(await again('Guest', '203.0.113.9')).toBe('held');
    expect(await again('Guest', '198.51.100.7')).toBe('published');
    expect(await again('Other', '203.0.113.9')).toBe('published');
  });

  test('ends by itself', async () => {
    const id = await first();
    await take(id, { kind: 'hold', days: 1 });
    service.pass(DAY_MS - 120_000);
    expect(await statusOf()).toBe('held');
    service.pass(120_000);
    expect(await statusOf()).toBe('published');
    const { items } = await ada.queue({ queue: 'published' });
    expect(items.map(({ author }) => author.measure)).toEqual([null, null]);
  });

  test('is in force on the card of every comment of its author until it is lifted', async () => {
    const id = await first();
    await statusOf();
    await statusOf({ name: 'Somebody' });
    const { id: measure } = await take(id, { kind: 'hold', days: 7 });
    const shown = async () => {
      const { items } = await ada.queue({ queue: 'published' });
      return items.map(({ name, author }) => [name, author.measure?.kind ?? null]);
    };
    expect(await shown()).toEqual([
      ['Somebody', null],
      ['Mallory', 'hold'],
      ['Mallory', 'hold'],
    ]);
    const { path, request } = lift(measure, bob);
    const lifted = parse(await service.send(path, request), { status: 200, schema: TakenMeasure });
    expect(lifted.measure).toMatchObject({ id: measure, by: 'Ada', endedBy: 'Bob' });
    expect((await shown()).map(([, kind]) => kind)).toEqual([null, null, null]);
    expect(await statusOf()).toBe('published');
    expect((await service.refused(path, request)).code).toBe('measure-has-ended');
  });

  test('takes the place of the one before, and both stand in the log', async () => {
    const id = await first();
    await take(id, { kind: 'ban', days: 30, reason: 'Threats' });
    service.pass(DAY_MS);
    await take(id, { kind: 'hold', days: 7 }, bob);
    expect(await statusOf()).toBe('held');
    expect(await listed(id)).toMatchObject([
      { kind: 'hold', by: 'Bob', endedAt: null, endedBy: null },
      { kind: 'ban', by: 'Ada', reason: 'Threats', endedBy: 'Bob' },
    ]);
  });

  test('is listed for its site while it is in force, whatever became of the comment', async () => {
    const inForce = async (site = 'planet') =>
      parse(await service.send(`/api/v1/desk/measures?site=${site}`, ada), {
        status: 200,
        schema: MeasuresInForce,
      }).measures.map(({ name, measure }) => `${name || 'erased'} ${measure.kind}`);
    const { comment, authorToken } = await service.post(MALLORY);
    const linus = await first({ name: 'Linus', email: 'linus@mail.example' });
    await take(comment.id, { kind: 'ban', days: 30 });
    const { id } = await take(linus, { kind: 'hold', days: 7 });
    expect(await inForce()).toEqual(['Mallory ban', 'Linus hold']);
    const headers = { authorization: `Author ${authorToken}` };
    await service.send(`/api/v1/comments/${comment.id}`, { method: 'DELETE', headers });
    const { path, request } = lift(id);
    await service.send(path, request);
    expect(await inForce()).toEqual(['erased ban']);
    service.pass(30 * DAY_MS);
    ada = await signInModerator(service, { name: 'Eve' });
    expect(await inForce()).toEqual([]);
    expect((await service.refused('/api/v1/desk/measures?site=other', ada)).code).toBe(
      'unknown-site',
    );
    expect((await service.refused('/api/v1/desk/measures', ada)).errors?.[0]?.field).toBe('site');
  });

  test('that had run out is not said to be ended by the next one', async () => {
    const id = await first();
    const ended = await take(id, { kind: 'ban', days: 1 });
    service.pass(9 * DAY_MS);
    await take(id, { kind: 'hold', days: 7 }, bob);
    expect((await listed(id))[1]).toMatchObject({ endedAt: ended.until, endedBy: null });
  });

  test('of a site that is not theirs cannot be lifted, nor one that does not exist', async () => {
    const carol = await signInModerator(service, { name: 'Carol', sites: ['other'] });
    const { id } = await take(await first(), { kind: 'ban', days: 1 });
    for (const [measure, who] of [
      [id, carol],
      ['nothing', ada],
    ] as const) {
      const { path, request } = lift(measure, who);
      expect((await service.refused(path, request)).code).toBe('unknown-measure');
    }
    expect(await statusOf()).toBe('rejected');
  });

  test.each([
    ['of another kind', { kind: 'shun', days: 1 }, 'kind'],
    ['for no time', { kind: 'ban', days: 0 }, 'days'],
    ['for more than a year', { kind: 'ban', days: 366 }, 'days'],
    ['for a day and a half', { kind: 'ban', days: 1.5 }, 'days'],
    ['without an end', { kind: 'ban' }, 'days'],
    ['with a reason without end', { kind: 'ban', days: 1, reason: 'x'.repeat(501) }, 'reason'],
    ['with a field of its own', { kind: 'ban', days: 1, forever: true }, 'forever'],
  ])('%s is refused, naming what is wrong', async (_, json, field) => {
    const id = await first();
    const problem = await service.refused(`/api/v1/desk/comments/${id}/measures`, {
      json,
      headers: ada.headers,
    });
    expect(problem.code).toBe('invalid-request');
    expect(problem.errors?.map((error) => error.field)).toEqual([field]);
  });

  test('cannot be set against the author of an erased comment', async () => {
    const { comment, authorToken } = await service.post(MALLORY);
    const headers = { authorization: `Author ${authorToken}` };
    await service.send(`/api/v1/comments/${comment.id}`, { method: 'DELETE', headers });
    const path = `/api/v1/desk/comments/${comment.id}/measures`;
    const json = { kind: 'ban', days: 1 };
    expect((await service.refused(path, { json, headers: ada.headers })).code).toBe(
      'unknown-comment',
    );
  });

  test('holds an edit too, which is a new text', async () => {
    const { comment, authorToken } = await service.post(MALLORY);
    await take(comment.id, { kind: 'hold', days: 1 });
    const answer = await service.send(`/api/v1/comments/${comment.id}`, {
      method: 'PATCH',
      json: { body: 'Another text altogether.' },
      headers: { authorization: `Author ${authorToken}` },
    });
    expect(answer.status).toBe(200);
    expect((await ada.queue()).items.map(({ id }) => id)).toEqual([comment.id]);
  });

  test('is read in the round trip of all else that screening asks of the past', async () => {
    const { bindings, batches } = recorded();
    await startService(bindings).post(MALLORY);
    const asking = batches.filter((texts) => texts.some((text) => /author_measures/.test(text)));
    expect(asking).toHaveLength(1);
    expect(asking[0]?.some((text) => /FROM moderators/.test(text))).toBe(true);
  });

  test('goes with its site', async () => {
    await take(await first(), { kind: 'ban', days: 1 });
    await removeSite(db, 'planet');
    expect(await env.DB.prepare('SELECT COUNT(*) AS n FROM author_measures').first('n')).toBe(0);
  });
});

/** The texts of all statements, as they went to the database together. */
function recorded() {
  const batches: string[][] = [];
  const textOf = new WeakMap<object, string>();
  const DB = new Proxy(env.DB, {
    get: (target, name) => {
      if (name === 'prepare') {
        return (text: string) => {
          const statement = target.prepare(text);
          const bind = (...values: unknown[]) => {
            const bound = statement.bind(...values);
            textOf.set(bound, text);
            return bound;
          };
          return { bind };
        };
      }
      if (name === 'batch') {
        return (statements: D1PreparedStatement[]) => {
          batches.push(statements.map((statement) => textOf.get(statement) ?? ''));
          return target.batch(statements);
        };
      }
      const member: unknown = Reflect.get(target, name);
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
  return { batches, bindings: { ...env, DB } };
}
