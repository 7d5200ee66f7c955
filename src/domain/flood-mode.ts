import type { FloodSetting } from './site.ts';

/** How many comments came to a site or a thread. Stretches and weeks are numbered since 1970. */
export type Tempo = {
  slot: number;
  inSlot: number;
  slotBefore: number;
  week: number;
  inWeek: number;
  weekBefore: number;
  /** Of the first comment that was counted. */
  since: Date;
  /** As it was when the last comment came; null in quiet times. */
  floodSince: Date | null;
};

/** null where nothing was counted yet. */
export type Tempos = { site: Tempo | null; thread: Tempo | null };

/** While it lasts, only those whom moderators know are published without being read. */
export type FloodMode = {
  of: 'site' | 'thread';
  by: 'rate' | 'hand';
  /** null where somebody set it by hand. */
  since: Date | null;
  /** A short sentence for the moderator. */
  why: string;
};

/** When more than usual began to come in; null where it has not, or is over. */
export type FloodSince = { site: Date | null; thread: Date | null };

export const SLOT_MS = 600_000;
export const WEEK_MS = 7 * 86_400_000;
const DAY_MS = 86_400_000;

/**
 * Comments in ten minutes that are a flood: so many times the usual number, and never fewer than
 * `least`, since a small paper's usual is next to nothing. A day of breaking news brings three or
 * four times the week's average; twelve a minute is more than one moderator can read. One thread is measured by its site's usual as well as its own.
 */
const SITE = { times: 6, least: 120 };
const THREAD = { times: 3, least: 80 };
/** Once there, a flood lasts until no more than this part of the limit comes in. */
const OVER = 0.5;

/** Whether a site or this thread of it is in flood mode, and why. The site's comes first. */
export function floodMode(
  tempos: Tempos,
  { setting, now }: { setting: FloodSetting; now: Date },
): FloodMode | null {
  if (setting === 'off') return null;
  if (setting === 'on') {
    return { of: 'site', by: 'hand', since: null, why: 'It was switched on by hand.' };
  }
  const { site, thread } = floodSince(tempos, now);
  if (site !== null) {
    return { of: 'site', by: 'rate', since: site, why: say(tempos.site, { now, what: 'site' }) };
  }
  if (thread === null) return null;
  const why = say(tempos.thread, { now, what: 'thread' });
  return { of: 'thread', by: 'rate', since: thread, why };
}

/** What is to be remembered with the comment that comes now, whatever the site's setting says. */
export function floodSince({ site, thread }: Tempos, now: Date): FloodSince {
  const usual = usualIn(site, now);
  const ofThread = Math.max(usual, usualIn(thread, now));
  return {
    site: begunAt(site, { now, limit: Math.max(SITE.least, SITE.times * usual) }),
    thread: begunAt(thread, { now, limit: Math.max(THREAD.least, THREAD.times * ofThread) }),
  };
}

function begunAt(tempo: Tempo | null, { now, limit }: { now: Date; limit: number }): Date | null {
  if (tempo === null) return null;
  const count = lastTenMinutes(tempo, now);
  if (count >= limit) return tempo.floodSince ?? now;
  return count > limit * OVER ? tempo.floodSince : null;
}

/** The stretch before counts as far as it reaches into the last ten minutes. */
function lastTenMinutes({ slot, inSlot, slotBefore }: Tempo, now: Date): number {
  return sliding({ at: slot, current: inSlot, before: slotBefore }, now.getTime() / SLOT_MS);
}

/** Comments in ten minutes on the average of the last seven days, or of as many as there were. */
function usualIn(tempo: Tempo | null, now: Date): number {
  if (tempo === null) return 0;
  const { week, inWeek, weekBefore, since } = tempo;
  const stretch = { at: week, current: inWeek, before: weekBefore };
  const total = sliding(stretch, now.getTime() / WEEK_MS);
  // A first hour says nothing about a usual one.
  const period = Math.min(WEEK_MS, Math.max(DAY_MS, now.getTime() - since.getTime()));
  return (total * SLOT_MS) / period;
}

type Stretch = { at: number; current: number; before: number };

function sliding({ at, current, before }: Stretch, now: number): number {
  const passed = now - at;
  if (passed < 1) return current + before * (1 - Math.max(0, passed));
  return passed < 2 ? current * (2 - passed) : 0;
}

function say(tempo: Tempo | null, { now, what }: { now: Date; what: 'site' | 'thread' }): string {
  const count = tempo === null ? 0 : Math.round(lastTenMinutes(tempo, now));
  const usual = Math.round(usualIn(tempo, now) * 6);
  const often = usual === 0 ? 'less than one an hour' : `about ${usual} an hour`;
  return `About ${count} comments came to this ${what} in the last ten minutes; usual ${usual === 1 ? 'is one an hour' : `are ${often}`}.`;
}
