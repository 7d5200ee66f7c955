import type { JSONWebKeySet } from 'jose';
import type { Outside } from './outside.ts';

const DEADLINE_MS = 3_000;
const KEPT_MS = 60 * 60 * 1000;
/** However often a token names a key that is not there, ms between two looks for new ones. */
const CALM_MS = 60 * 1000;

/**
 * The public keys of a Cloudflare Access team, kept for an hour. While they cannot be fetched the
 * last ones go on; without any the call fails.
 */
export function accessKeys(
  outside: Outside,
  team: string,
): (ask: { fresh: boolean }) => Promise<JSONWebKeySet> {
  let kept: { keys: JSONWebKeySet; at: number } | undefined;
  let askedAt = Number.NEGATIVE_INFINITY;
  return async ({ fresh }) => {
    const now = outside.now().getTime();
    const isOld = kept === undefined || now - kept.at > KEPT_MS || fresh;
    if (kept !== undefined && (!isOld || now - askedAt < CALM_MS)) return kept.keys;
    askedAt = now;
    try {
      kept = { keys: await fetchKeys(outside, team), at: now };
    } catch (error) {
      if (kept === undefined) throw new AccessUnavailable(String(error), { cause: error });
    }
    return kept.keys;
  };
}

/** Nobody can be recognised right now; the request can be tried again. */
export class AccessUnavailable extends Error {
  // What the service answers to a database that is away fits here as well.
  override name = 'StoreUnavailable';
}

async function fetchKeys(outside: Outside, team: string): Promise<JSONWebKeySet> {
  const response = await outside.fetch(`${team}/cdn-cgi/access/certs`, {
    signal: outside.deadline(DEADLINE_MS),
  });
  const answer: unknown = response.ok ? await response.json() : null;
  if (isKeySet(answer)) return answer;
  throw new Error(`${team} answered ${response.status} and no keys`);
}

function isKeySet(answer: unknown): answer is JSONWebKeySet {
  return (
    typeof answer === 'object' && answer !== null && Array.isArray(Reflect.get(answer, 'keys'))
  );
}
