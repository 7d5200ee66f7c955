import { describe, expect, test } from 'vitest';
import {
  floodMode,
  floodSince,
  SLOT_MS,
  type Tempo,
  WEEK_MS,
} from '../../../src/domain/flood-mode.ts';
import { floodsNow } from '../../../src/domain/floods.ts';
import { modeNow, statusAfterScreening } from '../../../src/domain/status.ts';
import { NO_RULES } from '../../../src/domain/thread.ts';
import { aSite, NOW } from '../../support/builders.ts';

const slot = Math.floor(NOW.getTime() / SLOT_MS);
const week = Math.floor(NOW.getTime() / WEEK_MS);
/** So many milliseconds ago. */
const ago = (ms: number): Date => new Date(NOW.getTime() - ms);
const DAY_MS = 86_400_000;

/** NOW is the first moment of a stretch, and what is counted before reaches back a year. */
function aTempo(change: Partial<Tempo> = {}): Tempo {
  return {
    slot,
    inSlot: 0,
    slotBefore: 0,
    week,
    inWeek: 0,
    weekBefore: 0,
    since: ago(365 * DAY_MS),
    floodSince: null,
    ...change,
  };
}

/** So many comments an hour, all through both weeks. */
function usual(anHour: number): Partial<Tempo> {
  const inWeek = (anHour * (NOW.getTime() % WEEK_MS)) / 3_600_000;
  return { inWeek, weekBefore: anHour * 168 };
}

const site = (change: Partial<Tempo>) => ({ site: aTempo(change), thread: null });
const thread = (change: Partial<Tempo>, ofSite: Partial<Tempo> = {}) => ({
  site: aTempo(ofSite),
  thread: aTempo(change),
});
const auto = { setting: 'auto', now: NOW } as const;

describe('flood mode', () => {
  test.each([
    ['is off where nothing ever came', { site: null, thread: null }, null],
    ['is off below 120 comments in ten minutes', site({ inSlot: 119 }), null],
    ['is on from 120, on a site that has few', site({ inSlot: 120 }), 'site'],
    ['is off at 120 where many are usual', site({ inSlot: 120, ...usual(240) }), null],
    ['is on at six times the usual', site({ inSlot: 241, ...usual(240) }), 'site'],
    ['counts the ten minutes before as far as they reach', site({ slotBefore: 120 }), 'site'],
    ['is on for a thread from eighty', thread({ inSlot: 80 }), 'thread'],
    ['is off for a thread below', thread({ inSlot: 79 }), null],
    [
      'is off for a thread that gets what its site is used to',
      thread({ inSlot: 119 }, usual(240)),
      null,
    ],
    ['is off for a thread that is used to it itself', thread({ inSlot: 119, ...usual(240) }), null],
    [
      'is the site’s where both have one',
      { site: aTempo({ inSlot: 120 }), thread: aTempo({ inSlot: 120 }) },
      'site',
    ],
  ] as const)('%s', (_, tempos, of) => {
    expect(floodMode(tempos, auto)?.of ?? null).toBe(of);
  });

  test('ends by itself', () => {
    const flooded = site({ inSlot: 160, floodSince: ago(60_000) });
    const later = (ms: number) =>
      floodMode(flooded, { setting: 'auto', now: new Date(NOW.getTime() + ms) });
    expect(later(0)?.since).toEqual(ago(60_000));
    expect(later(SLOT_MS)?.since).toEqual(ago(60_000));
    expect(later(1.9 * SLOT_MS)).toBeNull();
    expect(later(DAY_MS)).toBeNull();
  });

  test('lasts until half of its limit, so that it does not flicker', () => {
    const since = ago(300_000);
    expect(floodSince(site({ inSlot: 61, floodSince: since }), NOW).site).toEqual(since);
    expect(floodSince(site({ inSlot: 60, floodSince: since }), NOW).site).toBeNull();
    expect(floodSince(site({ inSlot: 119 }), NOW).site).toBeNull();
  });

  test('takes a new site’s first day for a whole day', () => {
    const young = { since: ago(3_600_000), inSlot: 200, inWeek: 1200 };
    expect(floodMode(site(young), auto)?.of).toBe('site');
    expect(floodMode(site({ ...young, inWeek: 5000 }), auto)).toBeNull();
  });

  test('can be switched on and off by hand', () => {
    const quiet = site({});
    const flooded = site({ inSlot: 500 });
    expect(floodMode(quiet, { setting: 'on', now: NOW })).toEqual({
      of: 'site',
      by: 'hand',
      since: null,
      why: 'It was switched on by hand.',
    });
    expect(floodMode(flooded, { setting: 'off', now: NOW })).toBeNull();
  });

  test.each([
    [0, 'usual are less than one an hour.'],
    [1, 'usual is one an hour.'],
    [12, 'usual are about 12 an hour.'],
  ])('says in words what came and what is usual: %i an hour', (anHour, words) => {
    const mode = floodMode(site({ inSlot: 300, ...usual(anHour) }), auto);
    expect(mode?.why).toBe(
      `About 300 comments came to this site in the last ten minutes; ${words}`,
    );
  });

  test('makes a site that moderates afterwards hold', () => {
    const mode = floodMode(site({ inSlot: 120 }), auto);
    expect(statusAfterScreening('hold', modeNow('post', { floodMode: mode, measure: null }))).toBe(
      'held',
    );
    expect(statusAfterScreening('hold', modeNow('post', { floodMode: null, measure: null }))).toBe(
      'published',
    );
    expect(modeNow('pre', { floodMode: mode, measure: null })).toBe('pre');
  });
});

test('the desk is told once of a flooded site, not again of its threads', () => {
  const { site: ofSite, thread: ofThread } = thread({ inSlot: 160 }, { inSlot: 160 });
  const tempos = { site: ofSite, thread: ofThread };
  const someThread = {
    id: 'thread',
    siteKey: 'planet',
    page: 'paper.example/bridge',
    url: null,
    title: null,
    closedAt: null,
    count: 0,
    createdAt: NOW,
    rules: NO_RULES,
    version: 1,
  };
  const surges = [
    { site: aSite(), thread: null, tempos: { ...tempos, thread: null } },
    { site: aSite(), thread: someThread, tempos },
  ];
  expect(floodsNow(surges, NOW).map((flood) => flood.of)).toEqual(['site']);
});
