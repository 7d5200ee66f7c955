import type { Database } from './database.ts';

const MINUTE_MS = 60_000;
/** Likes and reports of one network in a minute. */
const MOST_A_MINUTE = 30;

type Act = { rate: string | null; now: Date };

/**
 * Counts an act of a network, for statements that follow in the same batch: the second of these
 * two answers a row, and `changes()` is 1 after it, unless the network does too much.
 */
export function countAct(db: Database, { rate, now }: Act): D1PreparedStatement[] {
  const at = now.getTime();
  return [
    db.sql('DELETE FROM reader_acts WHERE at <= ?1', at - MINUTE_MS),
    db.sql(
      `INSERT INTO reader_acts (network_hash, at) SELECT ?1, ?2
       WHERE ?1 = '' OR (SELECT COUNT(*) FROM reader_acts WHERE network_hash = ?1 AND at > ?3) < ?4
       RETURNING 1`,
      // Where the platform names no address, nothing can be counted by it.
      rate ?? '',
      at,
      at - MINUTE_MS,
      MOST_A_MINUTE,
    ),
  ];
}
