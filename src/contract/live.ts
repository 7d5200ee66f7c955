import * as z from 'zod';
import { Comment, threadAddress } from './thread.ts';

/**
 * Which page's thread to hear of; it need not have a comment yet. `since` is the time of the form
 * that came with the thread: what was told after that copy was made is told first.
 */
export const LiveQuery = z.strictObject({
  ...threadAddress,
  since: z.string().max(200).optional(),
});

/**
 * What a connection tells. `comment` is one that came, changed, or left a tombstone; `gone` is one
 * that left nothing. `count` is that of the thread's published comments. `version` grows with every
 * change of a comment: messages may overtake each other, and the older one is not to be shown.
 */
export const LiveMessage = z
  .discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('comment'),
      comment: Comment,
      version: z.int().min(1),
      count: z.int().min(0),
    }),
    z.strictObject({
      type: z.literal('gone'),
      id: z.string(),
      version: z.int().min(1),
      count: z.int().min(0),
    }),
  ])
  .meta({ id: 'LiveMessage' });

/** One message of the connection: what changed together is told together. */
export const LiveMessages = z.array(LiveMessage).min(1).meta({ id: 'LiveMessages' });

export type LiveMessage = z.infer<typeof LiveMessage>;
