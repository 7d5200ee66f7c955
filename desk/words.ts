import type { AuthorMeasure } from '../src/contract/card.ts';
import type { Queue, QueueItem, Status } from '../src/contract/desk.ts';
import type { Badge } from '../src/contract/thread.ts';
import { exactDate } from './relative-time.ts';

export const QUEUE_NAMES: Record<Queue, string> = {
  held: 'Held',
  reported: 'Reported',
  unreviewed: 'Unreviewed',
  published: 'Published',
  spam: 'Spam',
  rejected: 'Rejected',
};

export const STATUS_NAMES: Record<Status, string> = {
  published: 'Published',
  held: 'Held',
  spam: 'Spam',
  rejected: 'Rejected',
  deleted: 'Deleted',
};

export const BADGE_WORDS: Record<Badge, string> = {
  staff: 'Staff',
  author: 'Author of the article',
};

/** What a decision is called once it is made. */
export const DECIDED_WORDS: Record<Status, string> = {
  published: 'Published',
  held: 'Held back',
  spam: 'Marked as spam',
  rejected: 'Rejected',
  deleted: 'Deleted',
};

export const EMPTY_WORDS: Record<Queue, string> = {
  held: 'Nothing held. Everything that came in has been decided.',
  reported: 'Nothing reported. Whatever readers complained about has been decided.',
  unreviewed: 'Nothing unreviewed. Somebody has read all that is published.',
  published: 'Nothing published yet.',
  spam: 'No spam. What screening takes for spam waits here to be looked over.',
  rejected: 'Nothing rejected.',
};

const REASON_WORDS: Record<string, string> = {
  spam: 'Spam or advertising',
  insult: 'Insult or threat',
  hate: 'Hate',
  'off-topic': 'Off topic',
  false: 'False information',
  other: 'Something else',
};

/** A reason in words; the site's own are words already. */
export function reasonWords(reason: string): string {
  return Object.hasOwn(REASON_WORDS, reason) ? (REASON_WORDS[reason] ?? reason) : reason;
}

/** The first words of a comment on one line, at most 40 characters. */
export function firstWords(item: QueueItem): string {
  const line = item.source.replace(/\s+/g, ' ').trim();
  const letters = [...line];
  return letters.length <= 40 ? line : `${letters.slice(0, 39).join('').trimEnd()}…`;
}

/** How much of what was decided about an author was thrown out; null where nothing was. */
export function shareThrownOut({ published, spam, rejected }: QueueItem['author']): string | null {
  const decided = published + spam + rejected;
  if (decided === 0) return null;
  return `${Math.round((100 * (spam + rejected)) / decided)} % thrown out`;
}

/** What is in force, in a sentence without its end. */
export function measureWords({ kind, until }: AuthorMeasure): string {
  const set = kind === 'ban' ? 'banned' : 'always held';
  return `${set} until ${exactDate(Date.parse(until))}`;
}

export function formatNumber(number: number): string {
  return number.toLocaleString('en-GB');
}
