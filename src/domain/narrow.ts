import { NOT_KNOWN } from './languages.ts';
import { newId } from './new-id.ts';
import type { Queue } from './queue.ts';

/** What a queue is narrowed to; all of it holds of a comment that is shown. */
export type Narrow = {
  thread?: string;
  /** The beginning of the path, encoded as in an address, without slashes at its ends. */
  section?: string;
  check?: string;
  author?: string;
  /** null for comments where it is not known. */
  language?: string | null;
  links?: 'with' | 'without';
  reported?: true;
  /** The lowest id that is shown, and the lowest that no longer is: ids begin with the time. */
  from?: string;
  before?: string;
};

export type Order = 'oldest' | 'newest' | 'priority';

/** A comment of a queue, as far as finding and ordering it needs. */
export type Light = {
  id: string;
  version: number;
  createdAt: Date;
  reports: number;
  /** Published comments of its article. */
  reach: number;
};

/** A queue of these sites, narrowed. */
export type About = { queue: Queue; siteKeys: string[]; narrow: Narrow };

export type NarrowQuery = {
  thread?: string | undefined;
  section?: string | undefined;
  check?: string | undefined;
  author?: string | undefined;
  language?: string | undefined;
  links?: 'with' | 'without' | undefined;
  reported?: 'yes' | undefined;
  older?: string | undefined;
  newer?: string | undefined;
};

const MS = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** Ages become ids, which the index of a queue is sorted by. */
export function narrowOf(query: NarrowQuery, now: Date): Narrow {
  const { thread, check, author, language, links, older, newer } = query;
  const section = query.section && pathOf(query.section);
  return {
    ...(thread !== undefined && { thread }),
    ...(section && { section }),
    ...(check !== undefined && { check }),
    ...(author !== undefined && { author }),
    ...(language !== undefined && { language: language === NOT_KNOWN ? null : language }),
    ...(links !== undefined && { links }),
    ...(query.reported === 'yes' && { reported: true as const }),
    ...(newer !== undefined && { from: idBefore(newer, now) }),
    ...(older !== undefined && { before: idBefore(older, now) }),
  };
}

function pathOf(section: string): string {
  return new URL(`https://x/${section.replace(/^\/+/, '')}`).pathname.replace(/^\/+|\/+$/g, '');
}

/** The lowest id of the moment that lies so long before now. */
function idBefore(age: string, now: Date): string {
  const unit = age.at(-1);
  const ms = unit === 'm' || unit === 'h' || unit === 'd' || unit === 'w' ? MS[unit] : 0;
  return newId(new Date(Math.max(0, now.getTime() - Number.parseInt(age, 10) * ms)), () => 0);
}

/** ms in which waiting doubles the weight of a comment. */
const DOUBLES_IN = 6 * 3_600_000;

/**
 * The higher, the sooner: (1 + reports)² × √(1 + comments of the article) × 2^(hours waited / 6).
 * Taken as a logarithm the time that passes adds the same to all, so two comments never change
 * places by waiting, and pages stay where they are. In thousandths.
 */
export function priorityOf({ reports, reach, createdAt }: Light): number {
  const weight = 2 * Math.log2(1 + reports) + Math.log2(1 + Math.max(0, reach)) / 2;
  return Math.round(1000 * (weight - createdAt.getTime() / DOUBLES_IN));
}

/** Highest priority first; of equal ones the older. */
export function byPriority(a: Light, b: Light): number {
  return priorityOf(b) - priorityOf(a) || (a.id < b.id ? -1 : 1);
}

/** Where a page by priority goes on: in the block that begins behind `block`, behind a comment. */
export type PriorityCursor = {
  block: string | null;
  after: { priority: number; id: string } | null;
};

const CURSOR = /^(-|[0-9a-z]{20})(?:\.(-?\d{1,15})\.([0-9a-z]{20}))?$/;

export function writePriorityCursor({ block, after }: PriorityCursor): string {
  return (block ?? '-') + (after === null ? '' : `.${after.priority}.${after.id}`);
}

/** null for anything that `writePriorityCursor` did not make. */
export function readPriorityCursor(text: string): PriorityCursor | null {
  const [, block, priority, id] = CURSOR.exec(text) ?? [];
  if (block === undefined) return null;
  const after = id === undefined ? null : { priority: Number(priority), id };
  return { block: block === '-' ? null : block, after };
}
