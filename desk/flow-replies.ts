import type { QueueItem } from '../src/contract/desk.ts';
import { bringBack, cardOf, dismiss, type Flow } from './decision-flow.ts';

/** A comment as it stands now, on the card that shows it; where none does, nothing changes. */
export function refresh(flow: Flow, item: QueueItem): Flow {
  const card = cardOf(flow, item.id);
  return card === undefined ? flow : bringBack(flow, { ...card, item });
}

/** A comment that was published along with the answer to it: its card leaves as after "Publish". */
export function publishedByReply(
  flow: Flow,
  { before, after, decisionId }: { before: QueueItem; after: QueueItem; decisionId: string },
): Flow {
  const key = flow.nextKey;
  const rest = dismiss(flow, before.id);
  return {
    ...rest,
    past: [...rest.past, { key, item: before, to: 'published', decisionId }],
    known: new Map(rest.known).set(after.id, after.version),
    nextKey: key + 1,
  };
}
