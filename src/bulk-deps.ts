import type { BulkDeps, OwnDecision } from './domain/bulk.ts';
import type { DecideDeps } from './domain/decide.ts';
import type { NarrowedQueueDeps } from './domain/narrowed-queue.ts';
import { makeNewId } from './identity/make-new-id.ts';
import { closeUndone, storeBulkUndo } from './store/bulk-undo.ts';
import * as bulks from './store/bulks.ts';
import type { Database } from './store/database.ts';
import { storeDecisions } from './store/decisions.ts';
import { listOwnDecisions, type OwnAsk } from './store/own-decisions.ts';
import { findQueueItems } from './store/queues.ts';
import { scanQueue } from './store/scan-queue.ts';

export type QueuesDeps = NarrowedQueueDeps &
  Omit<BulkDeps, Exclude<keyof DecideDeps, 'storeDecisions'>> & {
    listOwnDecisions(ask: OwnAsk): Promise<{ decisions: OwnDecision[]; next: string | null }>;
  };

/** Narrowed queues, bulks, and one's own decisions. */
export function makeBulkDeps(db: Database): QueuesDeps {
  return {
    scanQueue: (ask) => scanQueue(db, ask),
    findQueueItems: (ids) => findQueueItems(db, ids),
    storeDecisions: (ask) => storeDecisions(db, ask),
    insertBulk: (ask) => bulks.insertBulk(db, ask),
    findBulk: (id) => bulks.findBulk(db, id),
    listBulks: (moderatorId) => bulks.listBulks(db, moderatorId),
    storeGathered: (ask) => bulks.storeGathered(db, ask),
    moveBulk: (ask) => bulks.moveBulk(db, ask),
    nextItems: (ask) => bulks.nextItems(db, ask),
    closeDecided: (ask) => bulks.closeDecided(db, ask),
    storeBulkUndo: (ask) => storeBulkUndo(db, { ...ask, newId: () => makeNewId(ask.by.at) }),
    closeUndone: (ask) => closeUndone(db, ask),
    listLeft: (id) => bulks.listLeft(db, id),
    listOwnDecisions: (ask) => listOwnDecisions(db, ask),
  };
}
