import type { Act } from './decision-flow.ts';

/** Decisions not yet answered, kept for a reload of this tab only. */
const KEY = 'belowline-desk-outbox';

type Outbox = { moderator: string; acts: readonly Act[] };

/** An empty list clears what was kept. A full or forbidden storage is no reason to stop. */
export function keepOutbox(outbox: Outbox): void {
  try {
    if (outbox.acts.length === 0) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, JSON.stringify(outbox));
  } catch {
    // The page still warns before it is left.
  }
}

/** What an earlier visit left; null where there is nothing, or nothing that can be read. */
export function readOutbox(): Outbox | null {
  try {
    const outbox: Outbox | null = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
    return outbox !== null && Array.isArray(outbox.acts) ? outbox : null;
  } catch {
    return null;
  }
}
