import * as z from 'zod';

/**
 * `Reader-Key`: what a browser made up at random, once, so that its likes and reports count once.
 * It names nobody and is only stored hashed, differently for every comment.
 */
export const ReaderKey = z.string().regex(/^[\w-]{16,64}$/);

export const Liked = z
  .strictObject({
    id: z.string(),
    /** Whether this reader likes it now. */
    liked: z.boolean(),
    likes: z.int().min(0),
  })
  .meta({ id: 'Liked' });

export const ReportComment = z
  .strictObject({
    /** One of the reasons that came with the thread. */
    reason: z.string().max(100),
    text: z.string().max(500).optional(),
  })
  .meta({ id: 'ReportComment' });

export const Reported = z
  .strictObject({ id: z.string(), reported: z.literal(true) })
  .meta({ id: 'Reported' });

export type Liked = z.infer<typeof Liked>;
export type ReportComment = z.infer<typeof ReportComment>;
export type Reported = z.infer<typeof Reported>;
