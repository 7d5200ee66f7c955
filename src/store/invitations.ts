import type { Invitation, Joining } from '../domain/invite.ts';
import { type SiteRole, toFields } from '../domain/people.ts';
import { type Database, rowsOf } from './database.ts';

type InvitationRow = {
  id: string;
  email: string;
  admin: number;
  sites: string;
  inviter: string;
  created_at: number;
  expires_at: number;
};

const COLUMNS = 'id, email, admin, sites, inviter, created_at, expires_at';

/** Open ones, also those that are too old: an admin may want to send them again. */
export async function listInvitations(db: Database): Promise<Invitation[]> {
  const [result] = await db.read([
    db.sql(`SELECT ${COLUMNS} FROM invitations ORDER BY created_at DESC, email`),
  ]);
  return rowsOf<InvitationRow>(result).map(toInvitation);
}

export async function findInvitation(db: Database, id: string): Promise<Invitation | null> {
  const [result] = await db.read([db.sql(`SELECT ${COLUMNS} FROM invitations WHERE id = ?1`, id)]);
  return rowsOf<InvitationRow>(result).map(toInvitation)[0] ?? null;
}

/** In the place of what this address was invited to before. */
export async function storeInvitation(
  db: Database,
  entry: { invitation: Invitation; inviter: string; hash: string },
): Promise<void> {
  const { id, email, rights, invitedBy, createdAt, expiresAt } = entry.invitation;
  await db.write([
    db.sql('DELETE FROM invitations WHERE email = ?1 OR id = ?2', email, id),
    db.sql(
      `INSERT INTO invitations (id, email, admin, sites, token_hash, invited_by, inviter, created_at, expires_at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)`,
      id,
      email,
      rights.admin ? 1 : 0,
      JSON.stringify(rights.sites),
      entry.hash,
      entry.inviter,
      invitedBy,
      createdAt.getTime(),
      expiresAt.getTime(),
    ),
  ]);
}

/** Whoever invited may have left since, also by the command line. */
const IS_GOOD = `token_hash = ?1 AND expires_at > ?2 AND EXISTS
  (SELECT 1 FROM moderators m
   WHERE m.id = invited_by AND m.role = 'admin' AND m.deactivatedAt IS NULL)`;

export async function findInvited(
  db: Database,
  { hash, now }: { hash: string; now: Date },
): Promise<Invitation | null> {
  const [result] = await db.read([
    db.sql(`SELECT ${COLUMNS} FROM invitations WHERE ${IS_GOOD}`, hash, now.getTime()),
  ]);
  return rowsOf<InvitationRow>(result).map(toInvitation)[0] ?? null;
}

/**
 * The person, their first session, and the end of the invitation, in one transaction. False where it
 * was taken up or revoked meanwhile, or its address belongs to somebody here.
 */
export async function joinByInvitation(
  db: Database,
  { invitation, hash, now, newcomer }: Joining,
): Promise<boolean> {
  const { role, sites, editorOf } = toFields(invitation.rights);
  const { id, name, session } = newcomer;
  const at = newcomer.at.toISOString();
  const [joined] = await db.write([
    db.sql(
      `INSERT INTO moderators
         (id, name, email, emailVerified, createdAt, updatedAt, role, sites, editorOf)
       SELECT ?3, ?4, email, 1, ?5, ?5, ?6, ?7, ?8 FROM invitations i
       WHERE ${IS_GOOD} AND NOT EXISTS (SELECT 1 FROM moderators o WHERE o.email = i.email)
       RETURNING id`,
      hash,
      now.getTime(),
      id,
      name,
      at,
      role,
      JSON.stringify(sites),
      JSON.stringify(editorOf),
    ),
    db.sql(
      `INSERT INTO sessions (id, expiresAt, token, createdAt, updatedAt, userAgent, userId)
       SELECT ?1, ?2, ?3, ?4, ?4, ?5, id FROM moderators WHERE id = ?6`,
      session.id,
      session.expiresAt.toISOString(),
      session.token,
      at,
      session.userAgent,
      id,
    ),
    db.sql(
      'DELETE FROM invitations WHERE token_hash = ?1 AND EXISTS (SELECT 1 FROM moderators WHERE id = ?2)',
      hash,
      id,
    ),
  ]);
  return rowsOf(joined).length === 1;
}

/** False where there is no such invitation. */
export async function removeInvitation(db: Database, id: string): Promise<boolean> {
  const [removed] = await db.write([
    db.sql('DELETE FROM invitations WHERE id = ?1 RETURNING id', id),
  ]);
  return rowsOf(removed).length === 1;
}

function toInvitation(row: InvitationRow): Invitation {
  return {
    id: row.id,
    email: row.email,
    rights: { admin: row.admin === 1, sites: JSON.parse(row.sites) as SiteRole[] },
    invitedBy: row.inviter,
    createdAt: new Date(row.created_at),
    expiresAt: new Date(row.expires_at),
  };
}
