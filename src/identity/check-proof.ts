import type { Config } from '../config.ts';
import type { Proof, ProofDeps } from '../domain/proof.ts';
import type { Site } from '../domain/site.ts';
import type { Outside } from '../remote/outside.ts';
import { askTurnstile } from '../remote/turnstile.ts';
import { checkSolution } from './altcha.ts';
import type { Seal } from './seal.ts';

type Given = {
  seal: Seal;
  outside: Outside;
  turnstile: Config['turnstile'];
  /** Uses a challenge up; false when it was used before. */
  takeChallenge(taken: { challenge: string; expiresAt: Date; now: Date }): Promise<boolean>;
};

/** What a proof is worth, by whom the site lets it be made. A good one is used up. */
export function makeCheckProof(given: Given): ProofDeps['checkProof'] {
  return (ask) =>
    ask.site.screening.proofBy === 'turnstile'
      ? checkToken(given, ask)
      : checkWork(given, { ...ask, siteKey: ask.site.key });
}

async function checkToken(
  { outside, turnstile }: Given,
  { site, token }: { site: Site; token: string },
): Promise<Proof> {
  if (turnstile === null) return 'not-configured';
  if (token === '') return 'missing';
  return askTurnstile(outside, { secret: turnstile.secret, token, site });
}

async function checkWork(
  { seal, takeChallenge }: Given,
  ask: { siteKey: string; token: string; now: Date },
): Promise<Proof> {
  if (ask.token === '') return 'missing';
  const solution = await checkSolution(seal, ask);
  if (solution.kind !== 'solved') return solution.kind;
  return (await takeChallenge({ ...solution, now: ask.now })) ? 'good' : 'used';
}
