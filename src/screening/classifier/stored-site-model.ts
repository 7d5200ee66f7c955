import type { SiteModel } from '../../domain/site-model.ts';
import { type PackedModel, pack, unpack } from './packed-model.ts';

/** A site's model as it is stored between trainings: about 100 KB of JSON after 4,000 lessons. */
export type StoredSiteModel = {
  weights: PackedModel;
  trust: number;
  holdAbove: number;
  lessons: number;
};

// Fine enough that two verdicts in five thousand change; finer, and the heaviest weights are cut off.
const STEP = 0.04;

export function packSiteModel({ model, trust, holdAbove, lessons }: SiteModel): StoredSiteModel {
  return { weights: pack(model, STEP), trust, holdAbove, lessons };
}

export function loadSiteModel({ weights, ...rest }: StoredSiteModel): SiteModel {
  return { ...rest, model: unpack(weights) };
}
