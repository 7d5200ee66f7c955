import * as z from 'zod';
import { AskedProof } from './proof.ts';

/** One field that was refused. `code` is stable for programs, `message` is for people. */
export const FieldError = z
  .strictObject({ field: z.string(), code: z.string(), message: z.string() })
  .meta({ id: 'FieldError' });

/** RFC 9457. The last segment of `type` is a stable code, e.g. `/problems/thread-closed`. */
export const Problem = z
  .strictObject({
    type: z.string().regex(/^\/problems\/[a-z0-9-]+$/),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    /** Names one failure in the service's log. */
    instance: z.string().optional(),
    errors: z.array(FieldError).optional(),
    /** With `proof-needed`: the proof to send the same comment again with. */
    proof: AskedProof.optional(),
  })
  .meta({ id: 'Problem' });

export type FieldError = z.infer<typeof FieldError>;
export type Problem = z.infer<typeof Problem>;
