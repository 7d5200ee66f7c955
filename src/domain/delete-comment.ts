import { editableUntil } from './authorship.ts';
import type { Comment } from './comment.ts';
import { fail, ok, type Result } from './result.ts';
import { mayPostFrom, type Site } from './site.ts';

export type DeleteError =
  | { kind: 'unknown-comment' }
  | { kind: 'origin-not-allowed'; site: Site }
  | { kind: 'not-the-author' }
  | { kind: 'edit-window-over' }
  | { kind: 'changed-meanwhile' };

export type DeleteCommentDeps = {
  ownOrigin: string;
  findComment(id: string): Promise<Comment | null>;
  findSite(key: string): Promise<Site | null>;
  /** False when the comment changed meanwhile. */
  eraseComment(at: { id: string; version: number; now: Date }): Promise<boolean>;
};

/** Takes back a comment for its author. Deleting it again is no error. */
export async function deleteComment(
  deps: DeleteCommentDeps,
  input: { id: string; isAuthor: boolean; origin: string | null; now: Date },
): Promise<Result<Comment, DeleteError>> {
  const { id, isAuthor, origin, now } = input;
  const comment = await deps.findComment(id);
  if (comment === null) return fail({ kind: 'unknown-comment' });
  if (!isAuthor) return fail({ kind: 'not-the-author' });
  if (comment.status === 'deleted') return ok(comment);
  const site = await deps.findSite(comment.siteKey);
  if (site === null) return fail({ kind: 'unknown-comment' });
  if (!mayPostFrom(site, { origin, own: deps.ownOrigin })) {
    return fail({ kind: 'origin-not-allowed', site });
  }
  if (editableUntil(comment, { site, now }) === null) return fail({ kind: 'edit-window-over' });
  const erased = await deps.eraseComment({ id, version: comment.version, now });
  return erased ? ok(comment) : fail({ kind: 'changed-meanwhile' });
}
