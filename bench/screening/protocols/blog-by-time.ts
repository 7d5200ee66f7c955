import { blogSpam } from '../data-sets.ts';
import { type Figure, heldShare, percent, type Run, recall } from '../figures.ts';
import { newsHalves, textOnly } from '../news-halves.ts';
import { shuffled } from '../seeded.ts';
import { baseFor, judge, type Sample, sample, teach } from '../teach.ts';

/**
 * Learned: one half of the news comments and the blog's spam until September. Tested: its spam
 * after, and the other half of the news comments. The threshold comes from the learned half alone.
 */
export function blogByTime({ folder, progress }: Run): Figure[] {
  progress('blog spam by time');
  const spam = blogSpam(folder)
    .filter((comment) => comment.spam)
    .map(sample);
  const { learned, reported } = newsHalves(folder);
  if (spam.length === 0 || learned.length === 0)
    return [{ protocol: 'Blog spam by time', figure: 'sets', value: 'not there' }];
  const cut = spam.some(({ comment }) => comment.date >= SPLIT)
    ? SPLIT
    : (spam[Math.floor(spam.length / 2)]?.comment.date ?? '');
  const before = spam.filter(({ comment }) => comment.date < cut);
  const after = spam.filter(({ comment }) => comment.date >= cut);
  return ['all fields', 'text only'].flatMap((fields) => {
    const view = (list: Sample[]) => (fields === 'text only' ? list.map(textOnly) : list);
    const base = baseFor(folder);
    const site = teach(shuffled([...view(before), ...view(learned)], 5), base);
    const judged = judge([...view(after), ...view(reported)], { base, site });
    const [caught, held] = [recall(judged), heldShare(judged)];
    const barred = fields === 'all fields';
    return [
      {
        protocol: 'Blog spam by time',
        figure: `recall, ${fields}`,
        value: percent(caught),
        ...(barred ? { bar: '≥ 90 %', met: caught >= 0.9 } : {}),
        note: `${before.length} spam before ${cut}, ${after.length} after`,
      },
      {
        protocol: 'Blog spam by time',
        figure: `news ham held, ${fields}`,
        value: percent(held),
        bar: '≤ 0.2 %',
        met: held <= 0.002,
        note: `${reported.length} comments`,
      },
    ];
  });
}

const SPLIT = '2014-10-01';
