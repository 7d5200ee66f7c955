import { exactTime, relativeTime } from '../relative-time.ts';
import { now } from '../store.ts';

/** How long ago, with the exact time on hover and on focus. */
export function Time({ at, focusable }: { at: string; focusable?: boolean }) {
  const ms = Date.parse(at);
  return (
    <time dateTime={at} tabIndex={focusable === true ? 0 : undefined}>
      {relativeTime(ms, now.value)}
      <span class="exact">{exactTime(ms)}</span>
    </time>
  );
}
