import { Hono } from 'hono';
import {
  type MovedThread,
  type MovePreview,
  MoveThread,
  PreviewMove,
} from '../contract/threads.ts';
import { type MoveError, moveThread, planMove, undoMove } from '../domain/move-thread.ts';
import { findUndoable, undoRules } from '../domain/rule-thread.ts';
import { announceThread } from './announce-thread.ts';
import type { AppContext, AppEnv } from './app-env.ts';
import { forgetThread } from './edge-cache.ts';
import { refuse } from './failures.ts';
import { presentDeskThread } from './present-threads.ts';
import { readJson } from './read-request.ts';
import { afterRuling, answerDetail, personOf, refuseRule } from './threads.ts';

/** Threads that move to another address or become one. Everybody here is signed in. */
export const threadMoves = new Hono<AppEnv>();

threadMoves.post('/threads/:id/move/preview', async (c) => {
  const request = await readJson(c, PreviewMove);
  if (!request.ok) return request.error;
  const { deps } = c.var;
  const ask = { threadId: c.req.param('id'), to: request.value, by: personOf(c) };
  const planned = await planMove(deps.threads, ask);
  if (!planned.ok) return refuseMove(c, planned.error);
  const { kind, thread, to, into } = planned.value;
  const [comments, intoComments, site] = await Promise.all([
    deps.threads.countComments(thread.id),
    into === null ? null : deps.threads.countComments(into.id),
    deps.findSite(thread.siteKey),
  ]);
  const listed = into && { thread: into, newestAt: null };
  const answer: MovePreview = {
    kind,
    to: { page: to.page, url: to.url },
    comments,
    into: listed && site && presentDeskThread(listed, { site, now: deps.now() }),
    intoComments,
  };
  return c.json(answer);
});

threadMoves.post('/threads/:id/move', async (c) => {
  const request = await readJson(c, MoveThread);
  if (!request.ok) return request.error;
  const { deps } = c.var;
  const { version, expect, ...to } = request.value;
  const threadId = c.req.param('id');
  // From its second step on a merge has its own address no more, and it is its readers that are told.
  const [begun, thread] = await Promise.all([
    deps.threads.findMerged(threadId),
    deps.threads.findThreadById(threadId),
  ]);
  const before = begun ?? thread;
  const ask = { threadId, to, version, expect, by: personOf(c) };
  const moved = await moveThread(deps.threads, ask);
  if (!moved.ok) return refuseMove(c, moved.error);
  if (before !== null) {
    const { siteKey, page } = before;
    afterMoving(c, { siteKey, page, id: threadId, movedTo: moved.value.threadId });
  }
  const answer: MovedThread = moved.value;
  return c.json(answer);
});

/** Takes the last act back, whatever it was but a merge. */
threadMoves.delete('/threads/:id/acts/:act', async (c) => {
  const { threads: deps } = c.var.deps;
  const by = personOf(c);
  const ask = { threadId: c.req.param('id'), actId: c.req.param('act'), by };
  const found = await findUndoable(deps, ask);
  if (!found.ok) return refuseRule(c, found.error);
  const { thread, act } = found.value;
  if (act.kind !== 'move') {
    const undone = await undoRules(deps, { thread, act, by });
    if (!undone.ok) return refuseRule(c, undone.error);
    afterRuling(c, undone.value);
    return answerDetail(c, undone.value);
  }
  const back = await undoMove(deps, { thread, act, by });
  if (!back.ok) return refuseMove(c, back.error);
  afterMoving(c, { ...thread, movedTo: thread.id });
  return answerDetail(c, back.value);
});

type Left = { siteKey: string; page: string; id: string; movedTo: string };

/** Whoever reads the old page connects again, to where the thread is now, and catches up. */
export function afterMoving(c: AppContext, { siteKey, page, id, movedTo }: Left): void {
  for (const threadId of new Set([id, movedTo]))
    forgetThread(c, { siteKey, threadId, removed: false });
  const dismissed = c.var.deps.channel({ siteKey, page }).dismiss();
  c.executionCtx.waitUntil(dismissed.catch((error) => console.error('live', error)));
  announceThread(c, movedTo);
}

export function refuseMove(c: AppContext, error: MoveError): Response {
  if (error.kind === 'bad-page' || error.kind === 'foreign-page') return refuse(c, error);
  return refuseRule(c, error);
}
