import * as z from 'zod';
import { Finding, Status, Verdict } from './desk.ts';

const words = z.array(z.string().trim().min(1).max(100)).max(10_000);

/** Settings to be tried; what is not given stays as the site has it. */
export const DryRun = z
  .strictObject({
    mode: z.enum(['pre', 'auto', 'post']).optional(),
    banned: words.optional(),
    suspect: words.optional(),
    maxLength: z.int().min(1).max(50_000).optional(),
    maxLinks: z.int().min(0).max(100).optional(),
    newcomers: z.int().min(0).max(100).optional(),
    abuse: z.enum(['hold', 'off']).optional(),
    /** How much lower the spam filter’s score for holding is, in logarithms of odds. */
    strictness: z.number().min(-3).max(3).optional(),
    /** How far above that score a comment goes to Spam, in the same unit. */
    spamBeyond: z.number().min(0).max(20).optional(),
    /** Over so many of the latest comments. */
    last: z.int().min(1).max(500).default(200),
  })
  .meta({ id: 'DryRun' });

export const DryRunChange = z
  .strictObject({
    commentId: z.string(),
    name: z.string(),
    /** The beginning of the text, at most 140 characters. */
    excerpt: z.string(),
    title: z.string(),
    createdAt: z.iso.datetime(),
    /** What it is now, whoever decided that. */
    status: Status,
    from: Verdict,
    to: Verdict,
    because: z.array(Finding),
  })
  .meta({ id: 'DryRunChange' });

export const DryRunAnswer = z
  .strictObject({
    rulesVersion: z.int(),
    /** How many comments there were to try it on. */
    tried: z.int(),
    /** How many the settings would newly publish, hold, send to Spam, reject. */
    newly: z.strictObject({ publish: z.int(), hold: z.int(), spam: z.int(), reject: z.int() }),
    changes: z.array(DryRunChange),
  })
  .meta({ id: 'DryRunAnswer' });

export type DryRun = z.infer<typeof DryRun>;
export type DryRunAnswer = z.infer<typeof DryRunAnswer>;
