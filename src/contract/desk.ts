import * as z from 'zod';
import { Featuring, Note, StaffAnswer } from './beside-comment.ts';
import { Body } from './body.ts';
import { AuthorMeasure } from './card.ts';
import { LanguageCode, NARROWING, Sort } from './queue-filter.ts';
import { Badge } from './thread.ts';

export const Role = z.enum(['moderator', 'editor', 'admin']);
export const Queue = z.enum(['held', 'reported', 'unreviewed', 'published', 'spam', 'rejected']);
export const Status = z.enum(['published', 'held', 'spam', 'rejected', 'deleted']);
export const Verdict = z.enum(['publish', 'hold', 'spam', 'reject']);
/** What a moderator can make of a comment. */
export const DecidedStatus = z.enum(['published', 'held', 'spam', 'rejected']);

/** What one check said. `matches` are pieces of the field's own text, to be marked there. */
export const Finding = z
  .strictObject({
    check: z.string(),
    verdict: Verdict,
    /** 0 (nothing) to 1 (certain). */
    score: z.number().min(0).max(1),
    /** A short sentence for the moderator. */
    message: z.string(),
    matches: z.array(
      z.strictObject({ field: z.enum(['body', 'name', 'email', 'website']), text: z.string() }),
    ),
  })
  .meta({ id: 'Finding' });

export const Decision = z
  .strictObject({
    id: z.string(),
    commentId: z.string(),
    by: z.string(),
    at: z.iso.datetime(),
    from: Status,
    to: Status,
    reason: z.string().nullable(),
    /** The decision that this one took back. */
    undoes: z.string().nullable(),
  })
  .meta({ id: 'Decision' });

/** What a reader has complained about; nothing of who it was. */
export const Report = z
  .strictObject({ reason: z.string(), text: z.string().nullable(), at: z.iso.datetime() })
  .meta({ id: 'Report' });

export const QueueItem = z
  .strictObject({
    id: z.string(),
    /** Grows with every change; sent back with a decision so that nobody overwrites a colleague. */
    version: z.int(),
    status: Status,
    reviewed: z.boolean(),
    site: z.strictObject({ key: z.string(), name: z.string() }),
    thread: z.strictObject({
      id: z.string(),
      url: z.string().nullable(),
      title: z.string().nullable(),
      state: z.enum(['open', 'closed']),
    }),
    parent: z
      .strictObject({
        id: z.string(),
        name: z.string(),
        body: Body,
        language: LanguageCode.nullable(),
        status: Status,
      })
      .nullable(),
    name: z.string(),
    badge: Badge.nullable(),
    email: z.string().nullable(),
    website: z.string().nullable(),
    body: Body,
    source: z.string(),
    /** Of the author’s own words, as ISO 639-1; null where it is not known. */
    language: LanguageCode.nullable(),
    createdAt: z.iso.datetime(),
    editedAt: z.iso.datetime().nullable(),
    findings: z.array(Finding),
    decisions: z.array(Decision),
    /** Those that no decision has answered yet, the newest 20; `reportCount` is how many there are. */
    reports: z.array(Report),
    reportCount: z.int().min(0),
    /** Oldest first. */
    answers: z.array(StaffAnswer),
    /** Oldest first. */
    notes: z.array(Note),
    /** null where it does not stand on top of its thread. */
    featured: Featuring.nullable(),
    /** This author (by e-mail, else by name and address) on this site, this comment not counted. */
    author: z.strictObject({
      firstSeen: z.iso.datetime().nullable(),
      /** Whether the numbers are of their latest 500 comments alone. */
      isCut: z.boolean(),
      published: z.int(),
      held: z.int(),
      spam: z.int(),
      rejected: z.int(),
      /** What is in force against them on this site. */
      measure: AuthorMeasure.nullable(),
    }),
    /** Comments with about the same wording, this one counted; 12 stands for 12 or more. */
    clusterSize: z.int().min(1),
  })
  .meta({ id: 'QueueItem' });

export const QueueCounts = z
  .strictObject({
    held: z.int(),
    reported: z.int(),
    unreviewed: z.int(),
    published: z.int(),
    spam: z.int(),
    rejected: z.int(),
  })
  .meta({ id: 'QueueCounts' });

export const QueueQuery = z.strictObject({
  queue: Queue.default('held'),
  /** One site's key; all sites of the moderator without it. */
  site: z.string().max(64).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(200).optional(),
  ...NARROWING,
  /** The queue’s own order without it. */
  sort: Sort.optional(),
  /**
   * Searches instead: in all comments whatever their queue, newest first, in words, names, e-mails
   * and titles. A page may be empty and still have a cursor that goes on.
   */
  q: z.string().trim().min(1).max(200).optional(),
});

