import { type Prefixes, placeAfter } from './move-site.ts';
import { carryOut, type MovePlan, type MoveThreadDeps, planFor } from './move-thread.ts';
import type { Thread } from './thread.ts';
import type { ActBy, NewThreadAct } from './thread-act.ts';

export type MoveAllDeps = Pick<
  MoveThreadDeps,
  'newId' | 'findThread' | 'storeMove' | 'beginMerge' | 'moveComments'
> & {
  /** A site's threads in the order of their pages, and only those that lead nowhere else. */
  threadsAfter(ask: { siteKey: string; page: string; limit: number }): Promise<Thread[]>;
  /** Another address for a thread that is found by a key. */
  storeAddress(ask: StoreAddress): Promise<boolean>;
  /** Threads whose comments are still on their way to another one. */
  unfinishedMerges(siteKey: string): Promise<{ fromId: string; intoId: string }[]>;
};

export type StoreAddress = { thread: Thread; url: string | null; act: NewThreadAct };

/** What becomes of one thread. `address` only changes where its article is opened. */
export type MoveStep = {
  kind: 'move' | 'merge' | 'address';
  thread: Thread;
  to: { page: string; url: string | null };
  into: Thread | null;
  /** False where somebody changed the thread meanwhile; another run takes it along. */
  isDone: boolean;
};

export type MoveAllAsk = {
  siteKey: string;
  prefixes: Prefixes;
  by: ActBy;
  /** Lists what would be done, and does nothing. */
  isTrial: boolean;
};

const PAGE = 200;

/**
 * Moves all threads of a site whose addresses begin in one way to addresses that begin in another.
 * Each step is complete in itself: broken off anywhere, another run does what is left.
 */
export async function* moveAll(deps: MoveAllDeps, ask: MoveAllAsk): AsyncGenerator<MoveStep> {
  if (!ask.isTrial) await finishMerges(deps, ask.siteKey);
  const taken = new Map<string, Thread>();
  let after = '';
  for (;;) {
    const threads = await deps.threadsAfter({ siteKey: ask.siteKey, page: after, limit: PAGE });
    for (const thread of threads) {
      const step = await moveOne(deps, { ...ask, thread, taken });
      if (step !== null) yield step;
    }
    const last = threads.at(-1);
    if (last === undefined) return;
    after = last.page;
  }
}

/** Merges that an earlier run has begun. */
async function finishMerges(deps: MoveAllDeps, siteKey: string): Promise<void> {
  for (const merge of await deps.unfinishedMerges(siteKey)) {
    while (!(await deps.moveComments(merge)).isDone);
  }
}

type One = MoveAllAsk & { thread: Thread; taken: Map<string, Thread> };

async function moveOne(deps: MoveAllDeps, one: One): Promise<MoveStep | null> {
  const { thread, prefixes, isTrial, by, taken } = one;
  const to = placeAfter(thread, prefixes);
  if (to === null || (to.page === thread.page && to.url === thread.url)) return null;
  if (to.page === thread.page) {
    const was = { page: thread.page, url: thread.url };
    const frame = { id: deps.newId(by.at), undoes: null, by };
    const act = { ...frame, kind: 'move', was, became: to } as const;
    const isDone = isTrial || (await deps.storeAddress({ thread, url: to.url, act }));
    return { kind: 'address', thread, to, into: null, isDone };
  }
  const plan = await planFor(deps, { thread, to });
  // Of two threads that would go to the same address in a trial, the second would find the first.
  const into = plan.into ?? taken.get(to.page) ?? null;
  if (into === null) taken.set(to.page, thread);
  const kind = into === null ? 'move' : 'merge';
  const isDone = isTrial || (await finish(deps, { plan, by }));
  return { kind, thread, to, into, isDone };
}

async function finish(
  deps: MoveAllDeps,
  { plan, by }: { plan: MovePlan; by: ActBy },
): Promise<boolean> {
  const moved = await carryOut(deps, { plan, by, undoes: null });
  if (moved === null) return false;
  let { isDone } = moved;
  while (!isDone) {
    ({ isDone } = await deps.moveComments({ fromId: plan.thread.id, intoId: moved.threadId }));
  }
  return true;
}
