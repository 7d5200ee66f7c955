import type { Seal } from './seal.ts';

export type Challenges = {
  /** `whose` is what it may be answered for: a moderator's id, or signing in. */
  make(whose: string): Promise<string>;
  /** As the browser sends it back: base64url of the challenge's text. */
  isOurs(sent: string, whose: string): Promise<boolean>;
  /** False the second time. */
  useUp(sent: string): Promise<boolean>;
};

const GOOD_FOR_MS = 5 * 60 * 1000;

type Parts = {
  seal: Seal;
  now: () => Date;
  /** False for one that was taken before. */
  take: (taken: { challenge: string; expiresAt: Date; now: Date }) => Promise<boolean>;
};

/**
 * Signed, so that handing one out stores nothing and strangers cannot fill a table by asking; used
 * up when it is answered rightly, so that no answer counts twice.
 */
export function makeChallenges({ seal, now, take }: Parts): Challenges {
  return {
    async make(whose) {
      const until = now().getTime() + GOOD_FOR_MS;
      const text = `${until}.${crypto.randomUUID()}`;
      return `${text}.${await seal.sign('passkey', `${whose} ${text}`)}`;
    },
    async isOurs(sent, whose) {
      const { text, until, signature } = read(sent);
      if (!(until > now().getTime())) return false;
      return seal.verify('passkey', { text: `${whose} ${text}`, signature });
    },
    useUp: (sent) =>
      take({ challenge: `passkey ${sent}`, expiresAt: new Date(read(sent).until), now: now() }),
  };
}

function read(sent: string): { text: string; until: number; signature: string } {
  const all = atob(sent.replaceAll('-', '+').replaceAll('_', '/'));
  const [until = '', nonce = '', signature = ''] = all.split('.');
  return { text: `${until}.${nonce}`, until: Number(until), signature };
}
