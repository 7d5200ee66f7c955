import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { Bulk, BulkPage, Bulks, OwnDecisions, SteppedBulk } from '../../src/contract/bulks.ts';
import { closeDecided, findBulk } from '../../src/store/bulks.ts';
import { storeDecisions } from '../../src/store/decisions.ts';
import {
  db,
  OWN,
  PAPER,
  parse,
  putSite,
  type Service,
  signInModerator,
  startService,
} from './client.ts';
import { deleteAll } from './delete-all.ts';

let service: Service;
type Moderator = Awaited<ReturnType<typeof signInModerator>>;
let ada: Moderator;
let bob: Moderator;

beforeEach(async () => {
  await deleteAll(env.DB);
  await putSite({ mode: 'pre' });
  service = startService();
  ada = await signInModerator(service, { name: 'Ada' });
  bob = await signInModerator(service, { name: 'Bob' });
});

const post = async (change: Record<string, unknown> = {}) => {
  service.pass(61_000);
  return (await service.post(change)).comment.id;
};

/** Held comments, written by the database itself: hundreds of posts would take minutes. */
async function hold(number: number): Promise<void> {
  await post();
  await env.DB.prepare(
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1 - 1)
     INSERT INTO comments (id, site_key, thread_id, root_id, shown, name, source, body, body_parser,
       status, verdict, rules_version, author_hash, body_hash, created_at)
     SELECT printf('%020d', i), site_key, thread_id, printf('%020d', i), 0, 'N', 'Words ' || i, '[]', 1,
       'held', 'hold', 1, 'a' || i, 'b' || i, created_at FROM n, (SELECT * FROM comments LIMIT 1)`,
  )
    .bind(number)
    .run();
}

/** What a moderator's desk does with bulks. */
function bulksOf({ headers }: Moderator) {
  const at = (path: string) => `/api/v1/desk/bulks${path}`;
  const step = async (id: string) =>
    parse(await service.send(at(`/${id}/steps`), { method: 'POST', headers }), {
      status: 200,
      schema: SteppedBulk,
    });
  const move = async (id: string, state: string) =>
    parse(await service.send(at(`/${id}`), { method: 'PATCH', json: { state }, headers }), {
      status: 200,
      schema: Bulk,
    });
  /** Steps until the state is another one. */
  const run = async (id: string) => {
    let { bulk } = await step(id);
    const { state } = bulk;
    while (bulk.state === state && bulk.left + bulk.done > 0) {
      ({ bulk } = await step(id));
      if (['ready', 'done', 'undone'].includes(bulk.state)) break;
    }
    return bulk;
  };
  return {
    step,
    move,
    run,
    start: async (of: Record<string, unknown>, to: string) => {
      // Ids of one millisecond are in no order, and a bulk's own id says what came before it.
      service.pass(1);
      const answer = await service.send(at(''), { json: { of, to }, headers });
      return parse(answer, { status: 201, schema: Bulk });
    },
    drop: async (id: string) =>
      parse(await service.send(at(`/${id}`), { method: 'DELETE', headers }), {
        status: 200,
        schema: Bulk,
      }),
    look: async (id: string) =>
      parse(await service.send(at(`/${id}`), { headers }), { status: 200, schema: BulkPage }),
    list: async () =>
      parse(await service.send(at(''), { headers }), { status: 200, schema: Bulks }),
  };
}

const mine = async ({ headers }: Moderator, query = '') =>
  parse(await service.send(`/api/v1/desk/decisions${query}`, { headers }), {
    status: 200,
    schema: OwnDecisions,
  });

const wholeQueue = { kind: 'queue', queue: 'held' };
const decisions = () => env.DB.prepare('SELECT COUNT(*) AS n FROM decisions').first('n');

describe('a bulk decision', () => {
  test('tells an exact number first, decides nothing before it is confirmed, then all of it', async () => {
    await hold(230);
    const desk = bulksOf(ada);
    const { id } = await desk.start(wholeQueue, 'rejected');
    const ready = (await desk.step(id)).bulk;
    expect(ready).toMatchObject({ state: 'ready', total: 230, left: 230, done: 0 });
    expect((await desk.step(id)).moved).toEqual([]);
    expect((await ada.queue()).counts.held).toBe(230);
    await desk.move(id, 'deciding');
    const first = await desk.step(id);
    expect(first.moved).toHaveLength(100);
    expect(first.counts).toMatchObject({ held: 130, rejected: 100 });
    expect(first.bulk).toMatchObject({ state: 'deciding', done: 100, left: 130 });
    await desk.step(id);
    const last = await desk.step(id);
    expect(last.bulk).toMatchObject({ state: 'done', done: 230, left: 0, conflicts: 0 });
    expect(last.counts).toMatchObject({ held: 0, rejected: 230 });
    expect(await decisions()).toBe(230);
  });

  test('may have a reason, which stands in the log of each', async () => {
    const id = await post();
    const of = { kind: 'comments', comments: [{ id, version: 1 }] };
    const json = { of, to: 'rejected', reason: 'Off topic' };
    const path = '/api/v1/desk/bulks';
    const begun = await service.send(path, { json, headers: ada.headers });
    const bulk = parse(begun, { status: 201, schema: Bulk });
    expect(bulk.reason).toBe('Off topic');
    const desk = bulksOf(ada);
    await desk.move(bulk.id, 'deciding');
    await desk.step(bulk.id);
    const [item] = (await ada.queue({ queue: 'rejected' })).items;
    expect(item?.decisions).toMatchObject([{ to: 'rejected', reason: 'Off topic' }]);
  });

  test('holds what readers see already', async () => {
    await putSite({ mode: 'post' });
    const id = await post();
    const desk = bulksOf(ada);
    const of = { kind: 'comments' as const, comments: [{ id, version: 1 }] };
    const bulk = await desk.start(of, 'held');
    await desk.move(bulk.id, 'deciding');
    expect((await desk.step(bulk.id)).moved).toEqual([id]);
    expect((await service.thread({})).comments).toEqual([]);
  });

  test('leaves out what comes in after it was asked for, and what its filter leaves out', async () => {
    const sport = await post({ url: `${PAPER}/sport/a` });
    const news = await post({ url: `${PAPER}/news/a` });
    const desk = bulksOf(ada);
    service.pass(1);
    const { id } = await desk.start({ ...wholeQueue, section: 'sport' }, 'spam');
    const late = await post({ url: `${PAPER}/sport/b` });
    expect((await desk.step(id)).bulk.total).toBe(1);
    await desk.move(id, 'deciding');
    expect((await desk.step(id)).moved).toEqual([sport]);
    const left = (await ada.queue()).items.map((item) => item.id);
    expect(left).toEqual([news, late]);
  });

  test('that was cut goes on where it stood and decides nothing twice', async () => {
    await hold(150);
    const desk = bulksOf(ada);
    const { id } = await desk.start(wholeQueue, 'published');
    await desk.run(id);
    await desk.move(id, 'deciding');
    await desk.step(id);
    // As if the service had been stopped between deciding and writing down that it did.
    await env.DB.prepare(`UPDATE bulk_items SET outcome = NULL WHERE bulk_id = ?`).bind(id).run();
    await env.DB.prepare(`UPDATE bulks SET decided_to = 0 WHERE id = ?`).bind(id).run();
    const again = await desk.step(id);
    expect(again.bulk).toMatchObject({ done: 100, conflicts: 0, left: 50 });
    // Another tab, at the same time.
    await Promise.all([desk.step(id), desk.step(id), desk.step(id)]);
    const { bulks } = await desk.list();
    expect(bulks).toMatchObject([{ id, state: 'done', done: 150, conflicts: 0, left: 0 }]);
    expect(await decisions()).toBe(150);
    expect((await service.thread({})).thread.count).toBe(150);
  });

  test('can be stopped, goes on when told so, and steps of a stopped one do nothing', async () => {
    await hold(120);
    const desk = bulksOf(ada);
    const { id } = await desk.start(wholeQueue, 'spam');
    await desk.run(id);
    await desk.move(id, 'deciding');
    await desk.step(id);
    expect(await desk.move(id, 'stopped')).toMatchObject({ state: 'stopped', done: 100, left: 20 });
    expect((await desk.step(id)).moved).toEqual([]);
    await desk.move(id, 'deciding');
    expect((await desk.step(id)).bulk).toMatchObject({ state: 'done', done: 120 });
  });

  test('overwrites nobody: what changed since is counted, and who changed it is told', async () => {
    const [quick, edited, free] = [await post(), await post(), await post()];
    const desk = bulksOf(ada);
    service.pass(1);
    const { id } = await desk.start(wholeQueue, 'spam');
    await desk.run(id);
    await bob.decide({ commentId: quick, version: 1, to: 'published' });
    await env.DB.prepare('UPDATE comments SET version = 2 WHERE id = ?').bind(edited).run();
    await desk.move(id, 'deciding');
    const { bulk, moved } = await desk.step(id);
    expect(moved).toEqual([free]);
    expect(bulk).toMatchObject({ state: 'done', total: 3, done: 1, conflicts: 2, left: 0 });
    const { left } = await desk.look(id);
    expect(left).toEqual([
      { commentId: quick, message: 'Already decided by Bob: published.' },
      { commentId: edited, message: 'Its author has edited this comment meanwhile.' },
    ]);
    expect((await ada.queue({ queue: 'published' })).items.map((item) => item.id)).toEqual([quick]);
  });

  test('of named comments is about these, each once, and ones of other sites are left', async () => {
    await putSite({ key: 'secret', mode: 'pre' });
    const own = await post();
    const other = await post({ site: 'secret' });
    const desk = bulksOf(ada);
    const comments = [own, own, other, 'nonsense'].map((one) => ({ id: one, version: 1 }));
    const { id, total, state } = await desk.start({ kind: 'comments', comments }, 'rejected');
    expect({ total, state }).toEqual({ total: 3, state: 'ready' });
    await desk.move(id, 'deciding');
    expect((await desk.step(id)).bulk).toMatchObject({ state: 'done', done: 1, conflicts: 2 });
    expect((await desk.look(id)).left.map(({ message }) => message)).toEqual([
      'It is no longer on your sites.',
      'It is no longer on your sites.',
    ]);
  });

  test('is taken back as a whole, also later, but not what somebody decided since', async () => {
    await hold(130);
    const desk = bulksOf(ada);
    const { id } = await desk.start(wholeQueue, 'spam');
    await desk.run(id);
    await desk.move(id, 'deciding');
    await desk.step(id);
    await desk.move(id, 'stopped');
    const { items } = await ada.queue({ queue: 'spam', limit: '2' });
    const [changed, single] = items;
    const to = { commentId: changed?.id ?? '', version: 2, to: 'published' };
    await bob.decide(to);
    await ada.undo(single?.decisions.at(-1)?.id ?? '');
    expect((await desk.drop(id)).state).toBe('undoing');
    const undone = await desk.run(id);
    expect(undone).toMatchObject({ state: 'undone', done: 0, undone: 99, kept: 1, left: 30 });
    const { counts } = await ada.queue();
    expect(counts).toMatchObject({ held: 129, spam: 0, published: 1 });
    expect((await desk.look(id)).left).toMatchObject([
      { message: 'Already decided by Bob: published.' },
    ]);
    // Once more changes nothing.
    await desk.drop(id);
    expect((await desk.step(id)).bulk).toMatchObject({ state: 'undone', undone: 99 });
  });

  test('is taken back with what a step had decided that was cut before it was written down', async () => {
    await hold(120);
    const desk = bulksOf(ada);
    const { id } = await desk.start(wholeQueue, 'spam');
    await desk.run(id);
    await desk.move(id, 'deciding');
    await desk.step(id);
    // As if the second of the two writes had never come.
    await env.DB.batch([
      env.DB.prepare('UPDATE bulk_items SET outcome = NULL WHERE bulk_id = ?1').bind(id),
      env.DB.prepare('UPDATE bulks SET decided_to = 0 WHERE id = ?1').bind(id),
    ]);
    await desk.drop(id);
    const undone = await desk.run(id);
    expect(undone).toMatchObject({ state: 'undone', undone: 100, done: 0, kept: 0 });
    expect((await ada.queue()).counts).toMatchObject({ held: 120, spam: 0 });
  });

  test('that a step overtook while it was taken back is taken back again', async () => {
    await hold(5);
    const desk = bulksOf(ada);
    const { id } = await desk.start(wholeQueue, 'spam');
    await desk.run(id);
    await desk.move(id, 'deciding');
    const bulk = await findBulk(db, id);
    await desk.drop(id);
    expect((await desk.run(id)).state).toBe('undone');
    // The step that was under way in another window all the time.
    const { items } = await ada.queue({ limit: '5' });
    const by = { moderator: { id: bulk?.moderatorId ?? '', name: 'Ada' }, at: new Date() };
    const decisions = items.map(({ id: commentId, version }) => ({
      ...{ id: `late-${commentId}`, commentId, version, to: 'spam' as const, reason: null },
      ...{ from: { status: 'held' as const, reviewed: false }, trace: null, aboutSpam: true },
    }));
    await storeDecisions(db, { decisions, by, bulkId: id });
    await closeDecided(db, { bulkId: id, from: 0, to: 100 });
    expect((await desk.run(id)).state).toBe('undone');
    expect((await ada.queue()).counts).toMatchObject({ held: 5, spam: 0 });
  });

  test('leaves decisions on a site that its moderator has lost since', async () => {
    await putSite({ key: 'other', mode: 'pre' });
    const cleo = await signInModerator(service, { name: 'Cleo', sites: ['planet', 'other'] });
    await post();
    await post({ site: 'other' });
    const desk = bulksOf(cleo);
    const { id } = await desk.start(wholeQueue, 'spam');
    await desk.run(id);
    await desk.move(id, 'deciding');
    await desk.run(id);
    await env.DB.prepare(`UPDATE moderators SET sites = '["planet"]' WHERE name = 'Cleo'`).run();
    await desk.drop(id);
    expect(await desk.run(id)).toMatchObject({ state: 'undone', undone: 1, kept: 1 });
    const other = await env.DB.prepare(
      "SELECT status FROM comments WHERE site_key = 'other'",
    ).first('status');
    expect(other).toBe('spam');
  });

  test('that nobody confirmed is dropped and forgotten', async () => {
    await post();
    const desk = bulksOf(ada);
    const { id } = await desk.start(wholeQueue, 'spam');
    await desk.drop(id);
    expect((await desk.list()).bulks).toEqual([]);
    expect((await service.refused(`/api/v1/desk/bulks/${id}`, ada)).code).toBe('unknown-bulk');
    expect((await ada.queue()).counts.held).toBe(1);
  });

  test('is nobody else’s business', async () => {
    await post();
    const { id } = await bulksOf(ada).start(wholeQueue, 'spam');
    for (const [method, path, json] of [
      ['GET', '', undefined],
      ['DELETE', '', undefined],
      ['PATCH', '', { state: 'deciding' }],
      ['POST', '/steps', undefined],
    ] as const) {
      const { headers } = bob;
      const told = await service.refused(`/api/v1/desk/bulks/${id}${path}`, {
        method,
        json,
        headers,
      });
      expect(told.code).toBe('unknown-bulk');
    }
    expect((await bulksOf(bob).list()).bulks).toEqual([]);
    const foreign = { ...ada.headers, origin: PAPER };
    const told = await service.refused(`/api/v1/desk/bulks/${id}`, {
      method: 'DELETE',
      headers: foreign,
    });
    expect(told.code).toBe('foreign-origin');
  });

  test('of a site that is not theirs cannot be asked for', async () => {
    await putSite({ key: 'secret' });
    const json = { of: { ...wholeQueue, site: 'secret' }, to: 'spam' };
    const told = await service.refused('/api/v1/desk/bulks', { json, headers: ada.headers });
    expect(told.code).toBe('unknown-site');
    expect(OWN).not.toBe(PAPER);
  });
});

test('numbers add up after any order of steps, stops, colleagues’ decisions and undos', async () => {
  const act = fc.oneof(
    { weight: 4, arbitrary: fc.constant('step' as const) },
    fc.constantFrom('stop' as const, 'go' as const, 'undo' as const),
    fc.nat({ max: 6 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 8 }), async (acts) => {
      await deleteAll(env.DB);
      await putSite({ mode: 'pre' });
      service = startService();
      ada = await signInModerator(service, { name: 'Ada' });
      bob = await signInModerator(service, { name: 'Bob' });
      await hold(107);
      const desk = bulksOf(ada);
      const { id } = await desk.start(wholeQueue, 'spam');
      await desk.run(id);
      await desk.move(id, 'deciding');
      for (const one of acts) {
        if (one === 'step') await desk.step(id);
        else if (one === 'stop') await desk.move(id, 'stopped');
        else if (one === 'go') await desk.move(id, 'deciding');
        else if (one === 'undo') await desk.drop(id);
        else {
          const { items } = await bob.queue({ queue: one % 2 === 0 ? 'held' : 'spam', limit: '8' });
          const item = items[one];
          if (item)
            await bob.decide({ commentId: item.id, version: item.version, to: 'published' });
        }
        const { bulk } = await desk.look(id);
        expect(bulk.total).toBe(107);
        expect(bulk.left).toBeGreaterThanOrEqual(0);
        const { counts } = await ada.queue();
        expect(counts.held + counts.spam + counts.published).toBe(107);
        const standing = await env.DB.prepare(
          `SELECT COUNT(*) AS n FROM comments WHERE status = 'spam'`,
        ).first('n');
        expect(counts.spam).toBe(standing);
        if (bulk.state === 'deciding' || bulk.state === 'done') {
          expect(counts.spam).toBeLessThanOrEqual(bulk.done);
        }
      }
    }),
    { numRuns: 6 },
  );
}, 60_000);

describe('one’s own decisions', () => {
  test('are listed newest first, with what became of each, and can be taken back from there', async () => {
    const [first, second, third, fourth] = [await post(), await post(), await post(), await post()];
    for (const id of [first, second, third, fourth]) {
      service.pass(1);
      await ada.decide({ commentId: id ?? '', version: 1, to: 'rejected' });
    }
    await bob.decide({ commentId: second ?? '', version: 2, to: 'published' });
    await env.DB.prepare('UPDATE comments SET version = 9 WHERE id = ?').bind(third).run();
    const { decisions: list } = await mine(ada);
    expect(list.map(({ comment, state }) => [comment.id, state])).toEqual([
      [fourth, 'stands'],
      [third, 'overtaken'],
      [second, 'overtaken'],
      [first, 'stands'],
    ]);
    expect(list[0]).toMatchObject({
      from: 'held',
      to: 'rejected',
      comment: { status: 'rejected' },
    });
    expect((await ada.undo(list[0]?.id ?? '')).result.result).toBe('done');
    expect((await mine(ada)).decisions[0]).toMatchObject({ state: 'taken-back' });
    expect((await mine(bob)).decisions).toHaveLength(1);
  });

  test('come in pages, without those of bulks and of sites that are no longer theirs', async () => {
    const ids = [];
    for (let i = 0; i < 5; i++) ids.unshift(await post());
    for (const id of ids.toReversed()) {
      service.pass(1);
      await ada.decide({ commentId: id, version: 1, to: 'spam' });
    }
    const desk = bulksOf(ada);
    await post();
    service.pass(1);
    const { id } = await desk.start(wholeQueue, 'spam');
    await desk.run(id);
    await desk.move(id, 'deciding');
    await desk.step(id);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: OwnDecisions = await mine(ada, `?limit=2${cursor ? `&cursor=${cursor}` : ''}`);
      seen.push(...page.decisions.map(({ comment }) => comment.id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual(ids);
    expect((await desk.list()).bulks).toMatchObject([{ id, done: 1 }]);
    await env.DB.prepare(`UPDATE moderators SET sites = '[]' WHERE name = 'Ada'`).run();
    expect((await mine(ada)).decisions).toEqual([]);
  });
});
