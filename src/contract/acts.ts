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

export type Liked = z.infer<typeof Liked>;
