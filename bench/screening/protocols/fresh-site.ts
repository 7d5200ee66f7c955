import { blogSpam, datacamp, furtherKinds, honestSets } from '../data-sets.ts';
import { dress } from '../dress.ts';
import { type Figure, heldShare, percent, type Run, recall } from '../figures.ts';
import { isLearned, reportedSpam } from '../news-halves.ts';
import { placeOf } from '../seeded.ts';
import { baseFor, judge, sample } from '../teach.ts';

/**
 * The base model as it ships, on sets that it never saw. Its safety margin was chosen on one half of
 * each honest set (by article; blogs by comment); the other half is reported.
 */
export function freshSite({ folder, progress }: Run): Figure[] {
  progress('fresh site');
  const base = baseFor(folder);
  const sets = honestSets(folder).map((set) => {
    const reported = set.name.startsWith('ham_')
      ? set.comments
      : set.comments.filter((comment) =>
          set.blog ? placeOf(comment.writing.body) >= 0.5 : !isLearned(comment),
        );
    const bare = reported.every((comment) => comment.writing.author === '');
    return {
      ...set,
      judged: judge((bare ? dress(reported, 'reported') : reported).map(sample), { base }),
    };
  });
  const groups = Map.groupBy(sets, (set) => (set.blog ? 'blogs' : `news ${set.language}`));
  const honest: Figure[] = [...groups].map(([name, group]) => {
    const judged = group.flatMap((set) => set.judged);
    const [held, limit] = [heldShare(judged), name === 'blogs' ? 0.005 : 0.002];
    const each = group.map(
      (set) => `${set.name} ${set.judged.filter((one) => one.held).length}/${set.judged.length}`,
    );
    return {
      protocol: 'Fresh site',
      figure: `ham held, ${name}`,
      value: percent(held),
      bar: `≤ ${limit * 100} %`,
      met: held <= limit,
      note: each.join(', '),
    };
  });
  const kinds = [
    { name: 'blog spam', comments: reportedSpam(blogSpam(folder)) },
    { name: 'article spam', comments: datacamp(folder) },
    ...furtherKinds(folder),
  ];
  const caught: Figure[] = kinds
    .map(({ name, comments }) => ({
      name,
      judged: judge(comments.filter((comment) => comment.spam).map(sample), { base }),
    }))
    .filter(({ judged }) => judged.length > 0)
    .map(({ name, judged }) => ({
      protocol: 'Fresh site',
      figure: `recall before any decision, ${name}`,
      value: percent(recall(judged)),
      note: `${judged.length} comments`,
    }));
  return [...honest, ...caught];
}
