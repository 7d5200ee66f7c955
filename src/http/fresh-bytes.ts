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

type Entry = { rendered: Rendered; madeAt: number };

/** Short enough that a removed comment is gone within seconds, long enough to carry a rush. */
const FRESH_MS = 2_000;
/** An isolate has 128 MB for everything; anybody can ask for many different answers. */
const MOST_BYTES = 16 * 1024 * 1024;

/** Bytes only, never a promise: an isolate's requests must not wait for each other's I/O. */
export function makeFreshBytes(clock: Clock): FreshBytes {
  // A map keeps the order of setting, so its first entry is the one that was used longest ago.
  const entries = new Map<string, Entry>();
  let size = 0;
  let expiries = 0;

  function put(key: string, entry: Entry): void {
    take(key);
    entries.set(key, entry);
    size += entry.rendered.bytes.length;
    for (const oldest of entries.keys()) {
      if (size <= MOST_BYTES) break;
      take(oldest);
    }
  }

  function take(key: string): Entry | undefined {
    const entry = entries.get(key);
    if (entry !== undefined && entries.delete(key)) size -= entry.rendered.bytes.length;
    return entry;
  }

  return {
    get: async (key, make) => {
      const known = take(key);
      if (known !== undefined) put(key, known);
      const startedAt = clock.now();
      if (known !== undefined && startedAt - known.madeAt < FRESH_MS) return ok(known.rendered);
      const before = expiries;
      try {
        const made = await make();
        // What was read before an expiry may miss the write that caused it.
        const madeAt = expiries === before ? startedAt : 0;
        if (made.ok) put(key, { rendered: made.value, madeAt });
        return made;
      } catch (error) {
        if (known === undefined || !clock.isOutage(error)) throw error;
        return ok(known.rendered);
      }
    },
    expire: (prefix) => {
      expiries += 1;
      for (const [key, entry] of entries) if (key.startsWith(prefix)) entry.madeAt = 0;
    },
  };
}
