import * as z from 'zod';

/** Who is signed in. */
export const DeskMe = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    /** Admin, else the most that they are on any site. */
    role: z.enum(['moderator', 'editor', 'admin']),
    hasPassword: z.boolean(),
    /** Whether a code is asked for at sign-in. */
    secondFactor: z.boolean(),
    /** `access` is Cloudflare Access in front of the desk: there is no session here to manage. */
    signedInBy: z.enum(['session', 'access']),
  })
  .meta({ id: 'DeskMe' });
