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

export type StaffAnswer = z.infer<typeof StaffAnswer>;
