import type { Verdict } from '../src/domain/comment.ts';
import type { Tried } from '../src/domain/dry-run.ts';
import { table } from './table.ts';

const OUTCOME: Record<Verdict, string> = {
  publish: 'published',
  hold: 'held',
  spam: 'spam',
  reject: 'rejected',
};
const EXCERPT = 48;
const HEADINGS = ['COMMENT', 'FROM', 'TO', 'BECAUSE', 'TEXT'];

/** What settings would have made of a site's latest comments, for a terminal. */
export function describeTrial({ tried, changes }: Tried): string {
  const amount = tried === 1 ? '1 comment' : `${tried} comments`;
  if (changes.length === 0) return `Tried on ${amount}: nothing would have changed.\n`;
  const rows = changes.map(({ comment, from, to, because }) => [
    comment.id,
    OUTCOME[from],
    OUTCOME[to],
    because.map(({ message }) => message).join(' '),
    excerpt(`${comment.name}: ${comment.source}`),
  ]);
  return `Tried on ${amount}: ${changes.length} would have been treated otherwise.\n${table(HEADINGS, rows)}`;
}

/** Everything from a reader is hostile: no line ends and no terminal's control characters. */
function excerpt(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  const letters = [...line];
  return letters.length <= EXCERPT ? line : `${letters.slice(0, EXCERPT - 1).join('')}…`;
}
