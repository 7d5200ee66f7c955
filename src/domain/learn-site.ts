import type { SiteModel } from './site-model.ts';

/** A comment with a standing decision, and what it teaches. Unknown fields are ''. */
export type Taught = {
  id: string;
  at: Date;
  spam: boolean;
  body: string;
  name: string;
  email: string;
  website: string;
  title: string;
};

export type LearnSiteDeps = {
  /** The newest of either kind, as many as are worth learning from. */
  listTaught(siteKey: string): Promise<Taught[]>;
  /** undefined while there are too few. */
  train(taught: readonly Taught[]): SiteModel | undefined;
  storeSiteModel(ask: { siteKey: string; model: SiteModel | undefined; at: Date }): Promise<void>;
};

/**
 * Learns a site anew from all decisions that stand. Nothing is added to what was learned before, so
 * an undone decision leaves no trace and no order of arrival can lose one.
 */
export async function learnSite(
  deps: LearnSiteDeps,
  { siteKey, at }: { siteKey: string; at: Date },
): Promise<void> {
  const taught = await deps.listTaught(siteKey);
  await deps.storeSiteModel({ siteKey, model: deps.train(taught), at });
}
