import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { type DeskChange, DeskMessage } from '../../src/contract/desk-live.ts';
import { makeDeps } from '../../src/deps.ts';
import { DEFAULT_SCREENING } from '../../src/domain/site.ts';
import { OWN, putSite, type Service, signInModerator, startService } from './client.ts';
import { deleteAll } from './delete-all.ts';

type Person = Awaited<ReturnType<typeof signInModerator>>;
type Kind = DeskMessage['type'];
type Told<T extends Kind> = Extract<DeskMessage, { type: T }>;

const MINUTE_MS = 60_000;
const channel = env.DESK_CHANNEL.getByName('desk');

let service: Service;
let desks: { leave: () => Promise<void> }[] = [];

beforeEach(async () => {
  await deleteAll(env.DB);
  await putSite();
  service = startService();
});

/** A desk that is left open would be seen at the next test. */
afterEach(async () => {
  await Promise.all(desks.map((desk) => desk.leave()));
  desks = [];
  await setClock(0);
});

/** The channel's clock, so much later than it is. */
function setClock(ahead: number): Promise<void> {
  return runInDurableObject(channel, (object) => {
    object.now = () => Date.now() + ahead;
  });
}

const connect = (headers: Record<string, string>) =>
  createApp(() => makeDeps(env)).fetch(
    new Request(new URL('/api/v1/desk/live', OWN), {
      headers: { upgrade: 'websocket', ...headers },
    }),
    env,
  );

/** An open desk. `next` waits for a message of this kind and passes over others. */
async function openDesk(person: Person) {
  const { webSocket: socket } = await connect(person.headers);
  if (!socket) throw new Error('no connection');
  const heard: DeskMessage[] = [];
  let wake = (): void => {};
  const closed = new Promise<number>((done) => {
    socket.addEventListener('close', ({ code }) => done(code));
  });
  socket.addEventListener('message', ({ data }) => {
    if (data === 'pong') return;
    heard.push(DeskMessage.parse(JSON.parse(String(data))));
    wake();
  });
  socket.accept();
  const next = async <T extends Kind>(type: T): Promise<Told<T>> => {
    for (;;) {
      const at = heard.findIndex((message) => message.type === type);
      const [message] = at === -1 ? [] : heard.splice(0, at + 1).slice(-1);
      if (message !== undefined) return message as Told<T>;
      await new Promise<void>((done) => {
        wake = done;
      });
    }
  };
  const desk = {
    socket,
    heard,
    closed,
    next,
    change: async (): Promise<DeskChange | undefined> => (await next('changed')).changes[0],
    say: (said: unknown) => socket.send(JSON.stringify(said)),
    leave: async () => {
      socket.close(1000);
      await closed;
    },
  };
  desks.push(desk);
  return desk;
}

const ada = () => signInModerator(service, { name: 'Ada' });
const bob = () => signInModerator(service, { name: 'Bob' });
const open = (id: string, site = 'planet') => ({ open: { id, site } });