/** Where guests are held because more comes in than usual, or because somebody said so. */
export const Flood = z
  .strictObject({
    site: z.strictObject({ key: z.string(), name: z.string() }),
    /** null for the whole site. */
    thread: z
      .strictObject({ id: z.string(), url: z.string().nullable(), title: z.string().nullable() })
      .nullable(),
    /** null where it was switched on by hand. */
    since: z.iso.datetime().nullable(),
    /** A short sentence for the moderator. */
    why: z.string(),
  })
  .meta({ id: 'Flood' });

/**
 * Held and Unreviewed begin with what has waited longest, the others with the newest. Narrowed or
 * sorted, a page may be empty and still have a cursor that goes on.
 */
export const QueuePage = z
  .strictObject({
    items: z.array(QueueItem),
    counts: QueueCounts,
    /** Of the sites asked for; empty in quiet times. */
    floodMode: z.array(Flood),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'QueuePage' });

export const Decide = z
  .strictObject({
    decisions: z
      .array(
        z.strictObject({
          commentId: z.string().max(40),
          version: z.int(),
          to: DecidedStatus,
          reason: z.string().max(500).optional(),
        }),
      )
      .min(1)
      .max(100),
  })
  .meta({ id: 'Decide' });

const done = z.strictObject({
  commentId: z.string(),
  result: z.literal('done'),
  decisionId: z.string(),
  version: z.int(),
  status: Status,
});
const conflict = z.strictObject({
  commentId: z.string(),
  result: z.literal('conflict'),
  /** For the moderator, e.g. "Already decided by Ada: rejected". */
  message: z.string(),
  version: z.int(),
  status: Status,
  /** The comment as it stands now; null for one that its author has deleted. */
  item: QueueItem.nullable(),
});
const notFound = z.strictObject({
  commentId: z.string(),
  result: z.literal('not-found'),
  message: z.string(),
});

/** Each decision is answered by itself, in the order asked. */
export const DecideResult = z
  .discriminatedUnion('result', [done, conflict, notFound])
  .meta({ id: 'DecideResult' });
export const Decided = z
  .strictObject({ results: z.array(DecideResult), counts: QueueCounts })
  .meta({ id: 'Decided' });
export const Undone = z
  .strictObject({ result: DecideResult, item: QueueItem.nullable(), counts: QueueCounts })
  .meta({ id: 'Undone' });

export const PasswordSignIn = z
  .strictObject({ email: z.string().max(254), password: z.string().max(200) })
  .meta({ id: 'PasswordSignIn' });
export const LinkSignIn = z
  .strictObject({ token: z.string().min(1).max(200) })
  .meta({ id: 'LinkSignIn' });
export const SetPassword = z
  .strictObject({ current: z.string().max(200).optional(), next: z.string().min(12).max(200) })
  .meta({ id: 'SetPassword' });

export const SignedInDevice = z
  .strictObject({
    id: z.string(),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    /** The browser's own description of itself, as sent at sign-in. */
    userAgent: z.string().nullable(),
    current: z.boolean(),
  })
  .meta({ id: 'SignedInDevice' });
export const SignedInDevices = z
  .strictObject({ sessions: z.array(SignedInDevice) })
  .meta({ id: 'SignedInDevices' });
export const Done = z.strictObject({ done: z.literal(true) }).meta({ id: 'Done' });

export type Role = z.infer<typeof Role>;
export type Queue = z.infer<typeof Queue>;
export type Status = z.infer<typeof Status>;
export type Finding = z.infer<typeof Finding>;
export type Decision = z.infer<typeof Decision>;
export type Report = z.infer<typeof Report>;
export type QueueItem = z.infer<typeof QueueItem>;
export type QueueCounts = z.infer<typeof QueueCounts>;
export type QueueQuery = z.infer<typeof QueueQuery>;
export type Flood = z.infer<typeof Flood>;
export type QueuePage = z.infer<typeof QueuePage>;
export type Decide = z.infer<typeof Decide>;
export type DecideResult = z.infer<typeof DecideResult>;
export type Decided = z.infer<typeof Decided>;
export type Undone = z.infer<typeof Undone>;
export type SignedInDevice = z.infer<typeof SignedInDevice>;
export type SignedInDevices = z.infer<typeof SignedInDevices>;
