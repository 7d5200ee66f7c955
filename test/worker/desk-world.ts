import { env } from 'cloudflare:workers';
import { storeInvitation } from '../../src/store/invitations.ts';
import { storePasskey } from '../../src/store/passkeys.ts';
import { findPersonByEmail } from '../../src/store/people.ts';
import { NOW } from '../support/builders.ts';
import { db, type Service, signInModerator } from './client.ts';

/** What routes of the desk are asked about, each made anew on the site `planet`. */
export function deskWorld(service: Service) {
  let made = 0;
  const someone = (role: 'moderator' | 'admin') => {
    made += 1;
    return signInModerator(service, { name: `Made${made}`, role, sites: ['planet'] });
  };
  /** The id of a held comment in its first version. */
  const comment = async () => (await service.post()).comment.id;
  /** The id of a moderator. */
  const person = async () => {
    const { email } = await someone('moderator');
    const found = await findPersonByEmail(db, email);
    if (found === null) throw new Error('nobody was added');
    return found.id;
  };
  return {
    comment,
    person,
    /** The id of a passkey of somebody else. */
    async foreignPasskey(): Promise<string> {
      const key = { id: `key${made}`, name: 'Theirs', publicKey: 'AA', counter: 0, transports: [] };
      const moderatorId = await person();
      await storePasskey(db, { ...key, moderatorId, createdAt: NOW, lastUsedAt: null });
      return key.id;
    },
    /** The id of an invitation that nobody has taken up. */
    async invitation(): Promise<string> {
      const invitation = {
        id: 'invitation',
        email: 'late@paper.example',
        rights: { admin: true, sites: [] },
        invitedBy: 'Adam',
        createdAt: NOW,
        expiresAt: new Date(NOW.getTime() + 1000),
      };
      await storeInvitation(db, { invitation, inviter: 'adam', hash: 'hash' });
      return invitation.id;
    },
    /** The id of a decision that nobody has taken back. */
    async decision(): Promise<string> {
      const colleague = await someone('moderator');
      const { results } = await colleague.decide({
        commentId: await comment(),
        version: 1,
        to: 'published',
      });
      const [result] = results;
      if (result?.result !== 'done') throw new Error('nothing was decided');
      return result.decisionId;
    },
    /** The id of a measure that is in force. */
    async measure(): Promise<string> {
      const { headers } = await someone('moderator');
      const path = `/api/v1/desk/comments/${await comment()}/measures`;
      const { text } = await service.send(path, { json: { kind: 'hold', days: 7 }, headers });
      return JSON.parse(text).measure.id;
    },
    /** The id of a session of somebody else. */
    async foreignSession(): Promise<string> {
      const { email } = await someone('moderator');
      const id = await env.DB.prepare(
        'SELECT s.id FROM sessions s JOIN moderators m ON m.id = s.userId WHERE m.email = ?',
      )
        .bind(email)
        .first<string>('id');
      return id ?? '';
    },
  };
}

export type World = ReturnType<typeof deskWorld>;
