import type { Comment, Sort } from '../src/contract/thread.ts';

export type Branch = { comment: Comment; replies: Branch[] };

/**
 * The tree of a thread. Top comments in the asked order, answers oldest first, whatever order they
 * came in. Every comment is in it exactly once: one whose parent is not there, or is not older than
 * itself, stands at the top, so that no circle of parents can hide anything.
 */
export function buildThread(comments: Iterable<Comment>, sort: Sort): Branch[] {
  const branches = new Map<string | null, Branch>();
  const top: Branch[] = [];
  for (const comment of [...comments].sort(byAge)) {
    const branch = { comment, replies: [] };
    (branches.get(comment.parentId)?.replies ?? top).push(branch);
    branches.set(comment.id, branch);
  }
  return sort === 'newest' ? top.reverse() : top;
}

function byAge(a: Comment, b: Comment): number {
  return a.createdAt < b.createdAt || (a.createdAt === b.createdAt && a.id < b.id) ? -1 : 1;
}
