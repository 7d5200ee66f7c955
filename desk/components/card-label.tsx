import type { QueueItem } from '../../src/contract/desk.ts';
import { lookers, marks } from '../colleagues.ts';
import { exactTime, relativeTime } from '../relative-time.ts';
import { now } from '../store.ts';

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
        {mark.at !== undefined && <When at={mark.at} />}
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

/** The label shows nothing beyond its line: the exact time is the browser's to show. */
function When({ at }: { at: string }) {
  const ms = Date.parse(at);
  return (
    <>
      {', '}
      <time dateTime={at} title={exactTime(ms)}>
        {relativeTime(ms, now.value)}
      </time>
    </>
  );
}
