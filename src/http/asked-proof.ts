import type { AskedProof } from '../contract/proof.ts';
import { floodMode } from '../domain/flood-mode.ts';
import { asksProof } from '../domain/proof.ts';
import type { SiteWithoutWords } from '../domain/site.ts';
import type { AppContext } from './app-env.ts';
import { presentAskedProof } from './present.ts';

type At = { site: SiteWithoutWords; page: string };

/** What the form of this thread must make now before its comment is sent; null for nothing. */
export async function askedProof(c: AppContext, at: At): Promise<AskedProof | null> {
  const { proof } = at.site.screening;
  const isFlood = proof === 'flood' && (await isInFlood(c, at));
  if (!asksProof(at.site, isFlood)) return null;
  return presentAskedProof(at.site, c.var.deps.proofs.turnstileSiteKey);
}

/** Looked up only for the sites whose form depends on it. */
async function isInFlood(c: AppContext, { site, page }: At): Promise<boolean> {
  const { deps } = c.var;
  const tempos = await deps.tempos({ siteKey: site.key, page });
  return floodMode(tempos, { setting: site.screening.floodMode, now: deps.now() }) !== null;
}