describe('what is told', () => {
  test('a comment that comes in, whatever becomes of it, with its queues', async () => {
    await putSite({ suspect: ['marmalade'] });
    const desk = await openDesk(await ada());
    const published = await service.post();
    expect(await desk.change()).toEqual({
      id: published.comment.id,
      version: 1,
      site: 'planet',
      status: 'published',
      queues: ['published', 'unreviewed'],
      act: 'posted',
      by: null,
    });
    const held = await service.post({ body: 'I like marmalade on toast.' });
    expect(await desk.change()).toMatchObject({ id: held.comment.id, queues: ['held'] });
    const spam = await service.post({ nickname: 'a trap that is filled' });
    expect(await desk.change()).toMatchObject({ id: spam.comment.id, status: 'rejected' });
  });

  test('an edit and a deletion by its author', async () => {
    const { comment, authorToken } = await service.post();
    const desk = await openDesk(await ada());
    const headers = { authorization: `Author ${authorToken}` };
    const address = `/api/v1/comments/${comment.id}`;
    await service.send(address, { method: 'PATCH', json: { body: 'Mended.' }, headers });
    expect(await desk.change()).toMatchObject({ id: comment.id, act: 'edited', version: 2 });
    await service.send(address, { method: 'DELETE', headers });
    expect(await desk.change()).toMatchObject({ act: 'deleted', status: 'deleted', queues: [] });
  });

  test('a report, before it is enough to hold anything', async () => {
    const { comment } = await service.post();
    const desk = await openDesk(await ada());
    await service.send(`/api/v1/comments/${comment.id}/reports`, {
      json: { reason: 'insult' },
      headers: { 'reader-key': 'the-first-reader-who-reports' },
    });
    expect(await desk.change()).toMatchObject({
      act: 'reported',
      queues: ['published', 'unreviewed', 'reported'],
    });
  });

  test('a colleague’s decision and its undoing, with who it was', async () => {
    const desk = await openDesk(await ada());
    const colleague = await bob();
    const { comment } = await service.post();
    await desk.change();
    const asked = { commentId: comment.id, version: 1, to: 'rejected' };
    const [done] = (await colleague.decide(asked)).results;
    expect(await desk.change()).toMatchObject({ act: 'decided', by: 'Bob', queues: ['rejected'] });
    if (done?.result !== 'done') throw new Error('not decided');
    await colleague.undo(done.decisionId);
    expect(await desk.change()).toMatchObject({ act: 'undone', by: 'Bob', status: 'published' });
  });

  test('decisions that were taken together are told together; a conflict is none', async () => {
    const desk = await openDesk(await ada());
    const colleague = await bob();
    const first = (await service.post()).comment.id;
    const second = (await service.post()).comment.id;
    const third = (await service.post()).comment.id;
    for (let told = 0; told < 3; told += 1) await desk.change();
    await colleague.decide(
      { commentId: first, version: 1, to: 'spam' },
      { commentId: second, version: 7, to: 'spam' },
      { commentId: third, version: 1, to: 'spam' },
    );
    const { changes } = await desk.next('changed');
    expect(changes.map(({ id }) => id).sort()).toEqual([first, third].sort());
  });

  test('nothing of a site that is not theirs; everything to an admin', async () => {
    await putSite({ key: 'gazette' });
    const own = await openDesk(await ada());
    const all = await openDesk(await signInModerator(service, { name: 'Chief', role: 'admin' }));
    const there = await service.post({ site: 'gazette' });
    const here = await service.post();
    expect(await own.change()).toMatchObject({ id: here.comment.id });
    expect(await all.change()).toMatchObject({ id: there.comment.id, site: 'gazette' });
    expect(await all.change()).toMatchObject({ id: here.comment.id });
  });
});

describe('who is there', () => {
  test('a desk hears who came before it, who comes and who leaves', async () => {
    const first = await openDesk(await ada());
    expect(await first.next('here')).toEqual({ type: 'here', seats: [] });
    const second = await openDesk(await bob());
    const { seat } = await first.next('seat');
    expect(seat).toMatchObject({ name: 'Bob', open: null });
    expect((await second.next('here')).seats).toMatchObject([{ name: 'Ada' }]);
    await second.leave();
    expect(await first.next('left')).toEqual({ type: 'left', id: seat.id });
  });

  test('who works on no site of mine is nobody I hear of', async () => {
    await putSite({ key: 'gazette' });
    const other = await signInModerator(service, { name: 'Cleo', sites: ['gazette'] });
    const desk = await openDesk(await ada());
    const theirs = await openDesk(other);
    theirs.say(open('c1', 'gazette'));
    await theirs.leave();
    await openDesk(await bob());
    expect((await desk.next('seat')).seat.name).toBe('Bob');
    expect(theirs.heard.at(0)).toEqual({ type: 'here', seats: [] });
  });

  test('a site without names tells that somebody is there, and another one they share tells who', async () => {
    const quiet = { ...DEFAULT_SCREENING, presence: 'number' } as const;
    await putSite({ screening: quiet });
    await putSite({ key: 'gazette' });
    const desk = await openDesk(await signInModerator(service, { name: 'Chief', role: 'admin' }));
    await openDesk(await bob());
    expect((await desk.next('seat')).seat.name).toBeNull();
    await openDesk(await signInModerator(service, { name: 'Cleo', sites: ['planet', 'gazette'] }));
    expect((await desk.next('seat')).seat.name).toBe('Cleo');
  });

  test('a site without names tells nothing either that notes and answers have a name for', async () => {
    const quiet = { ...DEFAULT_SCREENING, presence: 'number' } as const;
    await putSite({ screening: quiet });
    const { comment } = await service.post();
    const desk = await openDesk(await ada());
    const person = await bob();
    const first = await openDesk(person);
    const { seat } = await desk.next('seat');
    const id = await env.DB.prepare("SELECT id FROM moderators WHERE name = 'Bob'").first('id');
    expect([seat.name, seat.person === id]).toEqual([null, false]);
    // Two windows of one person are one colleague.
    const window = await openDesk(person);
    expect((await desk.next('seat')).seat.person).toBe(seat.person);
    window.say(open(comment.id));
    expect((await desk.next('seat')).seat).toMatchObject({ name: null, open: comment.id });
    const other = await openDesk(await signInModerator(service, { name: 'Cleo' }));
    const here = (await other.next('here')).seats;
    // They themselves know that it is they.
    const own = (await window.next('here')).seats.map((one) => one.person);
    expect(own.filter((one) => one === id)).toHaveLength(1);
    await first.leave();
    await window.leave();
    await desk.next('left');
    await openDesk(person);
    const again = (await desk.next('seat')).seat.person;
    const wire = JSON.stringify([...desk.heard, ...other.heard, here, seat, again]);
    expect(wire).not.toContain(id);
    expect(wire).not.toContain('Bob');
  });
});

