import type { MoveAllDeps } from './domain/move-all.ts';
import type { Database } from './store/database.ts';
import { storeAddress, threadsAfter, unfinishedMerges } from './store/site-threads.ts';
import { makeThreadDeps } from './thread-deps.ts';

/** For the command that moves a site's threads. */
export function makeMoveDeps(db: Database): MoveAllDeps {
  return {
    ...makeThreadDeps(db),
    threadsAfter: (ask) => threadsAfter(db, ask),
    storeAddress: (ask) => storeAddress(db, ask),
    unfinishedMerges: (siteKey) => unfinishedMerges(db, siteKey),
  };
}
