import { signal } from '@preact/signals';
import { dialog, session } from './store.ts';

/** A rejection that waits for its reason. */
export type Rejecting = {
  /** What the list is called. */
  name: string;
  reasons: readonly string[];
  reject: (reason: string) => void;
};

export const rejecting = signal<Rejecting | null>(null);

/** Shows the list, in which each reason has a key; where there are none, nothing happens. */
export function askReason(asked: Rejecting): void {
  if (asked.reasons.length === 0) return;
  rejecting.value = asked;
  dialog.value = 'reasons';
}

/** What a site rejects comments for, at most nine. */
function reasonsOf(site: string): readonly string[] {
  return session.value?.sites.find(({ key }) => key === site)?.rejectReasons ?? [];
}

/** What all of these sites reject comments for: a reason that one does not know is none of its own. */
export function commonReasons(sites: Iterable<string>): readonly string[] {
  const [first = [], ...others] = [...new Set(sites)].map(reasonsOf);
  return first.filter((reason) => others.every((reasons) => reasons.includes(reason)));
}
