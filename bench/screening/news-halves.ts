import { type Comment, honestSets } from './data-sets.ts';
import { dress } from './dress.ts';
import { placeOf } from './seeded.ts';
import { type Sample, sample } from './teach.ts';

/** Honest news comments of all languages, cut in two by article: to learn and tune on, to report on. */
export function newsHalves(folder: string): { learned: Sample[]; reported: Sample[] } {
  const all = honestSets(folder).filter((set) => !set.blog);
  const known = all.filter((set) => !set.name.startsWith('ham_'));
  const news = known.length > 0 ? known : all;
  const comments = news.flatMap((set) => set.comments);
  return {
    learned: dress(comments.filter(isLearned), 'learned').map(sample),
    reported: dress(
      comments.filter((comment) => !isLearned(comment)),
      'reported',
    ).map(sample),
  };
}

/** By article where there is one, so that no thread lies on both sides. */
export function isLearned(comment: Comment): boolean {
  return placeOf(comment.group || comment.writing.body) < 0.5;
}

/** Of the blog's spam the half that nothing of the base model was chosen on. */
export function reportedSpam(comments: readonly Comment[]): Comment[] {
  return comments.filter((comment) => comment.spam && placeOf(comment.writing.body) >= 0.5);
}

/** Without name, address, website and article: what the text alone gives away. */
export function textOnly({ comment }: Sample): Sample {
  const writing = {
    ...comment.writing,
    author: '',
    email: '',
    website: '',
    article: { title: '', text: '' },
  };
  return sample({ ...comment, writing });
}
