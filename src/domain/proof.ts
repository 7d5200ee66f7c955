import type { Site } from './site.ts';

/** What became of the proof that a submission had to bring. */
export type Proof =
  /** The site asks for none now, or the author's token says more: an edit. */
  | 'not-asked'
  | 'good'
  | 'missing'
  /** Sent by a page without scripts, where no proof can be made. */
  | 'impossible'
  | 'expired'
  /** Good once, for another comment. */
  | 'used'
  /** Not made here, not for this site, or not solved: nobody sends that by accident. */
  | 'invalid'
  /** Made on a page that is none of the site's. */
  | 'foreign'
  /** Who had to look at it did not answer, or answered nonsense. */
  | 'unavailable'
  | 'not-configured';

/** What a submission brings with it. */
export type ProofGiven =
  | { kind: 'token'; token: string | undefined }
  | { kind: 'no-script' }
  | { kind: 'edit' };

export type ProofDeps = {
  /** Looks at a proof, which is used up by that. */
  checkProof(ask: { site: Site; token: string; now: Date }): Promise<Proof>;
};

/** Whether a comment for this site must bring a proof now. */
export function asksProof({ screening }: Pick<Site, 'screening'>, isFlood: boolean): boolean {
  return screening.proof === 'always' || (screening.proof === 'flood' && isFlood);
}

type Ask = { site: Site; proof: ProofGiven; isFlood: boolean; now: Date };

/** What the checks are told of the proof that a submission came with. */
export async function proofOf(deps: ProofDeps, { site, proof, isFlood, now }: Ask): Promise<Proof> {
  if (proof.kind === 'edit' || !asksProof(site, isFlood)) return 'not-asked';
  if (proof.kind === 'no-script') return 'impossible';
  return deps.checkProof({ site, token: proof.token ?? '', now });
}