describe('the comment that is open at a desk', () => {
  test('is told to colleagues, and to those who come later', async () => {
    const first = await openDesk(await ada());
    const second = await openDesk(await bob());
    first.say(open('c1'));
    expect((await second.next('seat')).seat).toMatchObject({ name: 'Ada', open: 'c1' });
    const third = await openDesk(await signInModerator(service, { name: 'Cleo' }));
    const { seats } = await third.next('here');
    expect(seats.map(({ name, open }) => [name, open]).sort()).toEqual([
      ['Ada', 'c1'],
      ['Bob', null],
    ]);
    first.say({ open: null });
    expect((await second.next('seat')).seat.name).toBe('Cleo');
    expect((await second.next('seat')).seat).toMatchObject({ name: 'Ada', open: null });
  });

  test('who opens it second is told that it is taken; the same person in two windows is not', async () => {
    const person = await ada();
    const first = await openDesk(person);
    const window = await openDesk(person);
    const second = await openDesk(await bob());
    first.say(open('c1'));
    await second.next('seat');
    window.say(open('c1'));
    second.say(open('c1'));
    expect(await second.next('taken')).toEqual({ type: 'taken', comment: 'c1' });
    await first.next('seat');
    expect(window.heard.map(({ type }) => type)).not.toContain('taken');
  });

  test('expires after a minute in which the desk says nothing', async () => {
    const first = await openDesk(await ada());
    const second = await openDesk(await bob());
    first.say(open('c1'));
    expect((await second.next('seat')).seat.open).toBe('c1');
    await setClock(MINUTE_MS - 1000);
    await runDurableObjectAlarm(channel);
    await setClock(MINUTE_MS + 1000);
    await runDurableObjectAlarm(channel);
    const told = await second.next('seat');
    expect(told.seat).toMatchObject({ name: 'Ada', open: null });
    // Had the earlier alarm let go of it, this would be the second time.
    expect(second.heard).toEqual([]);
  });

  test('lasts as long as the desk says it again', async () => {
    const first = await openDesk(await ada());
    const second = await openDesk(await bob());
    first.say(open('c1'));
    await second.next('seat');
    await setClock(MINUTE_MS - 1000);
    first.say(open('c1'));
    // Another message behind it, so that the first has been taken.
    first.say(open('c2', 'no-site-of-hers'));
    await openDesk(await signInModerator(service, { name: 'Cleo' }));
    await second.next('seat');
    await setClock(MINUTE_MS + 5000);
    await runDurableObjectAlarm(channel);
    const last = await openDesk(await signInModerator(service, { name: 'Dora' }));
    expect((await last.next('here')).seats).toContainEqual(
      expect.objectContaining({ name: 'Ada', open: 'c1' }),
    );
  });

  test('is let go at once when the desk is closed', async () => {
    const first = await openDesk(await ada());
    const second = await openDesk(await bob());
    first.say(open('c1'));
    const { seat } = await second.next('seat');
    await first.leave();
    expect(await second.next('left')).toEqual({ type: 'left', id: seat.id });
  });

  test('of another site is told to nobody', async () => {
    const first = await openDesk(await ada());
    const second = await openDesk(await bob());
    first.say(open('c1', 'gazette'));
    first.say(open('c2'));
    expect((await second.next('seat')).seat.open).toBe('c2');
  });

  test('and who is there are known again when the object was put to sleep', async () => {
    const first = await openDesk(await ada());
    const second = await openDesk(await bob());
    first.say(open('c1'));
    await second.next('seat');
    await evictDurableObject(channel);
    const third = await openDesk(await signInModerator(service, { name: 'Cleo' }));
    expect((await third.next('here')).seats).toContainEqual(
      expect.objectContaining({ name: 'Ada', open: 'c1' }),
    );
    const { comment } = await service.post();
    expect(await first.change()).toMatchObject({ id: comment.id });
  });

  test('keeps nobody from deciding', async () => {
    const { comment } = await service.post();
    const first = await openDesk(await ada());
    const colleague = await bob();
    first.say(open(comment.id));
    const { results } = await colleague.decide({
      commentId: comment.id,
      version: 1,
      to: 'rejected',
    });
    expect(results).toMatchObject([{ result: 'done' }]);
  });
});

