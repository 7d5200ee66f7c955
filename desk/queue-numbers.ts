import type { QueueCounts, QueueItem } from '../src/contract/desk.ts';
import type { Act } from './decision-flow.ts';

type Standing = Pick<QueueItem, 'status' | 'reviewed' | 'reportCount'>;

/** The service's numbers, changed by what it has not answered yet. `site` is null for all sites. */
export function numbersNow(
  counts: QueueCounts,
  pending: { acts: readonly Act[]; site: string | null },
): QueueCounts {
  return pending.acts
    .filter((act) => pending.site === null || act.item.site.key === pending.site)
    .reduce(applyAct, counts);
}

/** The numbers once this act has happened. Never below zero: late answers may overlap. */
export function applyAct(counts: QueueCounts, act: Act): QueueCounts {
  const before = standingOf(act.item);
  const after = {
    status: act.kind === 'decide' ? act.to : act.past.to,
    reviewed: true,
    reportCount: 0,
  };
  return act.kind === 'decide' ? move(counts, before, after) : move(counts, after, before);
}

function standingOf(item: QueueItem): Standing {
  const { status, reviewed, reportCount } = item;
  return { status, reviewed, reportCount };
}

function move(counts: QueueCounts, from: Standing, to: Standing): QueueCounts {
  const left = shift(counts, from, -1);
  return shift(left, to, 1);
}

function shift(counts: QueueCounts, standing: Standing, by: 1 | -1): QueueCounts {
  const { status, reviewed, reportCount } = standing;
  if (status === 'deleted') return counts;
  const next = { ...counts, [status]: Math.max(0, counts[status] + by) };
  if (status === 'published' && !reviewed) next.unreviewed = Math.max(0, next.unreviewed + by);
  const isReported = reportCount > 0 && (status === 'published' || status === 'held');
  if (isReported) next.reported = Math.max(0, next.reported + by);
  return next;
}
