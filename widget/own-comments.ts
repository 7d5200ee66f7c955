import { keep, recall } from './storage.ts';
import { type Place, threadName } from './view.ts';

/** A comment that was sent from this browser, and the proof of it. */
export type Kept = {
  id: string;
  thread: string;
  token: string;
  at: number;
  /** Its author has deleted it, and the service may not have heard yet. */
  gone?: boolean;
};

const LONGEST_MS = 2_592_000_000;
const MOST = 50;

const nameOf = ({ site }: Place): string => `belowline:own:${site}`;

/** The comments of this thread that were sent from this browser in the last thirty days. */
export function keptComments(place: Place): Kept[] {
  return recall<Kept[]>(nameOf(place), []).filter(({ thread }) => thread === threadName(place));
}

/** Keeps the proof of a comment just sent; what is old leaves. */
export function keepComment(place: Place, { id, token }: { id: string; token: string }): void {
  const at = Date.now();
  const others = recall<Kept[]>(nameOf(place), []).filter((kept) => at - kept.at < LONGEST_MS);
  keep(nameOf(place), [...others, { id, thread: threadName(place), token, at }].slice(-MOST));
}

export function forgetComment(place: Place, id: string): void {
  const kept = recall<Kept[]>(nameOf(place), []);
  keep(
    nameOf(place),
    kept.filter((comment) => comment.id !== id),
  );
}

/** Notes that its author deleted a comment, or took that back. */
export function markGone(place: Place, { id, gone }: { id: string; gone: boolean }): void {
  const kept = recall<Kept[]>(nameOf(place), []);
  keep(
    nameOf(place),
    kept.map((comment) => (comment.id === id ? { ...comment, gone } : comment)),
  );
}
