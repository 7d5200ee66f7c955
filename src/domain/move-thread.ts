import { maySetRules } from './decision.ts';
import { addressPage, isOwnPage, type PageError, type PageRef } from './page-address.ts';
import { fail, ok, type Result } from './result.ts';
import {
  changedBy,
  findOwnThread,
  type Person,
  type RuleError,
  type RuleThreadDeps,
} from './rule-thread.ts';
import type { Site } from './site.ts';
import type { Thread } from './thread.ts';
import type { ActBy, NewThreadAct, ThreadPlace } from './thread-act.ts';

/** Published comments, and all others, which move along. */
export type MoveCounts = { published: number; others: number };

export type MoveKind = 'move' | 'merge' | 'none';

export type MovePlan = {
  kind: MoveKind;
  thread: Thread;
  to: ThreadPlace;
  /** The thread that is there already; null for none. */
  into: Thread | null;
};

export type MoveError =
  | RuleError
  | { kind: 'bad-page'; error: PageError }
  | { kind: 'foreign-page'; site: Site };

export type StoreMove = { thread: Thread; to: ThreadPlace; aliasId: string; act: NewThreadAct };
export type StoreMerge = { from: Thread; into: Thread; act: NewThreadAct };

export type MoveThreadDeps = RuleThreadDeps & {
  findSite(key: string): Promise<Site | null>;
  /** Also by an address that the thread has moved on from. */
  findThread(at: { siteKey: string; page: string }): Promise<Thread | null>;
  /** The thread's new version; null where it has changed, or somebody else took the address. */
  storeMove(ask: StoreMove): Promise<number | null>;
  /** From now on one leads to the other; false where one of them has changed. */
  beginMerge(ask: StoreMerge): Promise<boolean>;
  /** Whole branches, as many as one step holds; how many comments, and whether any are left. */
  moveComments(ask: {
    fromId: string;
    intoId: string;
  }): Promise<{ moved: number; isDone: boolean }>;
  /** Where an id leads to, if its thread has become part of another one. */
  findMerged(id: string): Promise<{ intoId: string; siteKey: string; page: string } | null>;
};

export type MoveInput = { threadId: string; to: PageRef; by: Person };

/** What a move would do; only for those who may do it. */
export async function planMove(
  deps: MoveThreadDeps,
  { threadId, to, by }: MoveInput,
): Promise<Result<MovePlan, MoveError>> {
  const thread = await findOwnThread(deps, { id: threadId, by });
  if (thread === null) return fail({ kind: 'unknown-thread' });
  if (!maySetRules(by.moderator, thread.siteKey)) return fail({ kind: 'not-an-editor' });
  const site = await deps.findSite(thread.siteKey);
  if (site === null) return fail({ kind: 'unknown-thread' });
  const address = addressPage(to);
  if (!address.ok) return fail({ kind: 'bad-page', error: address.error });
  if (!isOwnPage(address.value, site)) return fail({ kind: 'foreign-page', site });
  return ok(await planFor(deps, { thread, to: address.value }));
}

/** The same for whoever may do everything. */
export async function planFor(
  deps: Pick<MoveThreadDeps, 'findThread'>,
  { thread, to }: { thread: Thread; to: ThreadPlace },
): Promise<MovePlan> {
  if (to.page === thread.page) return { kind: 'none', thread, to, into: null };
  const there = await deps.findThread({ siteKey: thread.siteKey, page: to.page });
  const isOther = there !== null && there.id !== thread.id;
  return { kind: isOther ? 'merge' : 'move', thread, to, into: isOther ? there : null };
}

export type Moved = { isDone: boolean; moved: number; threadId: string };

export type MoveAsk = MoveInput & {
  version: number;
  /** What was said before; if it would be something else by now, nothing is done. */
  expect: 'move' | 'merge';
};

/**
 * Moves a thread to another address, or joins it to the thread that is there. A merge goes in steps
 * of whole branches; the same request goes on where it ended, and once it is done it changes nothing.
 */
export async function moveThread(
  deps: MoveThreadDeps,
  ask: MoveAsk,
): Promise<Result<Moved, MoveError>> {
  const begun = await deps.findMerged(ask.threadId);
  if (begun !== null) return goOn(deps, { ...ask, ...begun });
  const planned = await planMove(deps, ask);
  if (!planned.ok) return planned;
  const plan = planned.value;
  const { thread } = plan;
  if (plan.kind === 'none') return ok({ isDone: true, moved: 0, threadId: thread.id });
  if (thread.version !== ask.version || plan.kind !== ask.expect) {
    return fail(await changedBy(deps, thread));
  }
  const done = await carryOut(deps, { plan, by: ask.by, undoes: null });
  return done === null ? fail(await changedBy(deps, thread)) : ok(done);
}

type Begun = { intoId: string; siteKey: string };

async function goOn(
  deps: MoveThreadDeps,
  { threadId, intoId, siteKey, by }: MoveAsk & Begun,
): Promise<Result<Moved, MoveError>> {
  if (!maySetRules(by.moderator, siteKey)) return fail({ kind: 'not-an-editor' });
  const step = await deps.moveComments({ fromId: threadId, intoId });
  return ok({ ...step, threadId: intoId });
}

type Carrying = { plan: MovePlan; by: ActBy; undoes: string | null };

/** One step of what was planned; null where something has changed since. */
export async function carryOut(
  deps: Pick<MoveThreadDeps, 'newId' | 'storeMove' | 'beginMerge' | 'moveComments'>,
  { plan, by, undoes }: Carrying,
): Promise<Moved | null> {
  const { kind, thread, to, into } = plan;
  const was = { page: thread.page, url: thread.url };
  const frame = { id: deps.newId(by.at), undoes, by };
  if (kind === 'move') {
    const act = { ...frame, kind, was, became: to };
    const version = await deps.storeMove({ thread, to, aliasId: deps.newId(by.at), act });
    return version === null ? null : { isDone: true, moved: 0, threadId: thread.id };
  }
  if (into === null) return { isDone: true, moved: 0, threadId: thread.id };
  const became = { page: into.page, url: into.url };
  const act = { ...frame, kind: 'merge', was: { ...was, id: thread.id }, became } as const;
  if (!(await deps.beginMerge({ from: thread, into, act }))) return null;
  const step = await deps.moveComments({ fromId: thread.id, intoId: into.id });
  return { ...step, threadId: into.id };
}

/** Takes a move back: the thread is found under its old address again, and under the new one too. */
export async function undoMove(
  deps: MoveThreadDeps,
  {
    thread,
    act,
    by,
  }: { thread: Thread; act: { id: string; was: ThreadPlace; version: number }; by: Person },
): Promise<Result<Thread, MoveError>> {
  if (!maySetRules(by.moderator, thread.siteKey)) return fail({ kind: 'not-an-editor' });
  if (act.version !== thread.version) return fail(await changedBy(deps, thread));
  const plan = await planFor(deps, { thread, to: act.was });
  const done = plan.kind === 'move' && (await carryOut(deps, { plan, by, undoes: act.id }));
  const moved = done ? await deps.findThreadById(thread.id) : null;
  return moved === null ? fail(await changedBy(deps, thread)) : ok(moved);
}
