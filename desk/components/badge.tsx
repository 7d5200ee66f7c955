import type { Badge as Kind } from '../../src/contract/thread.ts';
import { BADGE_WORDS } from '../words.ts';

/** Beside a name: who speaks for the paper. */
export function Badge({ badge }: { badge: Kind | null }) {
  return badge === null ? null : <span class="badge">{BADGE_WORDS[badge]}</span>;
}
