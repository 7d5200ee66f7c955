import type { Status } from './comment.ts';
import { type By, type DecideDeps, decide } from './decide.ts';
import type { About, Light } from './narrow.ts';
import type { NarrowedQueueDeps } from './narrowed-queue.ts';
import type { DecidedStatus } from './status.ts';

export type BulkState =
  | 'gathering'
  | 'ready'
  | 'deciding'
  | 'stopped'
  | 'done'
  | 'undoing'
  | 'undone'
  | 'dropped';

/** A decision about many comments, made in steps, each of which can be repeated without harm. */
export type Bulk = {
  id: string;
  moderatorId: string;
  at: Date;
  to: DecidedStatus;
  reason: string | null;
  /** What it gathers from; null where the comments were named. */
  about: About | null;
  state: BulkState;
  /** The last comment that gathering has looked at. */
  gathered: string | null;
  /** Positions up to which it has been decided and taken back. */
  decidedTo: number;
  undoneTo: number;
  total: number;
  done: number;
  conflicts: number;
  undone: number;
  kept: number;
};

export type BulkItem = { position: number; commentId: string; version: number };
export type Named = { id: string; version: number };

export type BulkDeps = NarrowedQueueDeps &
  Omit<DecideDeps, 'storeDecisions'> & {
    storeDecisions(
      ask: Parameters<DecideDeps['storeDecisions']>[0] & { bulkId?: string },
    ): ReturnType<DecideDeps['storeDecisions']>;
    insertBulk(ask: { bulk: Bulk; by: By; items: Named[] }): Promise<void>;
    findBulk(id: string): Promise<Bulk | null>;
    /** Latest first. */
    listBulks(moderatorId: string): Promise<Bulk[]>;
    /** Nothing happens where another request has gathered this stretch. */
    storeGathered(ask: { bulk: Bulk; found: Named[]; next: string | null }): Promise<void>;
    /** Nothing happens where the bulk is in none of these states. */
    moveBulk(ask: { id: string; from: BulkState[]; to: BulkState }): Promise<void>;
    nextItems(ask: { bulkId: string; after: number; limit: number }): Promise<BulkItem[]>;
    /** Writes down what the log says of these items, and goes on behind them. */
    closeDecided(ask: { bulkId: string; from: number; to: number }): Promise<void>;
    /** Takes back what this bulk has decided about these, where it still stands. */
    storeBulkUndo(ask: { bulkId: string; from: number; to: number; by: By }): Promise<string[]>;
    closeUndone(ask: { bulkId: string; from: number; to: number }): Promise<void>;
    listLeft(bulkId: string): Promise<string[]>;
  };

/** Comments that one step decides about. */
export const STEP = 100;
/** Comments that one step of gathering takes at most. */
const GATHERED = 1000;

/** Ids of the comments that the step has moved. */
export async function stepBulk(
  deps: BulkDeps,
  { bulk, by }: { bulk: Bulk; by: By },
): Promise<string[]> {
  if (bulk.state === 'gathering') return gatherOn(deps, bulk);
  if (bulk.state === 'deciding') return decideOn(deps, { bulk, by });
  if (bulk.state === 'undoing') return undoOn(deps, { bulk, by });
  return [];
}

async function gatherOn(deps: BulkDeps, bulk: Bulk): Promise<string[]> {
  if (bulk.about === null) return [];
  const { found, next } = await deps.scanQueue({
    ...bulk.about,
    oldestFirst: true,
    after: bulk.gathered,
    // Its own id begins with the time at which it was asked for: what came later is not meant.
    upto: bulk.id,
    limit: GATHERED,
  });
  await deps.storeGathered({ bulk, found: found.map(named), next });
  return [];
}

function named({ id, version }: Light): Named {
  return { id, version };
}

async function decideOn(deps: BulkDeps, { bulk, by }: { bulk: Bulk; by: By }): Promise<string[]> {
  const { id: bulkId, to, reason, decidedTo } = bulk;
  const items = await deps.nextItems({ bulkId, after: decidedTo, limit: STEP });
  const asks = items.map(({ commentId, version }) => ({ commentId, version, to, reason }));
  const storeDecisions: DecideDeps['storeDecisions'] = (ask) =>
    deps.storeDecisions({ ...ask, bulkId });
  const answers = await decide({ ...deps, storeDecisions }, { asks, by });
  await deps.closeDecided({ bulkId, from: decidedTo, to: decidedTo + STEP });
  return answers.flatMap(({ result, commentId }) => (result === 'done' ? commentId : []));
}

async function undoOn(deps: BulkDeps, { bulk, by }: { bulk: Bulk; by: By }): Promise<string[]> {
  const stretch = { bulkId: bulk.id, from: bulk.undoneTo, to: bulk.undoneTo + STEP };
  const moved = await deps.storeBulkUndo({ ...stretch, by });
  await deps.closeUndone(stretch);
  return moved;
}

/** How many are not decided yet. */
export function leftOf({ total, done, conflicts, undone, kept }: Bulk): number {
  return total - done - conflicts - undone - kept;
}

/** A moderator's own decision, outside of bulks, and what has become of it. */
export type OwnDecision = {
  id: string;
  at: Date;
  from: Status;
  to: Status;
  reason: string | null;
  state: 'stands' | 'taken-back' | 'overtaken';
  comment: {
    id: string;
    name: string;
    excerpt: string;
    status: Status;
    site: { key: string; name: string };
    thread: { id: string; url: string | null; title: string | null };
  };
};
