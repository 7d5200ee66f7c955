import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { type LiveMessage, LiveMessages } from '../../src/contract/live.ts';
import { makeDeps } from '../../src/deps.ts';
import {
  OWN,
  PAGE,
  PAPER,
  putSite,
  type Service,
  signInModerator,
  startService,
} from './client.ts';
import { deleteAll } from './delete-all.ts';

let service: Service;
let pages = 0;
/** A channel outlives a test, so each has a page of its own. */
let url = '';

beforeEach(async () => {
  await deleteAll(env.DB);
  await putSite();
  service = startService();
  pages += 1;
  url = `${PAGE}-${pages}`;
});

const path = (query: Record<string, string> = { url }) =>
  `/api/v1/live?${new URLSearchParams({ site: 'planet', ...query })}`;

/** A reader's connection. `next` waits for a message. */
async function listen(headers: Record<string, string> = { origin: PAPER }, since?: Date) {
  const app = createApp(() => makeDeps(env));
  const request = new Request(
    new URL(path({ url, ...(since && { since: since.getTime().toString(36) }) }), OWN),
    {
      headers: { upgrade: 'websocket', ...headers },
    },
  );
  const { webSocket } = await app.fetch(request, env);
  if (!webSocket) throw new Error('no connection');
  const heard: LiveMessage[] = [];
  let wake = (): void => {};
  webSocket.addEventListener('message', ({ data }) => {
    heard.push(...LiveMessages.parse(JSON.parse(String(data))));
    wake();
  });
  webSocket.accept();
  return {
    socket: webSocket,
    heard,
    next: async (): Promise<LiveMessage> => {
      while (heard.length === 0) {
        await new Promise<void>((done) => {
          wake = done;
        });
      }
      const [first] = heard.splice(0, 1);
      if (!first) throw new Error('nothing was heard');
      return first;
    },
  };
}

describe('a connection', () => {
  test('tells of a comment as every reader sees it', async () => {
    const reader = await listen();
    const { comment } = await service.post({ url, name: 'Ada', email: 'ada@paper.example' });
    expect(await reader.next()).toEqual({ type: 'comment', comment, version: 1, count: 1 });
  });

  test('tells everybody', async () => {
    const readers = await Promise.all([listen(), listen(), listen()]);
    await service.post({ url, name: 'Ada' });
    for (const reader of readers) expect(await reader.next()).toMatchObject({ count: 1 });
  });

  test('tells of an edit, and of a deletion', async () => {
    const { comment, authorToken } = await service.post({ url });
    const reader = await listen();
    const headers = { authorization: `Author ${authorToken}` };
    const address = `/api/v1/comments/${comment.id}`;
    await service.send(address, { method: 'PATCH', json: { body: 'Mended.' }, headers });
    expect(await reader.next()).toMatchObject({
      comment: { id: comment.id, body: [{ children: ['Mended.'] }] },
    });
    await service.send(address, { method: 'DELETE', headers });
    expect(await reader.next()).toEqual({ type: 'gone', id: comment.id, version: 3, count: 0 });
  });

  test('tells first what came after the copy that its reader has', async () => {
    const before = new Date();
    const { comment } = await service.post({ url });
    const late = await listen({ origin: PAPER }, before);
    expect(await late.next()).toMatchObject({ type: 'comment', comment: { id: comment.id } });
    const newer = await listen({ origin: PAPER }, new Date(Date.now() + 60_000));
    const plain = await listen();
    const next = await service.post({ url });
    for (const reader of [late, newer, plain]) {
      expect(await reader.next()).toMatchObject({ comment: { id: next.comment.id } });
    }
  });

  test('tells nothing of an erased text to who comes right after', async () => {
    const before = new Date();
    const { comment, authorToken } = await service.post({ url, body: 'Words that are erased.' });
    const headers = { authorization: `Author ${authorToken}` };
    await service.send(`/api/v1/comments/${comment.id}`, { method: 'DELETE', headers });
    const late = await listen({ origin: PAPER }, before);
    expect(await late.next()).toEqual({ type: 'gone', id: comment.id, version: 2, count: 0 });
    expect(late.heard).toEqual([]);
  });

  test('tells of a decision, and of its undoing', async () => {
    const ada = await signInModerator(service, { name: 'Ada' });
    const { comment } = await service.post({ url });
    const reader = await listen();
    const { results } = await ada.decide({ commentId: comment.id, version: 1, to: 'rejected' });
    expect(await reader.next()).toEqual({ type: 'gone', id: comment.id, version: 2, count: 0 });
    const [done] = results;
    if (done?.result !== 'done') throw new Error('not decided');
    await ada.undo(done.decisionId);
    expect(await reader.next()).toMatchObject({
      type: 'comment',
      version: 3,
      comment: { id: comment.id },
    });
  });

  test('tells that readers’ reports have taken a comment away, and of no report before', async () => {
    const { comment } = await service.post({ url });
    const reader = await listen();
    for (const key of ['first', 'second', 'third']) {
      await service.send(`/api/v1/comments/${comment.id}/reports`, {
        json: { reason: 'insult' },
        headers: { 'reader-key': `${key}-reader-who-reports` },
      });
    }
    expect(await reader.next()).toEqual({ type: 'gone', id: comment.id, version: 2, count: 0 });
    expect(reader.heard).toEqual([]);
  });

  test('shows a removed comment with answers as what is left of it', async () => {
    const ada = await signInModerator(service, { name: 'Ada' });
    const { comment } = await service.post({ url, name: 'Grace' });
    await service.post({ url, parent: comment.id });
    const reader = await listen();
    const { items } = await ada.queue({ queue: 'unreviewed' });
    const version = items.find(({ id }) => id === comment.id)?.version ?? 0;
    await ada.decide({ commentId: comment.id, version, to: 'spam' });
    expect(await reader.next()).toMatchObject({
      type: 'comment',
      comment: { id: comment.id, status: 'deleted', name: '', body: [] },
      count: 1,
    });
  });

  test('says nothing of a comment that waits', async () => {
    await putSite({ suspect: ['marmalade'] });
    const reader = await listen();
    const held = await service.post({ url, body: 'I like marmalade on toast.' });
    expect(held.comment.status).toBe('held');
    const { comment } = await service.post({ url, body: 'I like butter on toast.' });
    expect(await reader.next()).toMatchObject({ comment: { id: comment.id } });
  });

  test('says nothing of another page', async () => {
    const reader = await listen();
    await service.post({ url: `${url}/other` });
    const { comment } = await service.post({ url });
    expect(await reader.next()).toMatchObject({ comment: { id: comment.id } });
  });

  test('is closed to who talks', async () => {
    const { socket } = await listen();
    const closed = new Promise<number>((done) => {
      socket.addEventListener('close', ({ code }) => done(code));
    });
    socket.send('let me in');
    expect(await closed).toBe(1008);
  });
});

