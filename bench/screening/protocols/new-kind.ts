import type { Source } from '../base-examples.ts';
import { blogSpam, type Comment, datacamp, furtherKinds, sms, youtube } from '../data-sets.ts';
import { type Figure, heldShare, percent, quantile, type Run, recall } from '../figures.ts';
import { newsHalves, reportedSpam, textOnly } from '../news-halves.ts';
import { baseFor, judge, type Sample, sample, teach } from '../teach.ts';

const DECISIONS = { honest: 70, spam: 30 };

/**
 * A kind of spam that the base model never saw reaches a newsroom. After 100 decisions (70 honest,
 * 30 of the kind, its first ones) the rest of the kind is judged at the score that 0.1 % of honest
 * comments lie above: set on one half of the news comments, reported on the other.
 */
export function newKind({ folder, progress }: Run): Figure[] {
  const news = newsHalves(folder);
  if (news.learned.length < 1000)
    return [{ protocol: 'New kind', figure: 'news comments', value: 'too few' }];
  const kinds: { name: string; comments: Comment[]; without: Source[] }[] = [
    { name: 'blog spam', comments: reportedSpam(blogSpam(folder)), without: [] },
    { name: 'article spam', comments: datacamp(folder), without: [] },
    { name: 'YouTube', comments: youtube(folder), without: ['youtube'] },
    { name: 'SMS', comments: sms(folder), without: ['sms'] },
    ...furtherKinds(folder).map((kind) => ({ ...kind, without: [] })),
  ];
  return kinds.flatMap(({ name, comments, without }) => {
    progress(`new kind: ${name}`);
    const spam = comments.filter((comment) => comment.spam).map(sample);
    if (spam.length < 20) return [];
    const bare = spam.every(({ comment }) => comment.writing.author === '');
    const view = (list: Sample[]) => (bare ? list.map(textOnly) : list);
    const [learned, reported] = [view(news.learned), view(news.reported)];
    const base = baseFor(folder, without);
    const taught = spam.slice(0, Math.min(DECISIONS.spam, Math.floor(spam.length / 2)));
    const site = teach([...scattered(learned, DECISIONS.honest), ...taught], base);
    const scored = (list: Sample[]) => judge(list, { base, site });
    const above = quantile(
      scored(learned).map(({ score }) => score),
      0.001,
    );
    const judged = scored([...spam.slice(taught.length), ...reported]).map(({ spam, score }) => ({
      spam,
      held: score > above,
    }));
    const caught = recall(judged);
    const own = recall(scored(spam.slice(taught.length)));
    return [
      {
        protocol: 'New kind, after 100 decisions',
        figure: `recall, ${name}`,
        value: percent(caught),
        bar: '≥ 50 %',
        met: caught >= 0.5,
        note: `${percent(heldShare(judged))} of ham held; ${percent(own)} at the site's own cautious threshold; ${spam.length - taught.length} comments`,
      },
    ];
  });
}

function scattered(list: Sample[], size: number): Sample[] {
  const stride = Math.max(1, Math.floor(list.length / size));
  return list.filter((_, i) => i % stride === 0).slice(0, size);
}
