import type { Field, Finding } from './comment.ts';
import type { Site } from './site.ts';
import { statusAfterScreening } from './status.ts';
import type { Screening } from './submission.ts';

/** A piece of what a reader typed that would hold their comment. */
export type Word = { field: Field; text: string };

/** What finds words that a reader may not have thought about, and can change. */
const MENDABLE: readonly string[] = ['abuse', 'suspect-words'];

/**
 * The words to tell a reader before their comment is held for them; none where there is nothing to
 * tell. They are told only where these words alone make the difference, so that nobody learns what
 * other checks say: with any other reason beside them the comment is stored like all that is held.
 * That makes it no cheaper to try a text on the filter than to post it. A text that passes everything
 * else could have been published without the words, and one that does not leaves its trace, which
 * counts for floods, campaigns and moderators. Where the site holds or shows everything anyway, words
 * make no difference.
 */
export function wordsToMend({ verdict, findings }: Screening, site: Site): Word[] {
  if (site.screening.nudge === 'off' || verdict !== 'hold') return [];
  const wouldPublish = statusAfterScreening('publish', site.mode) === 'published';
  const wouldHold = statusAfterScreening('hold', site.mode) === 'held';
  const against = findings.filter((finding) => finding.verdict !== 'publish');
  if (!wouldPublish || !wouldHold || !against.every(isMendable)) return [];
  return distinct(against.flatMap(({ matches }) => matches));
}

function isMendable({ check }: Finding): boolean {
  return MENDABLE.includes(check);
}

function distinct(words: readonly Word[]): Word[] {
  const same = (a: Word, b: Word) => a.field === b.field && a.text === b.text;
  return words.filter((word, i) => words.findIndex((other) => same(word, other)) === i);
}
