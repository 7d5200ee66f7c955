import * as z from 'zod';
import { QueueItem } from './desk.ts';

/** Ids, with commas between them, at most 100. */
export const CardsQuery = z.strictObject({
  ids: z.string().regex(/^[0-9a-z]{20}(?:,[0-9a-z]{20}){0,99}$/, 'At most 100 ids of comments.'),
});

/** Comments as they stand now, whatever queue they are in; what is not the moderator’s is left out. */
export const Cards = z.strictObject({ items: z.array(QueueItem) }).meta({ id: 'Cards' });

export type Cards = z.infer<typeof Cards>;
