import { ok, type Result } from '../domain/result.ts';

/** An answer ready to be sent, with the tag that names exactly these bytes. */
export type Rendered = {
  bytes: Uint8Array;
  etag: string;
  /** What the edge may be told to drop; null for nothing. */
  tag: string | null;
};

export type FreshBytes = {
  /**
   * The answer under this key, made anew when it is older than a moment. When making it throws an
   * outage, the last good answer is given instead, however old. A refusal is never kept.
   */
  get<E>(key: string, make: () => Promise<Result<Rendered, E>>): Promise<Result<Rendered, E>>;
  /** Answers under keys with this beginning are made anew; they stay as a fallback. */
  expire(prefix: string): void;
};

export type Clock = { now: () => number; isOutage: (error: unknown) => boolean };

type Entry = { rendered: Rendered | null; madeAt: number; expiries: number };

/** Short enough that a removed comment is gone within seconds, long enough to carry a rush. */
const FRESH_MS = 2_000;
const MOST_ENTRIES = 500;

/** Bytes only, never a promise: an isolate's requests must not wait for each other's I/O. */
export function makeFreshBytes(clock: Clock): FreshBytes {
  const entries = new Map<string, Entry>();
  return {
    get: async (key, make) => {
      const entry = entries.get(key) ?? { rendered: null, madeAt: 0, expiries: 0 };
      // Set again so that the map's order is the order of use, oldest first.
      entries.delete(key);
      entries.set(key, entry);
      dropOldest(entries);
      const isFresh = clock.now() - entry.madeAt < FRESH_MS;
      if (entry.rendered !== null && isFresh) return ok(entry.rendered);
      return renew(entry, { make, clock });
    },
    expire: (prefix) => {
      for (const [key, entry] of entries) {
        if (!key.startsWith(prefix)) continue;
        entry.madeAt = 0;
        entry.expiries += 1;
      }
    },
  };
}

async function renew<E>(
  entry: Entry,
  { make, clock }: { make: () => Promise<Result<Rendered, E>>; clock: Clock },
): Promise<Result<Rendered, E>> {
  const startedAt = clock.now();
  const { expiries } = entry;
  try {
    const made = await make();
    if (!made.ok) return made;
    entry.rendered = made.value;
    // What was read before an expiry may miss the write that caused it.
    if (entry.expiries === expiries) entry.madeAt = startedAt;
    return made;
  } catch (error) {
    if (entry.rendered === null || !clock.isOutage(error)) throw error;
    return ok(entry.rendered);
  }
}

function dropOldest(entries: Map<string, Entry>): void {
  const [oldest] = entries.keys();
  if (entries.size > MOST_ENTRIES && oldest !== undefined) entries.delete(oldest);
}
