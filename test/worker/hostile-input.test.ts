import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { ROUTES } from '../../src/contract/routes.ts';
import {
  aPost,
  OWN,
  PAGE,
  problemOf,
  putSite,
  type Service,
  signInModerator,
  startService,
} from './client.ts';
import { deleteAll } from './delete-all.ts';

let service: Service;

beforeEach(async () => {
  await deleteAll(env.DB);
  await putSite({ website: 'optional' });
  service = startService();
});

describe('a post of the wrong shape is told what is wrong', () => {
  test.each<[string, unknown, string, string]>([
    ['a list', [], '', 'invalid-type'],
    ['a text', 'x', '', 'invalid-type'],
    ['nothing', null, '', 'invalid-type'],
    ['a number for the body', { body: 5 }, 'body', 'invalid-type'],
    ['a list for the name', { name: ['a'] }, 'name', 'invalid-type'],
    ['an object for the parent', { parent: {} }, 'parent', 'invalid-type'],
    ['a field that does not exist', { isAdmin: true }, 'isAdmin', 'unknown-field'],
    ['a prototype', { __proto__x: 1 }, '__proto__x', 'unknown-field'],
    ['a body without end', { body: 'a'.repeat(100_001) }, 'body', 'too-big'],
    ['a site without end', { site: 'a'.repeat(65) }, 'site', 'too-big'],
    [
      'an address without end',
      { url: `https://paper.example/${'a'.repeat(2000)}` },
      'url',
      'too-big',
    ],
  ])('%s', async (_, change, field, code) => {
    const isChange = typeof change === 'object' && change !== null && !Array.isArray(change);
    const json = isChange ? { ...aPost(), ...change } : change;
    const { code: problem, errors } = await service.refused('/api/v1/comments', { json });
    expect([problem, errors?.[0]?.field, errors?.[0]?.code]).toEqual([
      'invalid-request',
      field,
      code,
    ]);
    expect(errors?.[0]?.message).not.toBe('');
  });

  test.each<[string, string, Record<string, string>, string]>([
    ['broken JSON', '{"site":', { 'content-type': 'application/json' }, 'not-json'],
    ['no body', '', { 'content-type': 'application/json' }, 'not-json'],
    [
      'a form',
      'site=planet',
      { 'content-type': 'application/x-www-form-urlencoded' },
      'unsupported-media-type',
    ],
    ['text that claims nothing', '{}', { 'content-type': 'text/plain' }, 'unsupported-media-type'],
    [
      'a body of a megabyte',
      `{"body":"${'a'.repeat(1_000_000)}"}`,
      { 'content-type': 'application/json' },
      'body-too-large',
    ],
    ['a deep nest', '['.repeat(100_000), { 'content-type': 'application/json' }, 'not-json'],
  ])('%s', async (_, body, headers, code) => {
    expect((await service.refused('/api/v1/comments', { body, headers })).code).toBe(code);
  });

  test.each([
    ['unknown-site', { site: 'nobody' }],
    ['bad-page', { url: 'javascript:alert(1)' }],
    ['bad-page', { url: undefined }],
    ['invalid-form', { website: 'javascript:alert(1)' }],
  ])('%s', async (code, change) => {
    expect(
      (await service.refused('/api/v1/comments', { json: { ...aPost(), ...change } })).code,
    ).toBe(code);
  });
});

describe('a query of the wrong shape is told what is wrong', () => {
  const page = `site=planet&url=${PAGE}`;
  test.each([
    ['invalid-request', 'thread?site=planet&url=nonsense'],
    ['invalid-request', 'thread'],
    ['bad-page', 'thread?site=planet'],
    ['unknown-site', `thread?site=nobody&url=${PAGE}`],
    ['invalid-request', `thread?${page}&sort=best`],
    ['invalid-request', `thread?${page}&limit=0`],
    ['invalid-request', `thread?${page}&limit=101`],
    ['invalid-request', `thread?${page}&limit=many`],
    ['invalid-request', `thread?${page}&limit=1&limit=2`],
    ['bad-cursor', `thread?${page}&cursor=made-up`],
    ['bad-cursor', `thread?${page}&cursor=%27%20OR%201=1--`],
    ['invalid-request', `thread?${page}&unknown=1`],
    ['invalid-request', 'counts?site=planet'],
    ['unknown-site', `counts?site=nobody&url=${PAGE}`],
    ['unknown-comment', 'comments/nonsense'],
    ['unknown-comment', `comments/${'%00'}`],
    ['not-found', 'nothing/here'],
  ])('%s: %s', async (code, path) => {
    expect((await service.refused(`/api/v1/${path}`)).code).toBe(code);
  });

  test('a comment of another thread is not around here', async () => {
    const { comment } = await service.post({ url: 'https://paper.example/other' });
    await service.post();
    for (const name of ['around', 'branch']) {
      expect((await service.refused(`/api/v1/thread?${page}&${name}=${comment.id}`)).code).toBe(
        'unknown-comment',
      );
    }
  });

  test('a method that an address does not take is told which it takes', async () => {
    const problem = await service.refused('/api/v1/comments', { method: 'PUT' });
    expect([problem.code, problem.headers.get('allow')]).toEqual(['method-not-allowed', 'POST']);
  });
});

