import * as z from 'zod';
import { QueueCounts, QueueItem } from './desk.ts';
import { Badge, Comment } from './thread.ts';

/** An answer under the moderator's own name, with a badge that no reader can have. */
export const StaffReply = z
  .strictObject({
    body: z.string().max(100_000),
    /** `author` where the moderator wrote the article. */
    as: Badge.default('staff'),
    /**
     * The version of a comment that waits: it is published in the same go. Without it an answer to a
     * comment that readers do not see is refused.
     */
    publish: z.int().optional(),
  })
  .meta({ id: 'StaffReply' });

export const StaffReplied = z
  .strictObject({
    /** The answer as readers see it. */
    comment: Comment,
    /** The answered comment as it stands now. */
    item: QueueItem.nullable(),
    /** The decision that has published it; null where it was published before. */
    decisionId: z.string().nullable(),
    counts: QueueCounts,
  })
  .meta({ id: 'StaffReplied' });

/** `item` is the comment that had been answered, as it stands now. */
export const StaffReplyDeleted = z
  .strictObject({ id: z.string(), item: QueueItem.nullable() })
  .meta({ id: 'StaffReplyDeleted' });

/** A reply that a newsroom keeps ready: inserted in the box, and changed there as need be. */
export const SavedReply = z
  .strictObject({ id: z.string(), title: z.string(), body: z.string() })
  .meta({ id: 'SavedReply' });

export const SavedReplies = z
  .strictObject({
    replies: z.array(SavedReply),
    /** Whether this moderator may change the list: an editor's and an admin's right. */
    mayChange: z.boolean(),
  })
  .meta({ id: 'SavedReplies' });

/** Sizes in Unicode code points, after trimming. */
export const SaveReply = z
  .strictObject({ title: z.string().max(1000), body: z.string().max(100_000) })
  .meta({ id: 'SaveReply' });

export type StaffReply = z.infer<typeof StaffReply>;
export type StaffReplied = z.infer<typeof StaffReplied>;
export type StaffReplyDeleted = z.infer<typeof StaffReplyDeleted>;
export type SavedReply = z.infer<typeof SavedReply>;
export type SavedReplies = z.infer<typeof SavedReplies>;
export type SaveReply = z.infer<typeof SaveReply>;
