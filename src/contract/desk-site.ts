import * as z from 'zod';

/** A site that a moderator works on. */
export const DeskSite = z
  .strictObject({
    key: z.string(),
    name: z.string(),
    /** What the moderator is there. */
    role: z.enum(['moderator', 'editor', 'admin']),
    /** What it rejects comments for; any may be a decision’s `reason`, and so may other words. */
    rejectReasons: z.array(z.string()).max(9),
  })
  .meta({ id: 'DeskSite' });
