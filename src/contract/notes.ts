import * as z from 'zod';
import { QueueItem } from './desk.ts';

/** At most 2,000 Unicode code points after trimming. */
export const WriteNote = z.strictObject({ body: z.string().max(20_000) }).meta({ id: 'WriteNote' });

/** A comment as it stands now, after a note came or left, or it was put on top or taken from there. */
export const ChangedItem = z
  .strictObject({ item: QueueItem.nullable() })
  .meta({ id: 'ChangedItem' });

/** The version that the moderator has read: what was written since is not put on top unseen. */
export const FeatureComment = z.strictObject({ version: z.int() }).meta({ id: 'FeatureComment' });

export type FeatureComment = z.infer<typeof FeatureComment>;
export type WriteNote = z.infer<typeof WriteNote>;
export type ChangedItem = z.infer<typeof ChangedItem>;
