import type { Bulk } from '../src/contract/bulks.ts';
import { apart } from './apart.ts';
import { DECIDED_WORDS, formatNumber } from './words.ts';

/** How far it is, in a sentence. */
export function bulkWords({
  state,
  to,
  reason,
  total,
  done,
  conflicts,
  undone,
  kept,
}: Bulk): string {
  if (state === 'gathering') return `${formatNumber(total)} found so far`;
  if (state === 'ready') return `${formatNumber(total)} found`;
  if (state === 'undoing' || state === 'undone') {
    const left = kept > 0 ? `, ${formatNumber(kept)} left as they are` : '';
    const of = state === 'undoing' ? ` of ${formatNumber(undone + kept + done)}` : '';
    return `Taken back: ${formatNumber(undone)}${of}${left}`;
  }
  const left = conflicts > 0 ? `, ${formatNumber(conflicts)} left as they are` : '';
  return `${decisionWords({ to, reason })}: ${formatNumber(done)} of ${formatNumber(total)}${left}`;
}

/** What is decided about all of them, with its reason where it has one. */
export function decisionWords({ to, reason }: Pick<Bulk, 'to' | 'reason'>): string {
  return reason === null ? DECIDED_WORDS[to] : `${DECIDED_WORDS[to]} (${apart(reason)})`;
}
