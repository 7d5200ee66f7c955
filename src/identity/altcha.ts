import * as z from 'zod';
import type { Site } from '../domain/site.ts';
import type { Seal } from './seal.ts';

/**
 * Proof of work as ALTCHA (version 1) defines it: find the number whose SHA-256, together with the
 * salt, is the challenge. Issued and checked here, without a third party.
 *
 * The challenge, a hash of salt and number, is signed for its site. The salt must end in `&`:
 * digits could otherwise be moved between it and the number, which would change when it expires and
 * leave the hash as it is. With its number it fits into one block of the hash.
 */
export type Challenge = {
  algorithm: 'SHA-256';
  challenge: string;
  maxnumber: number;
  salt: string;
  signature: string;
};

export type Solution =
  | { kind: 'solved'; challenge: string; expiresAt: Date }
  | { kind: 'expired' }
  | { kind: 'invalid' };

/** A reader begins to write, is called away, and comes back: this long a challenge can be used. */
const LIFETIME_MS = 20 * 60_000;
const SALT = /^[0-9a-f]{24}\?expires=(\d{10})&$/;

export async function issueChallenge(
  seal: Seal,
  { site, now }: { site: Site; now: Date },
): Promise<Challenge> {
  const maxnumber = site.screening.proofCost;
  const expires = Math.floor((now.getTime() + LIFETIME_MS) / 1000);
  const random = toHex(crypto.getRandomValues(new Uint8Array(12)));
  const salt = `${random}?expires=${expires}&`;
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
  const challenge = await sha256(`${salt}${drawn % (maxnumber + 1)}`);
  const signature = await seal.sign('proof', `${site.key}\n${challenge}`);
  return { algorithm: 'SHA-256', challenge, maxnumber, salt, signature };
}

/** `token` is base64 of JSON, as ALTCHA's own widget sends it. */
export async function checkSolution(
  seal: Seal,
  { siteKey, token, now }: { siteKey: string; token: string; now: Date },
): Promise<Solution> {
  const payload = readPayload(token);
  if (payload === null) return { kind: 'invalid' };
  const { challenge, salt, number, signature } = payload;
  const [, expires] = SALT.exec(salt) ?? [];
  const isSolved = expires !== undefined && (await sha256(`${salt}${number}`)) === challenge;
  const text = `${siteKey}\n${challenge}`;
  if (!isSolved || !(await seal.verify('proof', { text, signature }))) return { kind: 'invalid' };
  const expiresAt = new Date(Number(expires) * 1000);
  return expiresAt <= now ? { kind: 'expired' } : { kind: 'solved', challenge, expiresAt };
}

const Payload = z.object({
  algorithm: z.literal('SHA-256'),
  challenge: z.string().regex(/^[0-9a-f]{64}$/),
  number: z.int().min(0),
  salt: z.string(),
  signature: z.string(),
});

function readPayload(token: string): z.infer<typeof Payload> | null {
  try {
    const payload = Payload.safeParse(JSON.parse(atob(token)));
    return payload.success ? payload.data : null;
  } catch {
    return null;
  }
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return toHex(new Uint8Array(digest));
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
