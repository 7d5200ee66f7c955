import * as z from 'zod';
import { Status } from './desk.ts';

export const ClusterQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(200).optional(),
});

export const ClusterMember = z
  .strictObject({
    id: z.string(),
    /** Sent back with a decision, as of an item of a queue. */
    version: z.int(),
    status: Status,
    reviewed: z.boolean(),
    site: z.strictObject({ key: z.string(), name: z.string() }),
    thread: z.strictObject({
      id: z.string(),
      url: z.string().nullable(),
      title: z.string().nullable(),
    }),
    name: z.string(),
    /** The first 300 characters as they were typed. */
    excerpt: z.string(),
    createdAt: z.iso.datetime(),
    /** What it has in common with the comment that was asked for. */
    by: z.strictObject({
      /** The shared part of the wording, 0 to 1. */
      text: z.number().min(0).max(1),
      /** Where both lead to. */
      places: z.array(z.string()),
      author: z.boolean(),
    }),
  })
  .meta({ id: 'ClusterMember' });

/** Newest first. A page may be empty and still have a cursor that goes on. */
export const ClusterPage = z
  .strictObject({
    commentId: z.string(),
    /** Comments of the cluster, this one counted, among the newest that were looked at. */
    size: z.int().min(1),
    /** Those of `size` at sites that are not yours: they are counted and not shown. */
    elsewhere: z.int().min(0),
    /** Whether there may be more than `size` says. */
    isCut: z.boolean(),
    members: z.array(ClusterMember),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'ClusterPage' });

export type ClusterMember = z.infer<typeof ClusterMember>;
export type ClusterPage = z.infer<typeof ClusterPage>;