describe('no connection', () => {
  test.each([
    ['to pages of another origin', { origin: 'https://evil.example' }, 'origin-not-allowed', {}],
    ['without an upgrade', { upgrade: '' }, 'upgrade-required', {}],
    ['to a site that is not there', {}, 'unknown-site', { site: 'mars' }],
    ['to no page', {}, 'bad-page', { url: '' }],
    ['to a page of somebody else', {}, 'foreign-page', { url: 'https://evil.example/a' }],
  ])('%s', async (_, headers, code, query: Record<string, string>) => {
    const asked = { url, ...query };
    const address = path(query.url === '' ? {} : asked);
    const request = { headers: { upgrade: 'websocket', origin: PAPER, ...headers } };
    expect((await service.refused(address, request)).code).toBe(code);
  });
});

test('one address has 50 connections to a page, and every other address its own', async () => {
  const from = (address: string) => ({ origin: PAPER, 'cf-connecting-ip': address });
  const office = await Promise.all(Array.from({ length: 50 }, () => listen(from('198.51.100.7'))));
  const headers = { upgrade: 'websocket', ...from('198.51.100.7') };
  expect((await service.refused(path(), { headers })).code).toBe('too-many-connections');
  const other = await listen(from('198.51.100.8'));
  await service.post({ url });
  for (const reader of [...office, other]) expect(await reader.next()).toMatchObject({ count: 1 });
});

test('an IPv6 household counts as one address', async () => {
  const from = (host: number) => ({ origin: PAPER, 'cf-connecting-ip': `2001:db8:1:2::${host}` });
  await Promise.all(Array.from({ length: 50 }, (_, host) => listen(from(host))));
  const headers = { upgrade: 'websocket', ...from(99) };
  expect((await service.refused(path(), { headers })).code).toBe('too-many-connections');
});

test('a channel that is away keeps nobody from posting', async () => {
  const away = {
    getByName: () => ({
      fetch: () => Promise.reject(new Error('away')),
      announce: () => Promise.reject(new Error('away')),
      dismiss: () => Promise.reject(new Error('away')),
    }),
  };
  const broken = startService({ ...env, THREAD_CHANNEL: away });
  expect((await broken.post({ url })).comment.status).toBe('published');
});
