import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baseModel } from '../../../src/screening/classifier/base.ts';
import { classify } from '../../../src/screening/classifier/classify.ts';
import { features } from '../../../src/screening/classifier/features.ts';
import {
  decodeFeatures,
  encodeFeatures,
  type Lesson,
  type Lessons,
  learn,
  unlearn,
} from '../../../src/screening/classifier/lesson.ts';
import { SITE_TRAINING, trainSite } from '../../../src/screening/classifier/site-model.ts';
import {
  loadSiteModel,
  packSiteModel,
} from '../../../src/screening/classifier/stored-site-model.ts';
import { course, writing } from './writings.ts';

const training = { ...SITE_TRAINING, bits: 12, rounds: 3 };
const base = baseModel().weights;
const lessons = course(120);
const extra: Lesson = {
  id: 'late',
  at: 9_000,
  spam: true,
  features: features(writing({ body: 'buy followers now, cheap and fast' })),
};
const asMap = (list: readonly Lesson[]): Lessons => list.reduce<Lessons>(learn, new Map());
const model = (known: Lessons) => trainSite(known, { base, training });

describe('a site’s model', () => {
  it('does not depend on the order in which decisions arrive', () => {
    const expected = model(asMap(lessons));
    fc.assert(
      fc.property(fc.shuffledSubarray(lessons, { minLength: lessons.length }), (shuffled) => {
        expect(model(asMap(shuffled))).toEqual(expected);
      }),
      { numRuns: 10, seed: 1 },
    );
  });

  it('is the same after learning and unlearning as if nothing had happened', () => {
    const known = asMap(lessons);
    expect(model(learn(known, extra))).not.toEqual(model(known));
    expect(model(unlearn(learn(known, extra), extra.id))).toEqual(model(known));
  });

  it('takes a second decision about a comment in place of the first', () => {
    const known = asMap(lessons);
    const other = { ...extra, spam: false };
    expect(model(learn(learn(known, extra), other))).toEqual(model(learn(known, other)));
  });

  it('is the same when rebuilt from stored lessons', () => {
    const stored = lessons.map((lesson) => ({
      ...lesson,
      features: decodeFeatures(encodeFeatures(lesson.features)),
    }));
    const again = stored.map((lesson) => ({
      ...lesson,
      features: decodeFeatures(encodeFeatures(lesson.features)),
    }));
    expect(model(asMap(again))).toEqual(model(asMap(stored)));
  });

  it('stays silent until there are enough decisions of both kinds', () => {
    expect(model(asMap(lessons.slice(0, 20)))).toBeUndefined();
    expect(model(asMap(lessons.filter((lesson) => !lesson.spam)))).toBeUndefined();
  });

  it('judges the same after being stored', () => {
    const site = trainSite(asMap(lessons), { base });
    const stored = site && loadSiteModel(JSON.parse(JSON.stringify(packSiteModel(site))));
    for (const lesson of lessons) {
      const [before, after] = [site, stored].map((one) =>
        classify(lesson.features, { base: baseModel(), site: one }),
      );
      expect(after?.score).toBeCloseTo(before?.score ?? Number.NaN, 0);
      expect(after?.held).toBe(before?.held);
    }
  });

  it('holds the spam it was taught and not the honest comments', () => {
    const site = trainSite(asMap(lessons), { base });
    const held = (body: string) =>
      classify(features(writing({ body })), { base: baseModel(), site }).held;
    expect(held('cheap pills here http://pills.biz/buy replica watches outlet sale')).toBe(true);
    expect(held('the mayor never answered my letter about the bridge')).toBe(false);
  });
});
