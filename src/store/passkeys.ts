import type { Passkey } from '../domain/passkey.ts';
import { type Database, rowsOf } from './database.ts';

type PasskeyRow = {
  id: string;
  moderator_id: string;
  name: string;
  public_key: string;
  counter: number;
  transports: string;
  created_at: number;
  last_used_at: number | null;
};

const COLUMNS = 'id, moderator_id, name, public_key, counter, transports, created_at, last_used_at';
/** A person's; more are refused. */
const MOST = 20;

export async function listPasskeys(db: Database, moderatorId: string): Promise<Passkey[]> {
  const [result] = await db.read([
    db.sql(
      `SELECT ${COLUMNS} FROM passkeys WHERE moderator_id = ?1 ORDER BY created_at, id`,
      moderatorId,
    ),
  ]);
  return rowsOf<PasskeyRow>(result).map(toPasskey);
}

export async function findPasskey(db: Database, id: string): Promise<Passkey | null> {
  const [result] = await db.read([db.sql(`SELECT ${COLUMNS} FROM passkeys WHERE id = ?1`, id)]);
  return rowsOf<PasskeyRow>(result).map(toPasskey)[0] ?? null;
}

/** False where the key is known already, or where its owner has too many. */
export async function storePasskey(db: Database, passkey: Passkey): Promise<boolean> {
  const [stored] = await db.write([
    db.sql(
      `INSERT INTO passkeys (id, moderator_id, name, public_key, counter, transports, created_at)
       SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7
       WHERE (SELECT COUNT(*) FROM passkeys WHERE moderator_id = ?2) < ${MOST}
       ON CONFLICT DO NOTHING RETURNING id`,
      passkey.id,
      passkey.moderatorId,
      passkey.name,
      passkey.publicKey,
      passkey.counter,
      JSON.stringify(passkey.transports),
      passkey.createdAt.getTime(),
    ),
  ]);
  return rowsOf(stored).length === 1;
}

/** False where another use has counted further meanwhile, which a device that counts never does. */
export async function countPasskeyUse(
  db: Database,
  { id, counter, now }: { id: string; counter: number; now: Date },
): Promise<boolean> {
  const [used] = await db.write([
    db.sql(
      `UPDATE passkeys SET counter = ?2, last_used_at = ?3
       WHERE id = ?1 AND (counter < ?2 OR (counter = 0 AND ?2 = 0)) RETURNING id`,
      id,
      counter,
      now.getTime(),
    ),
  ]);
  return rowsOf(used).length === 1;
}

type Own = { id: string; moderatorId: string };

export async function renamePasskey(
  db: Database,
  { id, moderatorId, name }: Own & { name: string },
): Promise<boolean> {
  const [renamed] = await db.write([
    db.sql(
      'UPDATE passkeys SET name = ?3 WHERE id = ?1 AND moderator_id = ?2 RETURNING id',
      id,
      moderatorId,
      name,
    ),
  ]);
  return rowsOf(renamed).length === 1;
}

export async function removePasskey(db: Database, { id, moderatorId }: Own): Promise<boolean> {
  const [removed] = await db.write([
    db.sql(
      'DELETE FROM passkeys WHERE id = ?1 AND moderator_id = ?2 RETURNING id',
      id,
      moderatorId,
    ),
  ]);
  return rowsOf(removed).length === 1;
}

function toPasskey(row: PasskeyRow): Passkey {
  return {
    id: row.id,
    moderatorId: row.moderator_id,
    name: row.name,
    publicKey: row.public_key,
    counter: row.counter,
    transports: JSON.parse(row.transports) as string[],
    createdAt: new Date(row.created_at),
    lastUsedAt: row.last_used_at === null ? null : new Date(row.last_used_at),
  };
}
