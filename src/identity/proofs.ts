import type { Config } from '../config.ts';
import type { Proof, ProofDeps } from '../domain/proof.ts';
import type { Site } from '../domain/site.ts';
import type { Outside } from '../remote/outside.ts';
import { askTurnstile } from '../remote/turnstile.ts';
import { type Challenge, checkSolution, issueChallenge } from './altcha.ts';
import type { Seal } from './seal.ts';

/** All that has to do with proofs: what to ask a browser for, and what its answer is worth. */
export type Proofs = ProofDeps & {
  issueChallenge(site: Site): Promise<Challenge>;
  /** null where Turnstile is not configured. */
  turnstileSiteKey: string | null;
};

type Service = { seal: Seal; config: Pick<Config, 'turnstile'>; outside: Outside };

/** Uses a challenge up; false when it was used before. */
type TakeChallenge = (taken: { challenge: string; expiresAt: Date; now: Date }) => Promise<boolean>;

export function makeProofs(service: Service, takeChallenge: TakeChallenge): Proofs {
  const { seal, config, outside } = service;
  return {
    turnstileSiteKey: config.turnstile?.siteKey ?? null,
    issueChallenge: (site) => issueChallenge(seal, { site, now: outside.now() }),
    checkProof: (ask) =>
      ask.site.screening.proofBy === 'turnstile'
        ? checkToken(service, ask)
        : checkWork({ seal, takeChallenge }, { ...ask, siteKey: ask.site.key }),
  };
}

async function checkToken(
  { outside, config: { turnstile } }: Service,
  { site, token }: { site: Site; token: string },
): Promise<Proof> {
  if (turnstile === null) return 'not-configured';
  if (token === '') return 'missing';
  return askTurnstile(outside, { secret: turnstile.secret, token, site });
}

async function checkWork(
  { seal, takeChallenge }: { seal: Seal; takeChallenge: TakeChallenge },
  ask: { siteKey: string; token: string; now: Date },
): Promise<Proof> {
  if (ask.token === '') return 'missing';
  const solution = await checkSolution(seal, ask);
  if (solution.kind !== 'solved') return solution.kind;
  return (await takeChallenge({ ...solution, now: ask.now })) ? 'good' : 'used';
}
