import type { Comment, Sort } from '../src/contract/thread.ts';

export type Branch = { comment: Comment; replies: Branch[] };

/**
 * The tree of a thread. Top comments by age, or for the other orders as they came; answers oldest
 * first. Every comment is in it exactly once: one whose parent is not there, or is not older than
 * itself, stands at the top, so that no circle of parents can hide anything.
 */
export function buildThread(comments: Iterable<Comment>, sort: Sort): Branch[] {
  const branches = new Map<string | null, Branch>();
  const top: Branch[] = [];
  const all = [...comments];
  for (const comment of all.toSorted(byAge)) {
    const branch = { comment, replies: [] };
    (branches.get(comment.parentId)?.replies ?? top).push(branch);
    branches.set(comment.id, branch);
  }
  if (sort === 'newest') return top.reverse();
  if (sort === 'oldest') return top;
  return top.sort((a, b) => all.indexOf(a.comment) - all.indexOf(b.comment));
}

/** An id begins with the time. */
function byAge(a: Comment, b: Comment): number {
  return a.id < b.id ? -1 : 1;
}
