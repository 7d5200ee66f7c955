import { blogSpam } from '../data-sets.ts';
import { disguise } from '../disguise.ts';
import { type Figure, percent, type Run, recall } from '../figures.ts';
import { newsHalves, textOnly } from '../news-halves.ts';
import { shuffled } from '../seeded.ts';
import { baseFor, judge, sample, teach } from '../teach.ts';

/** The same later spam, text only, once as it is and once disguised; learned was plain spam only. */
export function confusables({ folder, progress }: Run): Figure[] {
  progress('disguised spam');
  const spam = blogSpam(folder).filter((comment) => comment.spam);
  const { learned } = newsHalves(folder);
  if (spam.length === 0 || learned.length === 0) return [];
  const half = Math.floor(spam.length / 2);
  const base = baseFor(folder);
  const site = teach(
    shuffled([...spam.slice(0, half).map(sample), ...learned].map(textOnly), 6),
    base,
  );
  const later = spam.slice(half, half + 2000);
  const plain = recall(judge(later.map(sample).map(textOnly), { base, site }));
  const disguised = later.map((comment, i) => ({
    ...comment,
    writing: { ...comment.writing, body: disguise(comment.writing.body, i) },
  }));
  const folded = recall(judge(disguised.map(sample).map(textOnly), { base, site }));
  return [
    {
      protocol: 'Disguised spam',
      figure: 'recall, plain',
      value: percent(plain),
      note: `${later.length} comments, text only`,
    },
    {
      protocol: 'Disguised spam',
      figure: 'recall, disguised',
      value: percent(folded),
      bar: `≥ ${percent(plain)}`,
      met: folded >= plain,
    },
  ];
}
