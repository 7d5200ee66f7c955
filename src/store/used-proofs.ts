import { type Database, rowsOf } from './database.ts';

type Taken = { challenge: string; expiresAt: Date; now: Date };

/** Uses a proof up; false when it was used before. Of two at once exactly one is told true. */
export async function takeChallenge(
  db: Database,
  { challenge, expiresAt }: Taken,
): Promise<boolean> {
  const [taken] = await db.write([
    db.sql(
      `INSERT INTO used_proofs (expires_at, challenge) VALUES (?1, ?2)
       ON CONFLICT DO NOTHING RETURNING challenge`,
      expiresAt.getTime(),
      challenge,
    ),
  ]);
  return rowsOf(taken).length === 1;
}

/**
 * Forgets two proofs that are too old to be used again: more than one, so that the table shrinks
 * after a flood. Done when a challenge is handed out, so that no comment pays for it.
 */
export async function sweepProofs(db: Database, now: Date): Promise<void> {
  await db.write([
    db.sql(
      `DELETE FROM used_proofs WHERE (expires_at, challenge) IN
         (SELECT expires_at, challenge FROM used_proofs WHERE expires_at < ?1
          ORDER BY expires_at LIMIT 2)`,
      now.getTime(),
    ),
  ]);
}
