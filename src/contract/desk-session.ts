import * as z from 'zod';
import { Role } from './desk.ts';

/** A site that a moderator works on. */
export const DeskSite = z
  .strictObject({
    key: z.string(),
    name: z.string(),
    role: Role,
    /** What it rejects comments for; any may be a decision’s `reason`, and so may other words. */
    rejectReasons: z.array(z.string()).max(9),
  })
  .meta({ id: 'DeskSite' });

export const DeskSession = z
  .strictObject({
    moderator: z.strictObject({
      id: z.string(),
      name: z.string(),
      email: z.string(),
      /** Admin, else the most that they are on any site. */
      role: Role,
      hasPassword: z.boolean(),
      /** Whether a code is asked for at sign-in. */
      secondFactor: z.boolean(),
      /** `access` is Cloudflare Access in front of the desk: there is no session here to manage. */
      signedInBy: z.enum(['session', 'access']),
    }),
    sites: z.array(DeskSite),
    /** Where to have a text translated: `{text}` stands for it. null where nobody has set it. */
    translateUrl: z.string().nullable(),
  })
  .meta({ id: 'DeskSession' });

export type DeskSession = z.infer<typeof DeskSession>;
