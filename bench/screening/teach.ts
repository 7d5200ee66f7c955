import type { SiteModel } from '../../src/domain/site-model.ts';
import type { Features } from '../../src/screening/classifier/bag.ts';
import { baseModel } from '../../src/screening/classifier/base.ts';
import { type Base, classify, type Opinion } from '../../src/screening/classifier/classify.ts';
import { features } from '../../src/screening/classifier/features.ts';
import type { Lesson } from '../../src/screening/classifier/lesson.ts';
import { unpack } from '../../src/screening/classifier/packed-model.ts';
import { trainSite } from '../../src/screening/classifier/site-model.ts';
import type { Source } from './base-examples.ts';
import { buildBase } from './build-base.ts';
import type { Comment } from './data-sets.ts';

/** A comment with its features, computed once. */
export type Sample = { comment: Comment; spam: boolean; features: Features };

export function sample(comment: Comment): Sample {
  return { comment, spam: comment.spam, features: features(comment.writing) };
}

/** The base model as it ships, or trained without the sets that are about to be tested on. */
export function baseFor(folder: string, without: Source[] = []): Base {
  // What ships, not what this folder would give: it may hold other rows.
  if (without.length === 0) return baseModel();
  const key = `${folder} ${without.join()}`;
  const known = bases.get(key);
  if (known) return known;
  const built = buildBase(folder, without);
  const base = { weights: unpack(built), holdAbove: built.holdAbove };
  bases.set(key, base);
  return base;
}
const bases = new Map<string, Base>();

/** A site whose moderators have decided about these comments, in this order. */
export function teach(samples: readonly Sample[], base: Base): SiteModel | undefined {
  return trainSite(new Map(lessons(samples).map((lesson) => [lesson.id, lesson])), {
    base: base.weights,
  });
}

export function lessons(samples: readonly Sample[]): Lesson[] {
  return samples.map(({ spam, features }, i) => ({ id: `comment-${i}`, at: i, spam, features }));
}

export type Opined = Opinion & { spam: boolean };

export function judge(
  samples: readonly Sample[],
  mind: { base: Base; site?: SiteModel | undefined },
): Opined[] {
  return samples.map(({ spam, features }) => ({ spam, ...classify(features, mind) }));
}
