import * as z from 'zod';
import { Body } from './body.ts';

const Mode = z.enum(['pre', 'auto', 'post']);

/** `site` goes by the site's rule about old threads, the others whatever it says. */
export const ThreadState = z.enum(['site', 'open', 'closed']);

/** Longest text of a message or an announcement, in UTF-16 code units. */
const LONGEST_NOTE = 2000;
/** As slow as a thread can be, in seconds: a day. */
const SLOWEST = 86_400;

const settings = {
  state: ThreadState,
  /** Shown in the place of the form while the thread is closed; as it was typed. */
  message: z.string().max(LONGEST_NOTE).nullable(),
  slowSeconds: z.int().min(0).max(SLOWEST),
  /** null goes by the site's. */
  mode: Mode.nullable(),
  /** Shown above the comments. */
  announcement: z.string().max(LONGEST_NOTE).nullable(),
};

/** A thread as the desk sees it. */
export const DeskThread = z
  .strictObject({
    id: z.string(),
    /** Grows with every act about the thread; sent back with the next one. */
    version: z.int(),
    site: z.strictObject({ key: z.string(), name: z.string(), mode: Mode }),
    url: z.string().nullable(),
    title: z.string().nullable(),
    /** The page's own key, for a thread that is found by one. */
    key: z.string().nullable(),
    /** Published comments. */
    count: z.int().min(0),
    createdAt: z.iso.datetime(),
    /** Of the newest comment, whatever became of it; null where there is none. */
    newestAt: z.iso.datetime().nullable(),
    /** What readers find now. */
    isClosed: z.boolean(),
    ...settings,
    messageBody: Body.nullable(),
    announcementBody: Body.nullable(),
  })
  .meta({ id: 'DeskThread' });

const change = z.strictObject(settings).partial();
const place = z.strictObject({ page: z.string(), url: z.string().nullable() });
const frame = {
  id: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
  /** The thread's version after it. */
  version: z.int(),
  /** The act that this one took back. */
  undoes: z.string().nullable(),
};

/** What a moderator did with a thread: what was changed, as it was and as it became. */
export const ThreadAct = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('change'), ...frame, was: change, became: change }),
    z.strictObject({ kind: z.literal('move'), ...frame, was: place, became: place }),
    z.strictObject({ kind: z.literal('merge'), ...frame, was: place, became: place }),
  ])
  .meta({ id: 'ThreadAct' });

export const ThreadListQuery = z.strictObject({
  /** One site's key; all sites of the moderator without it. */
  site: z.string().max(64).optional(),
  /** Looked for in titles and addresses; a whole address also finds a thread that moved on. */
  q: z.string().trim().min(1).max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
  cursor: z
    .string()
    .regex(/^\d{1,15}$/)
    .optional(),
});

/** By the newest comment, whatever became of it. */
export const ThreadList = z
  .strictObject({ threads: z.array(DeskThread), nextCursor: z.string().nullable() })
  .meta({ id: 'ThreadList' });

/** Only what shall be another. */
export const ChangeThread = z.strictObject({ version: z.int(), ...change.shape }).meta({
  id: 'ChangeThread',
});

/** The thread, its log with the newest act first, and the addresses that lead to it as well. */
export const ThreadDetail = z
  .strictObject({
    thread: DeskThread,
    acts: z.array(ThreadAct),
    addresses: z.array(z.string()),
    /** Comments of threads that were joined to this one and are still on their way. */
    unfinished: z.array(z.strictObject({ id: z.string(), url: z.string().nullable() })),
  })
  .meta({ id: 'ThreadDetail' });

/** Where a thread shall be: the address of a page of its site, or a key that pages give. */
const target = {
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional(),
  key: z.string().min(1).max(200).optional(),
};

export const PreviewMove = z.strictObject(target).meta({ id: 'PreviewMove' });

const counts = z.strictObject({
  published: z.int().min(0),
  /** Held, spam, rejected and deleted ones, which move along. */
  others: z.int().min(0),
});

/** What a move would do. Nothing is changed. */
export const MovePreview = z
  .strictObject({
    /** `merge` where the address has a thread already, `none` where it is this thread's own. */
    kind: z.enum(['move', 'merge', 'none']),
    to: place,
    comments: counts,
    /** The thread that this one would become part of. */
    into: DeskThread.nullable(),
    intoComments: counts.nullable(),
  })
  .meta({ id: 'MovePreview' });

export const MoveThread = z
  .strictObject({
    ...target,
    version: z.int(),
    /** What the preview said; if it would be something else by now, nothing is done. */
    expect: z.enum(['move', 'merge']),
  })
  .meta({ id: 'MoveThread' });

/**
 * A large thread is joined to another in steps of whole branches. Until `isDone` the same request
 * goes on where the one before ended; asking once more changes nothing.
 */
export const MovedThread = z
  .strictObject({
    isDone: z.boolean(),
    /** Comments that this request has moved. */
    moved: z.int().min(0),
    /** The thread in which the comments are now. */
    threadId: z.string(),
  })
  .meta({ id: 'MovedThread' });

export type DeskThread = z.infer<typeof DeskThread>;
export type ThreadAct = z.infer<typeof ThreadAct>;
export type ThreadList = z.infer<typeof ThreadList>;
export type ThreadDetail = z.infer<typeof ThreadDetail>;
export type ChangeThread = z.infer<typeof ChangeThread>;
export type MovePreview = z.infer<typeof MovePreview>;
export type MovedThread = z.infer<typeof MovedThread>;
