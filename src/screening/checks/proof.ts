import type { Proof } from '../../domain/proof.ts';
import type { Check, CheckResult } from '../check.ts';

/** A browser that is told so makes a proof and sends the comment again, without its reader. */
const ANOTHER = { verdict: 'hold', score: 0.5, refusal: 'proof-needed' } as const;
/** Fails open: a service that is away must not cost a reader their comment. */
const HOLD = { verdict: 'hold', score: 0.5 } as const;

const RESULTS: Record<Proof, Omit<CheckResult, 'matches'> | null> = {
  'not-asked': null,
  good: null,
  missing: { ...ANOTHER, message: 'Sent without the proof that the site asks for.' },
  expired: { ...ANOTHER, message: 'Its proof is too old.' },
  used: { ...ANOTHER, message: 'Its proof was used before.' },
  impossible: {
    ...HOLD,
    message:
      'Sent by the page without scripts, which cannot make the proof that the site asks for.',
  },
  invalid: { verdict: 'reject', score: 1, message: 'Its proof is forged.' },
  foreign: { ...HOLD, score: 0.8, message: 'Its proof was made on a page of somebody else.' },
  unavailable: { ...HOLD, message: 'Its proof could not be checked: Turnstile did not answer.' },
  'not-configured': {
    ...HOLD,
    message:
      'The site asks for a proof by Turnstile, but TURNSTILE_SITE_KEY and TURNSTILE_SECRET are not set.',
  },
};

export const proof: Check = {
  name: 'proof',
  run: (submission) => {
    const result = RESULTS[submission.proof];
    return result && { ...result, matches: [] };
  },
};
