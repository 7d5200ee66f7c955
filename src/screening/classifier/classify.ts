import type { SiteModel, Weights } from '../../domain/site-model.ts';
import type { Features } from './bag.ts';
import { siteScore } from './site-model.ts';
import { margin } from './train.ts';

/** The base model with the score from which a site without lessons of its own holds a comment. */
export type Base = { weights: Weights; holdAbove: number };

/** `score` is a sum of log odds, 0 even; `holdAbove` is this site's threshold, in the same unit. */
export type Opinion = { score: number; holdAbove: number; held: boolean };

/** What base and site think of one comment. Takes microseconds once the features are there. */
export function classify(
  features: Features,
  { base, site }: { base: Base; site?: SiteModel | undefined },
): Opinion {
  if (!site) return opinion(margin(base.weights, features), base.holdAbove);
  return opinion(siteScore(site, { base: base.weights, features }), thresholdOf(site));
}

function opinion(score: number, holdAbove: number): Opinion {
  return { score, holdAbove, held: score > holdAbove };
}

/**
 * The site's own threshold, within reason: what is clearly more likely honest than spam is never
 * held, and a few odd honest comments cannot switch the classifier off.
 */
function thresholdOf(site: SiteModel): number {
  return Math.max(LOWEST, Math.min(site.holdAbove, HIGHEST));
}

const LOWEST = -0.5;
const HIGHEST = 5;
