import { env } from 'cloudflare:workers';
import { type Service, signInModerator } from './client.ts';

/** What routes of the desk are asked about, each made anew on the site `planet`. */
export function deskWorld(service: Service) {
  let made = 0;
  const someone = (role: 'moderator' | 'admin') => {
    made += 1;
    return signInModerator(service, { name: `Made${made}`, role, sites: ['planet'] });
  };
  /** The id of a held comment in its first version. */
  const comment = async () => (await service.post()).comment.id;
  return {
    comment,
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
