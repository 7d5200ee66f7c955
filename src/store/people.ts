import type { Role } from '../domain/decision.ts';
import { type Person, type PersonChange, toFields, toRights } from '../domain/people.ts';
import { type Database, rowsOf } from './database.ts';

type PersonRow = {
  id: string;
  name: string;
  email: string;
  role: Role;
  sites: string;
  editorOf: string;
  createdAt: string;
  lastSeenAt: string | null;
  deactivatedAt: string | null;
  twoFactorEnabled: number;
  passkeys: number;
};

const SELECT = `SELECT id, name, email, role, sites, editorOf, createdAt, lastSeenAt, deactivatedAt,
  twoFactorEnabled, (SELECT COUNT(*) FROM passkeys p WHERE p.moderator_id = m.id) AS passkeys
  FROM moderators m`;

/** Everybody, those who left as well, by name. */
export async function listPeople(db: Database): Promise<Person[]> {
  const [result] = await db.read([db.sql(`${SELECT} ORDER BY name COLLATE NOCASE, email`)]);
  return rowsOf<PersonRow>(result).map(toPerson);
}

export async function findPerson(db: Database, id: string): Promise<Person | null> {
  const [result] = await db.read([db.sql(`${SELECT} WHERE id = ?1`, id)]);
  return rowsOf<PersonRow>(result).map(toPerson)[0] ?? null;
}

/** `email` in lower case. */
export async function findPersonByEmail(db: Database, email: string): Promise<Person | null> {
  const [result] = await db.read([db.sql(`${SELECT} WHERE email = ?1`, email)]);
  return rowsOf<PersonRow>(result).map(toPerson)[0] ?? null;
}

/**
 * What is null stays as it is by then: two admins may change two things of one person at once. Who is
 * no longer active loses every session, who is no admin what they invited others to.
 */
export async function storePerson(
  db: Database,
  { id, rights, active, now }: PersonChange,
): Promise<'done' | 'last-admin'> {
  const fields = rights === null ? null : toFields(rights);
  const at = now.toISOString();
  const [stored] = await db.write([
    db.sql(
      `UPDATE moderators SET role = COALESCE(?2, role), sites = COALESCE(?3, sites),
         editorOf = COALESCE(?4, editorOf), updatedAt = ?6,
         deactivatedAt = CASE WHEN ?5 IS NULL THEN deactivatedAt WHEN ?5 THEN NULL
           ELSE COALESCE(deactivatedAt, ?6) END
       WHERE id = ?1 AND ((COALESCE(?2, role) = 'admin' AND COALESCE(?5, deactivatedAt IS NULL))
         OR role <> 'admin' OR deactivatedAt IS NOT NULL
         OR EXISTS (SELECT 1 FROM moderators o
                    WHERE o.id <> ?1 AND o.role = 'admin' AND o.deactivatedAt IS NULL))
       RETURNING id`,
      id,
      fields?.role ?? null,
      fields && JSON.stringify(fields.sites),
      fields && JSON.stringify(fields.editorOf),
      active === null ? null : Number(active),
      at,
    ),
    db.sql(
      `DELETE FROM sessions WHERE userId = ?1
         AND (SELECT deactivatedAt FROM moderators WHERE id = ?1) IS NOT NULL`,
      id,
    ),
    db.sql(
      `DELETE FROM invitations WHERE invited_by = ?1 AND NOT EXISTS
         (SELECT 1 FROM moderators WHERE id = ?1 AND role = 'admin' AND deactivatedAt IS NULL)`,
      id,
    ),
  ]);
  return rowsOf(stored).length === 1 ? 'done' : 'last-admin';
}

/** Off with the second factor of who lost it: codes, recovery codes, passkeys and every session. */
export async function resetFactors(db: Database, id: string): Promise<void> {
  await db.write([
    db.sql('UPDATE moderators SET twoFactorEnabled = 0 WHERE id = ?1', id),
    db.sql('DELETE FROM second_factors WHERE userId = ?1', id),
    db.sql('DELETE FROM passkeys WHERE moderator_id = ?1', id),
    db.sql('DELETE FROM sessions WHERE userId = ?1', id),
  ]);
}

function toPerson(row: PersonRow): Person {
  const { id, name, email, role } = row;
  const keysOf = (json: string) => JSON.parse(json) as string[];
  const fields = { role, sites: keysOf(row.sites), editorOf: keysOf(row.editorOf) };
  return {
    id,
    name,
    email,
    rights: toRights(fields),
    active: row.deactivatedAt === null,
    createdAt: new Date(row.createdAt),
    lastSeenAt: row.lastSeenAt === null ? null : new Date(row.lastSeenAt),
    secondFactor: row.twoFactorEnabled === 1,
    passkeys: row.passkeys,
  };
}
