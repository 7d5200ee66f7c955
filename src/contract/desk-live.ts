import * as z from 'zod';
import { Queue, Status } from './desk.ts';

/** A desk that is open now: one a window. */
export const Seat = z
  .strictObject({
    id: z.string(),
    /**
     * Several windows of one person have the same. The moderator's id where their name is told, and
     * to themselves; else a random one that ends with their connection.
     */
    person: z.string(),
    /** null where no site that both work on shows names. */
    name: z.string().nullable(),
    /** The comment that is current there; null for none, or one of a site that is not yours. */
    open: z.string().nullable(),
  })
  .meta({ id: 'Seat' });

/** What changed in a queue. The comment's text is asked for where it is wanted. */
export const DeskChange = z
  .strictObject({
    id: z.string(),
    /** Grows with every change: an older message says nothing new. */
    version: z.int().min(1),
    site: z.string(),
    status: Status,
    /** The queues that it is in now; none for a deleted one. */
    queues: z.array(Queue),
    act: z.enum(['posted', 'edited', 'deleted', 'reported', 'decided', 'undone']),
    /** The moderator's name; null where it was no moderator. */
    by: z.string().nullable(),
  })
  .meta({ id: 'DeskChange' });

/** One message of the desk's connection. */
export const DeskMessage = z
  .discriminatedUnion('type', [
    /** The first one: who else is here. */
    z.strictObject({ type: z.literal('here'), seats: z.array(Seat) }),
    /** Somebody came, or has another comment open. */
    z.strictObject({ type: z.literal('seat'), seat: Seat }),
    z.strictObject({ type: z.literal('left'), id: z.string() }),
    /** A colleague had this comment open first. Nothing is forbidden by it. */
    z.strictObject({ type: z.literal('taken'), comment: z.string() }),
    z.strictObject({ type: z.literal('changed'), changes: z.array(DeskChange).min(1) }),
  ])
  .meta({ id: 'DeskMessage' });

/** What a desk says: the comment that is current there. Said again, it holds for another minute. */
export const DeskSaid = z
  .strictObject({
    open: z.strictObject({ id: z.string().max(40), site: z.string().max(64) }).nullable(),
  })
  .meta({ id: 'DeskSaid' });

export type Seat = z.infer<typeof Seat>;
export type DeskChange = z.infer<typeof DeskChange>;
export type DeskMessage = z.infer<typeof DeskMessage>;
export type DeskSaid = z.infer<typeof DeskSaid>;
