import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect } from 'vitest';
import type * as z from 'zod';
import { createApp } from '../../src/app.ts';
import { ClusterPage } from '../../src/contract/clusters.ts';
import { CommentPage, PostedComment } from '../../src/contract/comments.ts';
import { Decided, QueuePage, Undone } from '../../src/contract/desk.ts';
import { Problem } from '../../src/contract/problem.ts';
import { ThreadPage } from '../../src/contract/thread.ts';
import { type Deps, type Env, makeDeps } from '../../src/deps.ts';
import type { Site } from '../../src/domain/site.ts';
import { addModerator, createSignInToken } from '../../src/identity/moderators.ts';
import { type Outside, theWorld } from '../../src/remote/outside.ts';
import { openDatabase } from '../../src/store/database.ts';
import { saveSite } from '../../src/store/sites.ts';
import { aSite, NOW } from '../support/builders.ts';

export const OWN = 'https://comments.example';
export const PAPER = 'https://paper.example';
export const PAGE = `${PAPER}/bridge`;
export const db = openDatabase(env.DB);

type Answer = { status: number; headers: Headers; text: string };
export type Send = {
  method?: string;
  json?: unknown;
  body?: string;
  headers?: Record<string, string>;
};

/** Nothing leaves the service unless a test says whom it may talk to. */
const noWorld: Outside = {
  ...theWorld,
  fetch: (input) => {
    throw new Error(`nobody may be asked, but ${input} was`);
  },
};

/** The whole service over real D1, with a clock that stands still until a test moves it. */
export function startService(bindings: Env = env, outside: Outside = noWorld) {
  let now = NOW;
  let deps: Deps | undefined;
  const app = createApp(() => {
    deps ??= makeDeps(bindings, { ...outside, now: () => now });
    return deps;
  });

  async function send(path: string, { method, json, body, headers }: Send = {}): Promise<Answer> {
    const context = createExecutionContext();
    const init = {
      method: method ?? (json === undefined && body === undefined ? 'GET' : 'POST'),
      headers: { ...(json !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(json !== undefined && { body: JSON.stringify(json) }),
      ...(body !== undefined && { body }),
    };
    const response = await app.fetch(new Request(new URL(path, OWN), init), bindings, context);
    const text = await response.text();
    await waitOnExecutionContext(context);
    return { status: response.status, headers: response.headers, text };
  }

  return {
    send,
    /** Moves the clock on, in milliseconds. */
    pass: (ms: number) => {
      now = new Date(now.getTime() + ms);
    },
    thread: async (query: Record<string, string>) => {
      const parameters = new URLSearchParams({ site: 'planet', url: PAGE, ...query });
      return parse(await send(`/api/v1/thread?${parameters}`), { status: 200, schema: ThreadPage });
    },
    post: async (change: Record<string, unknown> = {}, headers: Record<string, string> = {}) =>
      parse(await send('/api/v1/comments', { json: { ...aPost(), ...change }, headers }), {
        status: 201,
        schema: PostedComment,
      }),
    comment: async (id: string, headers: Record<string, string> = {}) =>
      parse(await send(`/api/v1/comments/${id}`, { headers }), {
        status: 200,
        schema: CommentPage,
      }),
    /** The code of the problem that this request gets. */
    refused: async (path: string, request: Send = {}) => problemOf(await send(path, request)),
  };
}

export type Service = ReturnType<typeof startService>;

/** Counted up, so that two posts of a test are never the same text by accident. */
let counted = 0;

export function aPost() {
  counted += 1;
  return {
    site: 'planet',
    url: PAGE,
    name: `Reader ${counted}`,
    body: `I crossed the bridge ${counted} times last year.`,
  };
}

export function parse<Schema extends z.ZodType>(
  answer: Answer,
  { status, schema }: { status: number; schema: Schema },
): z.output<Schema> {
  expect(`${answer.status} ${answer.status === status ? '' : answer.text}`).toBe(`${status} `);
  return schema.parse(JSON.parse(answer.text));
}

export function problemOf(answer: Answer) {
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const problem = Problem.parse(JSON.parse(answer.text));
  expect(problem.status).toBe(answer.status);
  return { ...problem, code: problem.type.slice('/problems/'.length), headers: answer.headers };
}

export async function putSite(change: Partial<Site> = {}): Promise<Site> {
  const site = aSite({ origins: [PAPER], ...change });
  await saveSite(db, site);
  return site;
}

/** A signed-in moderator of these sites and what they can do. */
export async function signInModerator(
  service: Service,
  person: { name: string; role?: 'moderator' | 'editor' | 'admin'; sites?: string[] },
) {
  const email = `${person.name.toLowerCase()}@paper.example`;
  const settings = { database: env.DB, secret: env.SECRET, origin: OWN };
  await addModerator(settings, { role: 'moderator', sites: ['planet'], ...person, email });
  const token = await createSignInToken(settings, email);
  if (!token.ok) throw new Error(token.error);
  const answer = await service.send('/api/v1/desk/sign-in/link', {
    json: { token: token.value },
    headers: { origin: OWN },
  });
  expect(answer.status).toBe(200);
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const headers = { origin: OWN, cookie };
  return {
    headers,
    email,
    queue: async (query: Record<string, string> = {}) =>
      parse(await service.send(`/api/v1/desk/queue?${new URLSearchParams(query)}`, { headers }), {
        status: 200,
        schema: QueuePage,
      }),
    decide: async (
      ...decisions: { commentId: string; version: number; to: string; reason?: string }[]
    ) =>
      parse(await service.send('/api/v1/desk/decisions', { json: { decisions }, headers }), {
        status: 200,
        schema: Decided,
      }),
    cluster: async (id: string, query: Record<string, string> = {}) =>
      parse(
        await service.send(`/api/v1/desk/clusters/${id}?${new URLSearchParams(query)}`, {
          headers,
        }),
        { status: 200, schema: ClusterPage },
      ),
    undo: async (decisionId: string) =>
      parse(
        await service.send(`/api/v1/desk/decisions/${decisionId}`, { method: 'DELETE', headers }),
        { status: 200, schema: Undone },
      ),
  };
}
