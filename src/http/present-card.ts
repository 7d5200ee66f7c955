import type * as wire from '../contract/card.ts';
import type { AuthorMeasure } from '../domain/author-measure.ts';
import type { Comment } from '../domain/comment.ts';
import type { History } from '../domain/comment-history.ts';
import type { Branch } from '../domain/read-branch.ts';

export function presentHistory({ comment, earlier, isCut }: History): wire.CommentHistory {
  return {
    commentId: comment.id,
    earlier: earlier.map(({ version, source, replacedAt }) => ({
      version,
      source,
      replacedAt: replacedAt.toISOString(),
    })),
    isCut,
    source: comment.source,
    createdAt: comment.createdAt.toISOString(),
  };
}

export function presentBranch(branch: Branch): wire.CommentBranch {
  const { comment, thread } = branch;
  const isThere = comment.status === 'published' && thread.url !== null;
  return {
    commentId: comment.id,
    permalink: isThere ? `${thread.url}#comment-${comment.id}` : null,
    above: branch.above.map(presentBranchComment),
    before: branch.before.map(presentBranchComment),
    after: branch.after.map(presentBranchComment),
    answers: branch.answers.map(presentBranchComment),
    isCut: branch.isCut,
  };
}

function presentBranchComment(comment: Comment): wire.BranchComment {
  const { id, name, body, status, createdAt } = comment;
  return { id, name, body, status, createdAt: createdAt.toISOString() };
}

export function presentMeasure(measure: AuthorMeasure): wire.AuthorMeasure {
  const { id, kind, by, at, until, reason, endedAt, endedBy } = measure;
  return {
    ...{ id, kind, by, reason, endedBy },
    at: at.toISOString(),
    until: until.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  };
}
