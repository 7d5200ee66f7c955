import type { QueueItem } from '../../src/contract/desk.ts';
import { lookers, marks } from '../colleagues.ts';

/**
 * What a colleague does or did with this comment. It stands on the line between two cards, takes no
 * room and so moves nothing.
 */
export function CardLabel({ item, isQuiet }: { item: QueueItem; isQuiet: boolean }) {
  const mark = marks.value.get(item.id);
  const looker = lookers.value.get(item.id);
  if (mark !== undefined && !isQuiet) {
    return (
      <p class={mark.isSettled ? 'label is-settled' : 'label'}>
        <bdi>{mark.words}</bdi>
      </p>
    );
  }
  if (looker === undefined) return null;
  return (
    <p class="label">
      <bdi>{looker} looking at this</bdi>
    </p>
  );
}
