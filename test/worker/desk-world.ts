import { env } from 'cloudflare:workers';
import { findComments } from '../../src/store/comments.ts';
import { storeInvitation } from '../../src/store/invitations.ts';
import { storePasskey } from '../../src/store/passkeys.ts';
import { findPersonByEmail } from '../../src/store/people.ts';
import { NOW } from '../support/builders.ts';
import { db, PAPER, type Service, signInModerator } from './client.ts';

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
  const published = async () => {
    const [id, colleague] = [await comment(), await someone('moderator')];
    await colleague.decide({ commentId: id, version: 1, to: 'published' });
    return id;
  };
  const freePage = () => {
    made += 1;
    return `${PAPER}/page-${made}`;
  };
  /** The id of a thread of its own page, as nobody has touched it. */
  const thread = async () => {
    const { comment: one } = await service.post({ url: freePage() });
    const [held] = await findComments(db, [one.id]);
    return held?.threadId ?? '';
  };
  return {
    comment,
    published,
    person,
    freePage,
    thread,
    /** A thread and the id of an act about it that an editor may take back. */
    async actOnThread(): Promise<[string, string]> {
      const [id, { headers }] = [await thread(), await someone('admin')];
      const path = `/api/v1/desk/threads/${id}`;
      const json = { version: 1, announcement: 'At noon.' };
      const { text } = await service.send(path, { method: 'PATCH', json, headers });
      return [id, JSON.parse(text).acts[0].id];
    },
    /** The id of a bulk of somebody else. */
    async foreignBulk(): Promise<string> {
      const { headers } = await someone('moderator');
      const of = { kind: 'queue', queue: 'held', site: 'planet' };
      const json = { of, to: 'rejected' };
      return JSON.parse((await service.send('/api/v1/desk/bulks', { json, headers })).text).id;
    },
    /** The id of a saved reply. */
    async savedReply(): Promise<string> {
      const { headers } = await someone('admin');
      const json = { title: 'Thanks', body: 'Thank you for writing.' };
      const path = '/api/v1/desk/sites/planet/replies';
      return JSON.parse((await service.send(path, { json, headers })).text).id;
    },
    /** The id of a note of somebody else. */
    async foreignNote(): Promise<string> {
      const { headers } = await someone('moderator');
      const path = `/api/v1/desk/comments/${await comment()}/notes`;
      const { text } = await service.send(path, { json: { body: 'Seen before.' }, headers });
      return JSON.parse(text).item.notes[0].id;
    },
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
