import type { Comment, Sort } from '../src/contract/thread.ts';

export type Branch = { comment: Comment; replies: Branch[] };

/**
 * The tree of a thread. Top comments in the asked order, answers oldest first, whatever order they
 * came in. Every comment is in it exactly once: one whose parent is not there, or whose parents
 * lead back to itself, stands at the top. Of two with one id the later wins.
 */
export function buildThread(comments: Iterable<Comment>, sort: Sort): Branch[] {
  const branches = new Map<string, Branch>();
  for (const comment of comments) branches.set(comment.id, { comment, replies: [] });
  const top: Branch[] = [];
  for (const branch of [...branches.values()].sort(byAge)) {
    const parent = branches.get(branch.comment.parentId ?? '');
    const siblings = parent && !isCircular(branch, branches) ? parent.replies : top;
    siblings.push(branch);
  }
  return sort === 'newest' ? top.reverse() : top;
}

function byAge({ comment: a }: Branch, { comment: b }: Branch): number {
  return a.createdAt < b.createdAt || (a.createdAt === b.createdAt && a.id < b.id) ? -1 : 1;
}

function isCircular({ comment }: Branch, branches: Map<string, Branch>): boolean {
  const seen = new Set<string>();
  let next = comment.parentId;
  while (next !== null && next !== comment.id && !seen.has(next)) {
    seen.add(next);
    next = branches.get(next)?.comment.parentId ?? null;
  }
  return next === comment.id;
}