describe('the desk, of a signed-in moderator', () => {
  test.each<[string, string, unknown, string]>([
    ['no decisions', 'decisions', {}, 'invalid-request'],
    ['an empty list', 'decisions', { decisions: [] }, 'invalid-request'],
    [
      'a decision to delete',
      'decisions',
      { decisions: [{ commentId: 'x', version: 1, to: 'deleted' }] },
      'invalid-request',
    ],
    [
      'a version in words',
      'decisions',
      { decisions: [{ commentId: 'x', version: 'one', to: 'spam' }] },
      'invalid-request',
    ],
    [
      'too many',
      'decisions',
      { decisions: Array(101).fill({ commentId: 'x', version: 1, to: 'spam' }) },
      'invalid-request',
    ],
    ['a short password', 'password', { next: 'short' }, 'invalid-request'],
  ])('refuses %s', async (_, path, json, code) => {
    const { headers } = await signInModerator(service, { name: 'Ada' });
    expect((await service.refused(`/api/v1/desk/${path}`, { json, headers })).code).toBe(code);
  });

  test.each(['queue=all', 'cursor=made-up', 'limit=-1', 'site=nobody', 'extra=1'])(
    'refuses ?%s',
    async (query) => {
      const { headers } = await signInModerator(service, { name: 'Ada' });
      const { status } = await service.refused(`/api/v1/desk/queue?${query}`, { headers });
      expect([404, 422]).toContain(status);
    },
  );

  test('finds no session that is not theirs', async () => {
    const { headers } = await signInModerator(service, { name: 'Ada' });
    expect(
      (await service.refused('/api/v1/desk/sessions/x', { method: 'DELETE', headers })).code,
    ).toBe('unknown-session');
  });
});

describe('hostile text is only text', () => {
  const PAYLOADS = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "'-alert(1)-'",
    '</textarea><script>alert(1)</script>',
    '</script><script>alert(1)</script>',
    '<!--<script>',
    '[x](javascript:alert(1))',
    '![x](https://evil.example/pixel.png)',
    '<https://evil.example>',
    'javascript:alert(1)//http://x.example',
    'http://x.example/"onmouseover="alert(1)',
    'http://x.example/<script>',
    '\u202etxt.exe',
    '{{7*7}}%24{alert(1)}',
    "'; DROP TABLE comments; --",
    '\u2028\u2029<',
  ];

  test.each(PAYLOADS)('%j stays what it is on every page', async (payload) => {
    const { comment } = await service.post({ name: payload, body: payload });
    expect(comment.name).toBe(
      payload
        .replace(/[\u2028\u2029]/g, ' ')
        .trim()
        .replace(/^\u202e/, ''),
    );
    const page = await service.send(`/t?site=planet&url=${PAGE}`);
    const markup = page.text.replace(/<script type="application\/ld\+json">[^<]*<\/script>/, '');
    expect(markup).not.toMatch(/<script|<img|onerror=(?!alert\(1\)&gt;)|<!--/i);
    expect([...page.text.matchAll(/<script/g)]).toHaveLength(1);
    for (const [, href] of markup.matchAll(/href="([^"]*)"/g)) {
      expect(href).toMatch(/^(?:https?:|\/|#|data:,)/);
    }
    expect(page.headers.get('content-security-policy')).toMatch(
      /default-src 'none'.*script-src 'self'/,
    );
  });
});

describe('every route', () => {
  const app = createApp();
  const routes = app.routes.filter(({ method, path }) => method !== 'ALL' && !path.endsWith('*'));

  test('of the API is in its description, and the other way round', () => {
    const served = routes
      .filter(({ path }) => path.startsWith('/api/v1') || path === '/healthz')
      .map(({ method, path }) => `${method.toLowerCase()} ${path.replace(/:(\w+)/g, '{$1}')}`);
    expect(served.sort()).toEqual(ROUTES.map(({ method, path }) => `${method} ${path}`).sort());
  });

  test('says how long it may be kept, and sends the security headers', async () => {
    const seen = new Set<string>();
    for (const { method, path } of routes) {
      const { headers } = await service.send(path.replace(/:\w+/g, 'x'), {
        method,
        headers: { origin: OWN },
      });
      const control = headers.get('cache-control') ?? '';
      seen.add(control);
      expect(`${method} ${path} ${control}`).toMatch(/no-store|max-age=\d/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      if (path.startsWith('/api/v1/desk')) expect(control).toBe('no-store');
    }
    expect(seen.size).toBeGreaterThan(1);
  });

  test('of readers sets no cookie', async () => {
    for (const { method, path } of routes.filter((route) => !route.path.includes('/desk'))) {
      const { headers } = await service.send(path.replace(/:\w+/g, 'x'), { method });
      expect(headers.getSetCookie()).toEqual([]);
    }
  });

  test('of the desk but its doors asks who is there', async () => {
    const guarded = ROUTES.filter(({ desk }) => desk);
    expect(guarded.length).toBeGreaterThan(5);
    for (const { method, path } of guarded) {
      const answer = await service.send(path.replace(/\{\w+\}/g, 'x'), {
        method: method.toUpperCase(),
        headers: { origin: OWN },
      });
      expect(problemOf(answer).code).toBe('signed-out');
    }
  });
});

test('the description is a whole OpenAPI document', async () => {
  const { text } = await service.send('/api/openapi.json');
  const api = JSON.parse(text);
  expect(api.openapi).toBe('3.1.0');
  const names = new Set(Object.keys(api.components.schemas));
  const references = [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(
    ([, name]) => name,
  );
  expect(references.length).toBeGreaterThan(20);
  expect(references.filter((name) => !names.has(name ?? ''))).toEqual([]);
  expect((await service.send('/docs')).text).toContain('POST /api/v1/comments');
});
