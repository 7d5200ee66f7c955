import { features } from '../../src/screening/classifier/features.ts';
import type { Example } from '../../src/screening/classifier/train.ts';
import type { Writing } from '../../src/screening/classifier/writing.ts';
import { corpus, englishDraw, honestAuthor } from './corpus/corpus.ts';
import { foxNews, sms, youtube } from './data-sets.ts';
import { seeded, shuffled } from './seeded.ts';

export type Source = 'youtube' | 'sms' | 'foxnews' | 'corpus';

/**
 * What the base model learns from: sets that may be redistributed, and text written for it. A
 * benchmark that tests on one of them leaves it out.
 */
export function baseExamples(folder: string, without: Source[] = []): Example[] {
  const sources: Record<Source, () => { writing: Writing; spam: boolean }[]> = {
    youtube: () => youtube(folder),
    sms: () => sms(folder),
    foxnews: () => foxNews(folder).map((comment, i) => named(comment, i)),
    corpus: () => corpus(1),
  };
  const chosen = (['youtube', 'sms', 'foxnews', 'corpus'] as const).filter(
    (name) => !without.includes(name),
  );
  const examples = chosen.flatMap((name) =>
    sources[name]().map(({ writing, spam }) => ({ features: features(writing), spam, prior: 0 })),
  );
  return shuffled(examples, 7);
}

/** So that having a name is not a sign of spam. */
function named<T extends { writing: Writing }>(comment: T, i: number): T {
  return { ...comment, writing: { ...comment.writing, ...honestAuthor(englishDraw(seeded(i))) } };
}
