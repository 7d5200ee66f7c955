import type { MoveCounts, MoveThreadDeps } from './domain/move-thread.ts';
import type { RuleThreadDeps } from './domain/rule-thread.ts';
import type { ListedThread, ThreadList, ThreadListAsk } from './domain/thread-list.ts';
import { makeNewId } from './identity/make-new-id.ts';
import type { Database } from './store/database.ts';
import { findSite } from './store/sites.ts';
import { findThreadAct, listThreadActs, storeRules } from './store/thread-acts.ts';
import { findListed, listThreads } from './store/thread-list.ts';
import {
  beginMerge,
  countComments,
  currentPage,
  findMerged,
  moveComments,
  storeMove,
} from './store/thread-moves.ts';
import { listSources, type ThreadSource } from './store/thread-sources.ts';
import { findThread, findThreadById } from './store/threads.ts';

/** The desk's work on whole threads. */
export type ThreadDeps = RuleThreadDeps &
  MoveThreadDeps & {
    countComments(threadId: string): Promise<MoveCounts>;
    /** The page where the thread of this page is now; the page itself for all others. */
    currentPage(at: { siteKey: string; page: string }): Promise<string>;
    listThreads(ask: ThreadListAsk): Promise<ThreadList>;
    findListed(id: string): Promise<ListedThread | null>;
    listSources(threadId: string): Promise<ThreadSource[]>;
  };

export function makeThreadDeps(db: Database): ThreadDeps {
  return {
    newId: makeNewId,
    findThreadById: (id) => findThreadById(db, id),
    findThreadAct: (id) => findThreadAct(db, id),
    listThreadActs: (id) => listThreadActs(db, id),
    storeRules: (ask) => storeRules(db, ask),
    findSite: (key) => findSite(db, key),
    findThread: (at) => findThread(db, at),
    storeMove: (ask) => storeMove(db, ask),
    beginMerge: (ask) => beginMerge(db, ask),
    moveComments: (ask) => moveComments(db, ask),
    findMerged: (id) => findMerged(db, id),
    countComments: (id) => countComments(db, id),
    currentPage: (at) => currentPage(db, at),
    listThreads: (ask) => listThreads(db, ask),
    findListed: (id) => findListed(db, id),
    listSources: (id) => listSources(db, id),
  };
}
