import * as z from 'zod';
import { Body } from './body.ts';
import { Badge } from './thread.ts';

/** What a colleague has answered publicly; whoever `moderatorId` is may take it back. */
export const StaffAnswer = z
  .strictObject({
    id: z.string(),
    moderatorId: z.string(),
    name: z.string(),
    badge: Badge,
    body: Body,
    /** As it was typed. */
    source: z.string(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'StaffAnswer' });

/** What a colleague has noted; never on any public route. Its writer may delete it. */
export const Note = z
  .strictObject({
    id: z.string(),
    moderatorId: z.string(),
    by: z.string(),
    at: z.iso.datetime(),
    body: z.string(),
  })
  .meta({ id: 'Note' });

/** Who has put a comment on top of its thread, and when. */
export const Featuring = z
  .strictObject({ by: z.string(), at: z.iso.datetime() })
  .meta({ id: 'Featuring' });

export type Note = z.infer<typeof Note>;
export type StaffAnswer = z.infer<typeof StaffAnswer>;
