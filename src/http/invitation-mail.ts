import type { Invitation } from '../domain/invite.ts';
import type { Mail } from '../remote/mail.ts';

/** Names nothing that a stranger chose: the inviter is one of the desk, the address the recipient's. */
export function writeInvitation({ email, invitedBy, expiresAt }: Invitation, link: string): Mail {
  const until = expiresAt.toISOString().slice(0, 10);
  return {
    to: email,
    subject: 'You are invited to moderate comments',
    text: `${invitedBy.replace(/\s+/g, ' ')} invites you to the desk where readers’ comments are moderated.

Open this page and press its button:

${link}

The link works once, until ${until}. If you do not know what this is about, ignore it.
`,
  };
}
