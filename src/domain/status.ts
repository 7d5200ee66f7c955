import type { AuthorMeasure } from './author-measure.ts';
import type { Status, Verdict } from './comment.ts';
import type { FloodMode } from './flood-mode.ts';
import type { Mode } from './site.ts';

export type DecidedStatus = Exclude<Status, 'deleted'>;

const STATUS_OF: Record<Verdict, DecidedStatus> = {
  publish: 'published',
  hold: 'held',
  spam: 'spam',
  reject: 'rejected',
};

/** Where a comment goes after screening. A site that moderates afterwards shows what was held. */
export function statusAfterScreening(verdict: Verdict, mode: Mode): DecidedStatus {
  if (mode === 'post' && verdict === 'hold') return 'published';
  if (mode === 'pre' && verdict === 'publish') return 'held';
  return STATUS_OF[verdict];
}

type Strict = { floodMode: FloodMode | null; measure: AuthorMeasure | null };

/**
 * While a flood lasts nobody can moderate afterwards, and an author against whom something is in
 * force is not to be seen before: what is held then waits.
 */
export function modeNow(mode: Mode, { floodMode, measure }: Strict): Mode {
  const isStrict = floodMode !== null || measure !== null;
  return isStrict && mode === 'post' ? 'auto' : mode;
}

export type Standing = { status: Status; reviewed: boolean; reports: number };

/**
 * Whether a moderator can decide `to` about a comment that stands so. What its author or an
 * erasure has deleted stays deleted; what a human has already put there needs no second decision,
 * unless readers have reported it since.
 */
export function canDecide(from: Standing, to: DecidedStatus): boolean {
  const isDecided = from.status === to && from.reviewed && from.reports === 0;
  return from.status !== 'deleted' && !isDecided;
}
