import type { Comment } from './comment.ts';
import { type Moderator, maySee } from './decision.ts';
import type { Thread } from './thread.ts';

/** What stands around a comment in its thread, whatever its status. */
export type Branch = {
  comment: Comment;
  thread: Thread;
  /** From the top of the branch down to the comment that is answered. */
  above: Comment[];
  /** Beside it, answering the same comment: the nearest before and after it. */
  before: Comment[];
  after: Comment[];
  /** Direct answers, oldest first. */
  answers: Comment[];
  /** Whether there are more answers than these. */
  isCut: boolean;
};

export type ReadBranchDeps = {
  findComment(id: string): Promise<Comment | null>;
  findThreadById(id: string): Promise<Thread | null>;
  /** The comments above, and those near it: in its branch, or for a top comment at the top. */
  findAround(comment: Comment): Promise<{ above: Comment[]; near: Comment[] }>;
};

const BESIDE = 3;
const MOST_ANSWERS = 20;

/** null where the comment is erased or not the moderator's. */
export async function readBranch(
  deps: ReadBranchDeps,
  { id, moderator }: { id: string; moderator: Moderator },
): Promise<Branch | null> {
  const comment = await deps.findComment(id);
  if (comment === null || comment.status === 'deleted') return null;
  if (!maySee(moderator, comment.siteKey)) return null;
  const [thread, { above, near }] = await Promise.all([
    deps.findThreadById(comment.threadId),
    deps.findAround(comment),
  ]);
  if (thread === null) return null;
  // Ids begin with the time, so their order is the order in which readers wrote.
  const inOrder = near.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const beside = inOrder.filter((one) => one.parentId === comment.parentId && one.id !== id);
  const answers = inOrder.filter(({ parentId }) => parentId === id);
  const place = new Map(comment.ancestors.map((ancestor, at) => [ancestor, at]));
  return {
    comment,
    thread,
    above: above.toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0)),
    before: beside.filter((one) => one.id < id).slice(-BESIDE),
    after: beside.filter((one) => one.id > id).slice(0, BESIDE),
    answers: answers.slice(0, MOST_ANSWERS),
    isCut: answers.length > MOST_ANSWERS,
  };
}