describe('the connection ends', () => {
  test('at once when its session is signed out', async () => {
    const person = await ada();
    const desk = await openDesk(person);
    const colleague = await openDesk(await bob());
    await service.send('/api/v1/desk/sign-out', { json: {}, headers: person.headers });
    expect(await desk.closed).toBe(4401);
    await colleague.next('left');
  });

  test('at once when an admin shuts the person out', async () => {
    const person = await ada();
    const desk = await openDesk(person);
    const chief = await signInModerator(service, { name: 'Chief', role: 'admin', sites: [] });
    const id = await env.DB.prepare("SELECT id FROM moderators WHERE name = 'Ada'").first('id');
    await service.send(`/api/v1/desk/people/${id}`, {
      method: 'PATCH',
      json: { active: false },
      headers: chief.headers,
    });
    expect(await desk.closed).toBe(4401);
  });

  test('within a minute when the person was removed elsewhere, and nobody else’s does', async () => {
    const desk = await openDesk(await ada());
    const colleague = await openDesk(await bob());
    await env.DB.prepare(`DELETE FROM sessions WHERE userId IN
      (SELECT id FROM moderators WHERE name = 'Ada')`).run();
    await runDurableObjectAlarm(channel);
    expect(await desk.closed).toBe(4401);
    const { comment } = await service.post();
    expect(await colleague.change()).toMatchObject({ id: comment.id });
  });

  test('within a minute when the session has run out', async () => {
    const desk = await openDesk(await ada());
    await setClock(15 * 24 * 60 * MINUTE_MS);
    await runDurableObjectAlarm(channel);
    expect(await desk.closed).toBe(4401);
  });

  test('when nothing was heard of the desk for three minutes; pings are enough', async () => {
    const desk = await openDesk(await ada());
    const colleague = await openDesk(await bob());
    await runInDurableObject(channel, (_, state) => {
      for (const socket of state.getWebSockets()) {
        const attached = socket.deserializeAttachment();
        if (attached) socket.serializeAttachment({ ...attached, since: 0 });
      }
    });
    const ponged = new Promise<void>((done) => {
      desk.socket.addEventListener('message', ({ data }) => data === 'pong' && done());
    });
    desk.socket.send('ping');
    await ponged;
    await runDurableObjectAlarm(channel);
    expect(await colleague.closed).toBe(4408);
    await desk.next('left');
    const { comment } = await service.post();
    expect(await desk.change()).toMatchObject({ id: comment.id });
  });

  test('each hour for who has no session of ours, and at once when they are no moderator', async () => {
    await ada();
    const person = await env.DB.prepare(`SELECT id FROM moderators WHERE name = 'Ada'`).first();
    const vouched = {
      sessionId: '',
      personId: person?.id,
      name: 'Ada',
      sites: ['planet'],
      quiet: [],
    };
    const closes = async () => {
      const headers = {
        upgrade: 'websocket',
        'desk-listener': encodeURIComponent(JSON.stringify(vouched)),
      };
      const { webSocket } = await channel.fetch(new Request(OWN, { headers }));
      if (!webSocket) throw new Error('no connection');
      webSocket.accept();
      return new Promise<number>((done) => {
        webSocket.addEventListener('close', ({ code }) => done(code));
      });
    };
    const first = closes();
    const colleague = await openDesk(await bob());
    await runDurableObjectAlarm(channel);
    expect((await colleague.next('here')).seats).toMatchObject([{ name: 'Ada' }]);
    await setClock(61 * MINUTE_MS);
    await runDurableObjectAlarm(channel);
    expect(await first).toBe(4408);
    await setClock(0);
    const second = closes();
    await env.DB.prepare('DELETE FROM sessions').run();
    await env.DB.prepare(`DELETE FROM moderators WHERE name = 'Ada'`).run();
    await openDesk(await signInModerator(service, { name: 'Cleo' }));
    await runDurableObjectAlarm(channel);
    expect(await second).toBe(4401);
  });

  test('for who says what no desk says', async () => {
    const desk = await openDesk(await ada());
    desk.say({ open: { id: 'x'.repeat(41), site: 'planet' } });
    expect(await desk.closed).toBe(1008);
  });

  test('a site that was taken from a moderator is silent for them within a minute', async () => {
    await putSite({ key: 'gazette' });
    const person = await signInModerator(service, { name: 'Ada', sites: ['planet', 'gazette'] });
    const desk = await openDesk(person);
    await env.DB.prepare(`UPDATE moderators SET sites = '["planet"]' WHERE name = 'Ada'`).run();
    await runDurableObjectAlarm(channel);
    await service.post({ site: 'gazette' });
    const { comment } = await service.post();
    expect(await desk.change()).toMatchObject({ id: comment.id, site: 'planet' });
  });
});

