import * as z from 'zod';

/** How a comment of this site must be proven now: by work of the browser, or by Turnstile. */
export const AskedProof = z
  .discriminatedUnion('by', [
    z.strictObject({ by: z.literal('altcha') }),
    z.strictObject({ by: z.literal('turnstile'), siteKey: z.string() }),
  ])
  .meta({ id: 'AskedProof' });

export const ChallengeQuery = z.strictObject({ site: z.string().min(1).max(64) });

/** A challenge as ALTCHA's widget (version 1) takes it. */
export const Challenge = z
  .strictObject({
    algorithm: z.literal('SHA-256'),
    /** SHA-256 of the salt and a number from 0 to `maxnumber`, which is to be found. */
    challenge: z.string(),
    maxnumber: z.int(),
    /** Says when it expires, in seconds since 1970. */
    salt: z.string(),
    signature: z.string(),
  })
  .meta({ id: 'Challenge' });

export type AskedProof = z.infer<typeof AskedProof>;
export type ChallengeQuery = z.infer<typeof ChallengeQuery>;
export type Challenge = z.infer<typeof Challenge>;
