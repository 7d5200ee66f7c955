import type { DryRunAnswer } from '../contract/dry-run.ts';
import type { Tried } from '../domain/dry-run.ts';

const EXCERPT = 140;

/** What a trial would have changed, in the order of the comments, newest first. */
export function presentDryRun({ tried, changes }: Tried, rulesVersion: number): DryRunAnswer {
  const newly = { publish: 0, hold: 0, spam: 0, reject: 0 };
  for (const { to } of changes) newly[to] += 1;
  return {
    rulesVersion,
    tried,
    newly,
    changes: changes.map(({ comment, title, from, to, because }) => ({
      commentId: comment.id,
      name: comment.name,
      excerpt: [...comment.source].slice(0, EXCERPT).join(''),
      title,
      createdAt: comment.createdAt.toISOString(),
      status: comment.status,
      from,
      to,
      because,
    })),
  };
}
