import type { RuleThreadDeps } from './domain/rule-thread.ts';
import type { ListedThread, ThreadList, ThreadListAsk } from './domain/thread-list.ts';
import { makeNewId } from './identity/make-new-id.ts';
import type { Database } from './store/database.ts';
import { findThreadAct, listThreadActs, storeRules } from './store/thread-acts.ts';
import { findListed, listThreads } from './store/thread-list.ts';
import { listSources, type ThreadSource } from './store/thread-sources.ts';
import { findThreadById } from './store/threads.ts';

/** The desk's work on whole threads. */
export type ThreadDeps = RuleThreadDeps & {
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
    listThreads: (ask) => listThreads(db, ask),
    findListed: (id) => findListed(db, id),
    listSources: (id) => listSources(db, id),
  };
}
