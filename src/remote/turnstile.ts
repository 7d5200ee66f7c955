import * as z from 'zod';
import type { Proof } from '../domain/proof.ts';
import { allowsOrigin, type Site } from '../domain/site.ts';
import { type Outside, untilAborted } from './outside.ts';

const ADDRESS = 'https://challenges.cloudflare.com/turnstile/v0/siteverify';
const LONGEST_MS = 2_000;
/** What the widget calls its use of the site's key; a token of the publisher's login form is none. */
const ACTION = 'comment';

/** As documented under "Validate the token". */
const Answer = z.object({
  success: z.boolean(),
  'error-codes': z.array(z.string()).default([]),
  hostname: z.string().optional(),
  action: z.string().optional(),
});

/**
 * Asks Turnstile whether a token is good. The reader's address is not sent along: their browser has
 * talked to Cloudflare itself. Never fails: what cannot be had in time is `unavailable`.
 */
export async function askTurnstile(
  { fetch, deadline }: Outside,
  { secret, token, site }: { secret: string; token: string; site: Site },
): Promise<Proof> {
  const signal = deadline(LONGEST_MS);
  const body = new URLSearchParams({ secret, response: token });
  const read = async () => {
    const response = await fetch(ADDRESS, { method: 'POST', body, signal });
    return Answer.parse(await response.json());
  };
  const answer = await untilAborted(read(), signal).catch(() => null);
  return answer === null ? 'unavailable' : judge(answer, site);
}

function judge(answer: z.infer<typeof Answer>, site: Site): Proof {
  const { success, hostname = '', action = '', 'error-codes': codes } = answer;
  if (success) return isOurs({ hostname, action }, site) ? 'good' : 'foreign';
  if (codes.includes('timeout-or-duplicate')) return 'used';
  // Forged or too old, which Turnstile does not tell apart: no reason to reject anybody.
  if (codes.includes('invalid-input-response')) return 'expired';
  return codes.includes('missing-input-response') ? 'missing' : 'unavailable';
}

function isOurs({ hostname, action }: { hostname: string; action: string }, site: Site): boolean {
  const isOwnHost = site.origins.some((origin) => {
    const { protocol, port } = new URL(origin.replace('://*.', '://'));
    return allowsOrigin([origin], `${protocol}//${hostname}${port && `:${port}`}`);
  });
  return isOwnHost && action === ACTION;
}