describe('no connection', () => {
  const ask = { upgrade: 'websocket' };
  const address = '/api/v1/desk/live';

  test('for who is not signed in', async () => {
    const { code } = await service.refused(address, { headers: { ...ask, origin: OWN } });
    expect(code).toBe('signed-out');
  });

  test.each([
    ['a page of another origin', { origin: 'https://evil.example' }, 'foreign-origin'],
    ['who does not say whose page it is', { origin: '' }, 'foreign-origin'],
    ['a plain request', { upgrade: '' }, 'upgrade-required'],
  ])('for %s', async (_, change, code) => {
    const { headers } = await ada();
    const request = { headers: { ...ask, ...headers, ...change } };
    expect((await service.refused(address, request)).code).toBe(code);
  });

  test('nobody says from outside who they are', async () => {
    const { headers } = await bob();
    const forged = { sessionId: 's', personId: 'p', name: 'Chief', sites: ['planet'], quiet: [] };
    const first = await openDesk(await ada());
    await connect({ ...headers, 'desk-listener': encodeURIComponent(JSON.stringify(forged)) });
    expect((await first.next('seat')).seat.name).toBe('Bob');
  });
});

test('an admin of a thousand sites hears of each', async () => {
  const keys = Array.from({ length: 1000 }, (_, at) => `a-site-with-a-long-key-${at}`);
  const { origins } = await putSite();
  await env.DB.batch(
    keys.map((key) =>
      env.DB.prepare(`INSERT INTO sites SELECT ?1, name, ?2, mode, email, website,
        close_after_days, edit_window_ms, max_length, max_links, banned, suspect, created_at,
        screening FROM sites WHERE key = 'planet'`).bind(key, JSON.stringify(origins)),
    ),
  );
  const desk = await openDesk(await signInModerator(service, { name: 'Chief', role: 'admin' }));
  await service.post({ site: keys.at(-1) });
  expect(await desk.change()).toMatchObject({ site: keys.at(-1) });
  await runDurableObjectAlarm(channel);
  await service.post({ site: keys.at(0) });
  expect(await desk.change()).toMatchObject({ site: keys.at(0) });
});

test('what was kept of a desk is gone when it has left', async () => {
  const kept = () => runInDurableObject(channel, (_, { storage }) => [...storage.kv.list()].length);
  const desk = await openDesk(await ada());
  await openDesk(await bob());
  expect(await kept()).toBe(2);
  await desk.leave();
  await expect.poll(kept).toBe(1);
  // A connection that ended without a word.
  await runInDurableObject(channel, (_, { storage }) => storage.kv.put('listener lost', {}));
  await runDurableObjectAlarm(channel);
  expect(await kept()).toBe(1);
});

test('a channel that is away keeps nobody from posting, deciding or signing out', async () => {
  const away = {
    getByName: () => ({
      fetch: () => Promise.reject(new Error('away')),
      announce: () => Promise.reject(new Error('away')),
      check: () => Promise.reject(new Error('away')),
    }),
  };
  service = startService({ ...env, DESK_CHANNEL: away });
  const person = await ada();
  const { comment } = await service.post();
  expect(comment.status).toBe('published');
  const { results } = await person.decide({ commentId: comment.id, version: 1, to: 'spam' });
  expect(results).toMatchObject([{ result: 'done' }]);
  const out = await service.send('/api/v1/desk/sign-out', { json: {}, headers: person.headers });
  expect(out.status).toBe(200);
});
