import type { Moderator } from './decision.ts';
import { findWrong, type PeopleDeps, type Rights, type RightsError } from './people.ts';
import { fail, ok, type Result } from './result.ts';

export type Invitation = {
  id: string;
  email: string;
  rights: Rights;
  /** The inviting admin's name at that time. */
  invitedBy: string;
  createdAt: Date;
  expiresAt: Date;
};

/** `token` opens the desk to whoever holds it, so it is told once and only kept hashed. */
export type Invited = { invitation: Invitation; token: string };

/** Who takes an invitation up, and the session that they get with it. */
export type Newcomer = {
  id: string;
  name: string;
  at: Date;
  session: { id: string; token: string; userAgent: string | null; expiresAt: Date };
};

export type Joining = { invitation: Invitation; hash: string; now: Date; newcomer: Newcomer };

export type JoinError = 'invitation-used' | 'already-moderator';

export type InviteError = RightsError | { kind: 'already-moderator' };

export type InviteDeps = Pick<PeopleDeps, 'listSiteKeys'> & {
  isModerator(email: string): Promise<boolean>;
  newId(now: Date): string;
  newToken(): Promise<{ token: string; hash: string }>;
  hashToken(token: string): Promise<string>;
  storeInvitation(entry: { invitation: Invitation; inviter: string; hash: string }): Promise<void>;
  findInvitation(id: string): Promise<Invitation | null>;
  /** null for a token that was used, replaced, revoked, or is too old. */
  findInvited(ask: { hash: string; now: Date }): Promise<Invitation | null>;
  /** All or nothing, and once: of two who bring the same token one gets in. */
  join(joining: Joining): Promise<boolean>;
};

/** How long an invitation is good. */
export const INVITATION_MS = 7 * 24 * 60 * 60 * 1000;

/** Invites an address; what it was invited to before is replaced and its earlier link is worth nothing. */
export async function invite(
  deps: InviteDeps,
  ask: { email: string; rights: Rights; by: Moderator; now: Date },
): Promise<Result<Invited, InviteError>> {
  const { rights, now } = ask;
  const email = ask.email.toLowerCase();
  const wrong = await findWrong(deps, rights);
  if (wrong !== null) return fail(wrong);
  if (await deps.isModerator(email)) return fail({ kind: 'already-moderator' });
  const invitation = { id: deps.newId(now), email, rights };
  return ok(await send(deps, { invitation, by: ask.by, now }));
}

/** A new link for the same, good for as long as the first was; null where there is no such invitation. */
export async function inviteAgain(
  deps: InviteDeps,
  ask: { id: string; by: Moderator; now: Date },
): Promise<Invited | null> {
  const invitation = await deps.findInvitation(ask.id);
  return invitation === null ? null : send(deps, { ...ask, invitation });
}

async function send(
  deps: InviteDeps,
  ask: { invitation: Pick<Invitation, 'id' | 'email' | 'rights'>; by: Moderator; now: Date },
): Promise<Invited> {
  const { by, now } = ask;
  const { id, email, rights } = ask.invitation;
  const expiresAt = new Date(now.getTime() + INVITATION_MS);
  const invitation = { id, email, rights, invitedBy: by.name, createdAt: now, expiresAt };
  const { token, hash } = await deps.newToken();
  await deps.storeInvitation({ invitation, inviter: by.id, hash });
  return { invitation, token };
}

/** Whatever fails on the way, the invitation is good again: it goes when its person and session come. */
export async function acceptInvitation(
  deps: InviteDeps,
  { token, now, newcomer }: { token: string; now: Date; newcomer: Newcomer },
): Promise<Result<Newcomer, JoinError>> {
  const hash = await deps.hashToken(token);
  const invitation = await deps.findInvited({ hash, now });
  if (invitation === null) return fail('invitation-used');
  if (await deps.isModerator(invitation.email)) return fail('already-moderator');
  const joined = await deps.join({ invitation, hash, now, newcomer });
  return joined ? ok(newcomer) : fail('invitation-used');
}
