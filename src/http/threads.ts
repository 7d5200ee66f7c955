import { Hono } from 'hono';
import {
  ChangeThread,
  type ThreadDetail,
  type ThreadList,
  ThreadListQuery,
} from '../contract/threads.ts';
import { addressPage } from '../domain/page-address.ts';
import { findOwnThread, type Person, type RuleError, ruleThread } from '../domain/rule-thread.ts';
import type { Thread } from '../domain/thread.ts';
import type { ThreadChange } from '../domain/thread-act.ts';
import { announceThread } from './announce-thread.ts';
import type { AppContext, AppEnv } from './app-env.ts';
import { forgetThread } from './edge-cache.ts';
import { ownSites } from './moderator.ts';
import { presentDeskThread, presentThreadAct, tellAct } from './present-threads.ts';
import { problem } from './problem.ts';
import { readJson, readQuery } from './read-request.ts';

/** The desk's work on whole threads. Everybody here is signed in (see desk-guard.ts). */
export const threads = new Hono<AppEnv>();

threads.get('/threads', async (c) => {
  const query = readQuery(c, { schema: ThreadListQuery });
  if (!query.ok) return query.error;
  const { deps, signedIn } = c.var;
  const { site: asked, q, limit, cursor } = query.value;
  const own = ownSites(await deps.desk.listSites(), signedIn.moderator);
  const sites = new Map(own.map((site) => [site.key, site]));
  if (asked !== undefined && !sites.has(asked)) return problem(c, 'unknown-site');
  const address = addressPage({ url: q });
  const found = await deps.threads.listThreads({
    siteKeys: asked === undefined ? [...sites.keys()] : [asked],
    text: q ?? null,
    page: address.ok ? address.value.page : null,
    limit,
    before: cursor === undefined ? null : Number(cursor),
  });
  const now = deps.now();
  const answer: ThreadList = {
    threads: found.threads.flatMap((listed) => {
      const site = sites.get(listed.thread.siteKey);
      return site === undefined ? [] : [presentDeskThread(listed, { site, now })];
    }),
    nextCursor: found.next === null ? null : String(found.next),
  };
  return c.json(answer);
});

threads.get('/threads/:id', async (c) => {
  const by = personOf(c);
  const thread = await findOwnThread(c.var.deps.threads, { id: c.req.param('id'), by });
  return thread === null ? problem(c, 'unknown-thread') : answerDetail(c, thread);
});

threads.patch('/threads/:id', async (c) => {
  const request = await readJson(c, ChangeThread);
  if (!request.ok) return request.error;
  const { version, ...asked } = request.value;
  const change: ThreadChange = Object.fromEntries(
    Object.entries(asked).filter(([, value]) => value !== undefined),
  );
  const ask = { threadId: c.req.param('id'), version, change, by: personOf(c) };
  const ruled = await ruleThread(c.var.deps.threads, ask);
  if (!ruled.ok) return refuseRule(c, ruled.error);
  afterRuling(c, ruled.value);
  return answerDetail(c, ruled.value);
});

export function personOf(c: AppContext): Person {
  return { moderator: c.var.signedIn.moderator, at: c.var.deps.now() };
}

/** Readers of the thread's page hear of it now, all others with their next read. */
export function afterRuling(c: AppContext, { siteKey, id }: Thread): void {
  forgetThread(c, { siteKey, threadId: id, removed: false });
  announceThread(c, id);
}

export async function answerDetail(c: AppContext, { id, siteKey }: Thread): Promise<Response> {
  const { deps } = c.var;
  const [listed, site, acts, sources] = await Promise.all([
    deps.threads.findListed(id),
    deps.findSite(siteKey),
    deps.threads.listThreadActs(id),
    deps.threads.listSources(id),
  ]);
  if (listed === null || site === null) return problem(c, 'unknown-thread');
  const answer: ThreadDetail = {
    thread: presentDeskThread(listed, { site, now: deps.now() }),
    acts: acts.map(presentThreadAct),
    addresses: sources.map(({ page, url }) => url ?? page),
    unfinished: sources.flatMap(({ isLeft, id, url }) => (isLeft ? [{ id, url }] : [])),
  };
  return c.json(answer);
}

export function refuseRule(c: AppContext, error: RuleError): Response {
  if (error.kind === 'thread-changed' && error.last !== null) {
    return problem(c, error.kind, { detail: tellAct(error.last) });
  }
  if (error.kind === 'not-an-editor') return problem(c, error.kind, { detail: EDITORS_ONLY });
  return problem(c, error.kind);
}

const EDITORS_ONLY =
  'Only an editor can set a thread’s mode or announcement, or move it to another address.';
