/** A linear model over hashed features: 2^bits weights in units of `step`. */
export type Weights = {
  bits: number;
  bias: number;
  step: number;
  weights: Float32Array | Int8Array;
};

/**
 * What the spam filter has learned from a site's own decisions. `trust` says how far the model that
 * every site starts with is still heard, `holdAbove` from which score on the site holds.
 */
export type SiteModel = { model: Weights; trust: number; holdAbove: number; lessons: number };
