import { describe, expect, test } from 'vitest';
import { DEFAULT_SCREENING, type ScreeningSettings } from '../../../src/domain/site.ts';
import type { SiteModel } from '../../../src/domain/site-model.ts';
import { CHECKS, RULES_VERSION } from '../../../src/screening/checks/index.ts';
import { learned } from '../../../src/screening/checks/learned.ts';
import { KnownModels } from '../../../src/screening/classifier/known-models.ts';
import { packSiteModel } from '../../../src/screening/classifier/stored-site-model.ts';
import { trainTaught } from '../../../src/screening/classifier/train-taught.ts';
import { screen } from '../../../src/screening/screen.ts';
import { aSubmission, before } from '../../support/builders.ts';

const PILLS = {
  body: 'Cheap replica watches for sale, free shipping worldwide http://replica-watches-outlet.biz/buy.html',
  name: 'replica watches',
  website: 'http://replica-watches-outlet.biz/',
};

const HONEST = ['The mayor never answered my letter.', 'Who pays for the bridge?', 'It rained.'];
const CLUB = ['Join our knitting circle at noon', 'The knitting circle has a free chair'];

/** Decisions of a site that wants no advertising of a knitting circle, which others may well want. */
const taught = Array.from({ length: 80 }, (_, i) => {
  const spam = i % 4 === 0;
  return {
    id: `comment-${i}`,
    at: before(i),
    spam,
    body: `${(spam ? CLUB : HONEST)[i % (spam ? 2 : 3)]} ${i}`,
    name: `Reader ${i}`,
    email: '',
    website: '',
    title: 'The bridge',
  };
});

function learn(): SiteModel {
  const model = trainTaught(taught);
  if (model === undefined) throw new Error('too few decisions');
  return model;
}

describe('the learned check', () => {
  const judge = (text: Partial<typeof PILLS>, siteModel: SiteModel | null = null) =>
    learned.run(aSubmission({ text, siteModel }));

  test('is one of the checks, under a version of the rules of its own', () => {
    expect(CHECKS).toContain(learned);
    expect(RULES_VERSION).toBe(4);
  });

  test.each([
    'I read this twice.',
    'Thank you.',
    'The council has known about this for years, and nobody is surprised.',
    'See https://www.theguardian.com/politics/2015/may/08/the-morning-after for the numbers.',
  ])('lets “%s” pass and keeps its score', (body) => {
    const finding = judge({ body });
    expect(finding).toMatchObject({ verdict: 'publish', matches: [] });
    expect(finding?.score).toBeLessThan(0.9);
    expect(finding?.message).toMatch(
      /^Does not read like spam \(-?\d+\.\d, held above \d+\.\d\)\.$/,
    );
  });

  test('stops plain advertising on a site that has learned nothing yet, and never rejects', () => {
    const finding = judge(PILLS);
    expect(['hold', 'spam']).toContain(finding?.verdict);
    expect(finding?.refusal).toBeUndefined();
    expect(finding?.score).toBeGreaterThan(0.9);
    expect(finding?.score).toBeLessThanOrEqual(1);
  });

  test('says in words what weighed most, and shows it in the reader’s own text', () => {
    const finding = judge(PILLS);
    expect(finding?.message).toMatch(/^Reads like spam \(\d+\.\d, held above \d+\.\d\): .*\.$/);
    expect(finding?.matches.length).toBeGreaterThan(0);
    for (const { field, text } of finding?.matches ?? []) {
      expect(text).not.toBe('');
      expect({ ...PILLS, email: '' }[field]).toContain(text);
    }
  });

  test('learns what a site’s moderators throw out', () => {
    const body = 'Our knitting circle meets again, join the circle';
    expect(judge({ body })?.verdict).toBe('publish');
    expect(judge({ body }, learn())?.verdict).toMatch(/hold|spam/);
    expect(judge({ body: 'Who pays for the letter to the mayor?' }, learn())?.verdict).toBe(
      'publish',
    );
  });

  test('sends what is far beyond the threshold to Spam', () => {
    const model = learn();
    const body = CLUB.join(' ');
    expect(judge({ body }, { ...model, holdAbove: -0.5, trust: 0 })?.verdict).toBe('spam');
  });

  describe('with a site’s own strictness', () => {
    const screening = (change: Partial<ScreeningSettings>) => ({
      site: { screening: { ...DEFAULT_SCREENING, ...change } },
    });
    const { score = 0, message = '' } = judge(PILLS) ?? {};
    /** How far beyond the threshold it lies. */
    const [, odds, holdAbove] = message.match(/\((-?[\d.]+), held above (-?[\d.]+)\)/) ?? [];
    const beyond = Number(odds) - Number(holdAbove);

    test('judges as before where nothing is set', () => {
      expect(learned.run(aSubmission({ text: PILLS, ...screening({}) }))).toEqual(judge(PILLS));
    });

    test.each([
      ['lets pass what lies within its lenience', { strictness: -beyond - 0.2 }, 'publish'],
      ['holds what lies just above', { strictness: -beyond + 0.2 }, 'hold'],
      ['sends to Spam what lies so far above', { spamBeyond: beyond - 0.2 }, 'spam'],
      ['holds what lies less far above', { spamBeyond: beyond + 0.2 }, 'hold'],
    ] as const)('%s', (_, change, verdict) => {
      const finding = learned.run(aSubmission({ text: PILLS, ...screening(change) }));
      expect(finding).toMatchObject({ verdict, score });
    });

    test('holds an honest comment where it is stricter than that', () => {
      const text = { body: 'I read this twice.' };
      expect(judge(text)?.verdict).toBe('publish');
      const strict = learned.run(aSubmission({ text, ...screening({ strictness: 10 }) }));
      expect(strict?.verdict).toMatch(/hold|spam/);
    });
  });

  test('adds to the other findings and hides none', () => {
    const { findings } = screen(aSubmission({ text: PILLS, trap: 'x' }), CHECKS);
    expect(findings.map(({ check }) => check)).toEqual(['honeypot', 'learned']);
  });
});

test('a site’s decisions teach the same in any order', () => {
  expect(trainTaught([...taught].reverse())).toEqual(learn());
});

describe('an isolate', () => {
  const stored = (version: number) => ({ version, model: JSON.stringify(packSiteModel(learn())) });

  test('keeps a site’s model until there is a newer version', () => {
    const models = new KnownModels();
    const first = models.take('planet', { stored: stored(7), asked: 0 });
    expect(models.versionOf('planet')).toBe(7);
    const unchanged = { version: 7, model: null };
    expect(models.take('planet', { stored: unchanged, asked: 7 })).toBe(first);
    expect(models.take('planet', { stored: stored(8), asked: 7 })).not.toBe(first);
    expect(models.versionOf('planet')).toBe(8);
  });

  test('does not go back to an older version because its answer came late', () => {
    const models = new KnownModels();
    const newer = models.take('planet', { stored: stored(8), asked: 0 });
    expect(models.take('planet', { stored: stored(7), asked: 0 })).toBe(newer);
  });

  test('knows when a site has learned nothing, or too little', () => {
    const models = new KnownModels();
    expect(models.take('planet', { stored: null, asked: 0 })).toBeNull();
    const tooLittle = { version: 3, model: null };
    expect(models.take('planet', { stored: tooLittle, asked: 0 })).toBeNull();
    expect(models.take('planet', { stored: tooLittle, asked: 3 })).toBeNull();
  });
});
