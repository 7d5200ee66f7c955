import * as z from 'zod';
import { Body } from './body.ts';

const Status = z.enum(['published', 'held', 'spam', 'rejected', 'deleted']);

/** Earlier texts of a comment, oldest first, and its present one. */
export const CommentHistory = z
  .strictObject({
    commentId: z.string(),
    earlier: z.array(
      z.strictObject({
        version: z.int(),
        source: z.string(),
        /** When the next text took its place. */
        replacedAt: z.iso.datetime(),
      }),
    ),
    /** Whether there were still older ones. */
    isCut: z.boolean(),
    source: z.string(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'CommentHistory' });

export const BranchComment = z
  .strictObject({
    id: z.string(),
    /** Empty for one that its author has deleted, as is the body. */
    name: z.string(),
    body: Body,
    status: Status,
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'BranchComment' });

/** What stands around a comment in its thread, whatever its status. */
export const CommentBranch = z
  .strictObject({
    commentId: z.string(),
    /** The article at this comment, for readers; null where it is not shown or has no address. */
    permalink: z.string().nullable(),
    /** From the top of the branch down to the comment that is answered. */
    above: z.array(BranchComment),
    /** The nearest three before and after it that answer the same comment. */
    before: z.array(BranchComment),
    after: z.array(BranchComment),
    /** Direct answers, oldest first, at most 20. */
    answers: z.array(BranchComment),
    /** Whether there are more answers than these. */
    isCut: z.boolean(),
  })
  .meta({ id: 'CommentBranch' });

/** `hold` keeps every new comment of an author for a moderator, `ban` throws it out. */
export const MeasureKind = z.enum(['hold', 'ban']);

/** What a moderator has set against an author on one site. */
export const AuthorMeasure = z
  .strictObject({
    id: z.string(),
    kind: MeasureKind,
    by: z.string(),
    at: z.iso.datetime(),
    /** It ends by itself then. */
    until: z.iso.datetime(),
    reason: z.string().nullable(),
    /** Before its time: lifted, or another took its place. */
    endedAt: z.iso.datetime().nullable(),
    endedBy: z.string().nullable(),
  })
  .meta({ id: 'AuthorMeasure' });

export const TakeMeasure = z
  .strictObject({
    kind: MeasureKind,
    days: z.int().min(1).max(365),
    reason: z.string().trim().max(500).optional(),
  })
  .meta({ id: 'TakeMeasure' });

export const TakenMeasure = z.strictObject({ measure: AuthorMeasure }).meta({ id: 'TakenMeasure' });

/** Newest first, at most 20, whether in force or over. */
export const AuthorMeasures = z
  .strictObject({ commentId: z.string(), measures: z.array(AuthorMeasure) })
  .meta({ id: 'AuthorMeasures' });

export const MeasuresQuery = z.strictObject({ site: z.string().max(64) });

/** Of one site, what ends last first, at most 100. */
export const MeasuresInForce = z
  .strictObject({
    measures: z.array(
      z.strictObject({
        measure: AuthorMeasure,
        /** The comment on whose card it was taken, and the name on it; '' once it is erased. */
        commentId: z.string(),
        name: z.string(),
      }),
    ),
  })
  .meta({ id: 'MeasuresInForce' });

export type CommentHistory = z.infer<typeof CommentHistory>;
export type BranchComment = z.infer<typeof BranchComment>;
export type CommentBranch = z.infer<typeof CommentBranch>;
export type MeasureKind = z.infer<typeof MeasureKind>;
export type AuthorMeasure = z.infer<typeof AuthorMeasure>;
export type TakeMeasure = z.infer<typeof TakeMeasure>;
export type TakenMeasure = z.infer<typeof TakenMeasure>;
export type AuthorMeasures = z.infer<typeof AuthorMeasures>;
export type MeasuresInForce = z.infer<typeof MeasuresInForce>;
