import type { AskedProof } from '../contract/proof.ts';
import { asksProof } from '../domain/proof.ts';
import type { Site } from '../domain/site.ts';
import type { AppContext } from './app-env.ts';
import { presentAskedProof } from './present.ts';

/** What a form of this site must make now before its comment is sent; null for nothing. */
export async function askedProof(c: AppContext, site: Site): Promise<AskedProof | null> {
  const { proofs } = c.var.deps;
  return (await asksProof(proofs, site)) ? presentAskedProof(site, proofs.turnstileSiteKey) : null;
}
