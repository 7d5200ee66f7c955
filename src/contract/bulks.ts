import * as z from 'zod';
import { DecidedStatus, Queue, QueueCounts, Status } from './desk.ts';
import { NARROWING } from './queue-filter.ts';

export const BulkState = z.enum([
  'gathering',
  'ready',
  'deciding',
  'stopped',
  'done',
  'undoing',
  'undone',
]);

/** All that a queue holds now, narrowed as its address says; or these comments. */
export const BulkOf = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('queue'),
    queue: Queue,
    site: z.string().max(64).optional(),
    ...NARROWING,
  }),
  z.strictObject({
    kind: z.literal('comments'),
    comments: z
      .array(z.strictObject({ id: z.string().max(40), version: z.int() }))
      .min(1)
      .max(1000),
  }),
]);

export const StartBulk = z
  .strictObject({ of: BulkOf, to: DecidedStatus, reason: z.string().max(500).optional() })
  .meta({ id: 'StartBulk' });

export const MoveBulk = z
  .strictObject({
    /** Confirms it, or goes on with one that was stopped; or stops it. */
    state: z.enum(['deciding', 'stopped']),
  })
  .meta({ id: 'MoveBulk' });

export const Bulk = z
  .strictObject({
    id: z.string(),
    to: DecidedStatus,
    reason: z.string().nullable(),
    at: z.iso.datetime(),
    state: BulkState,
    /** Exact as soon as the state is no longer `gathering`. */
    total: z.int().min(0),
    done: z.int().min(0),
    /** Changed by somebody else since it was gathered: left as they are. */
    conflicts: z.int().min(0),
    undone: z.int().min(0),
    /** Could not be taken back, because somebody has decided or edited since. */
    kept: z.int().min(0),
    /** Not yet decided: `total` is the sum of this and the four above. */
    left: z.int().min(0),
  })
  .meta({ id: 'Bulk' });

export const Bulks = z.strictObject({ bulks: z.array(Bulk) }).meta({ id: 'Bulks' });

/** After a step: what has become of the bulk, and the numbers of the queues. */
export const SteppedBulk = z
  .strictObject({
    bulk: Bulk,
    counts: QueueCounts,
    /** Comments that this step has moved. */
    moved: z.array(z.string()),
  })
  .meta({ id: 'SteppedBulk' });

/** The first 20 of what it left as it was, and why. */
export const BulkPage = z
  .strictObject({
    bulk: Bulk,
    left: z.array(z.strictObject({ commentId: z.string(), message: z.string() })),
  })
  .meta({ id: 'BulkPage' });

export const OwnDecision = z
  .strictObject({
    id: z.string(),
    at: z.iso.datetime(),
    from: Status,
    to: Status,
    reason: z.string().nullable(),
    /** `stands` can be taken back; else somebody has done so, or decided or edited since. */
    state: z.enum(['stands', 'taken-back', 'overtaken']),
    comment: z.strictObject({
      id: z.string(),
      name: z.string(),
      /** The first 300 characters as they were typed; empty for one that was deleted. */
      excerpt: z.string(),
      status: Status,
      site: z.strictObject({ key: z.string(), name: z.string() }),
      thread: z.strictObject({
        id: z.string(),
        url: z.string().nullable(),
        title: z.string().nullable(),
      }),
    }),
  })
  .meta({ id: 'OwnDecision' });

export const OwnQuery = z.strictObject({
  site: z.string().max(64).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(200).optional(),
});

/** Newest first, without those of bulks. A page may be empty and still have a cursor. */
export const OwnDecisions = z
  .strictObject({ decisions: z.array(OwnDecision), nextCursor: z.string().nullable() })
  .meta({ id: 'OwnDecisions' });

export type BulkOf = z.infer<typeof BulkOf>;
export type StartBulk = z.infer<typeof StartBulk>;
export type Bulk = z.infer<typeof Bulk>;
export type Bulks = z.infer<typeof Bulks>;
export type SteppedBulk = z.infer<typeof SteppedBulk>;
export type BulkPage = z.infer<typeof BulkPage>;
export type OwnDecision = z.infer<typeof OwnDecision>;
export type OwnDecisions = z.infer<typeof OwnDecisions>;
