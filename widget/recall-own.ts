import type { CommentPage } from '../src/contract/comments.ts';
import type { ask } from './ask.ts';
import { forgetComment, type Kept, keptComments } from './own-comments.ts';
import { mutedName, recall } from './storage.ts';
import { takeOut } from './take-out.ts';
import type { Place, View } from './view.ts';

/** `page` is null for what its author has deleted. */
type Recalled = { kept: Kept; page: CommentPage | null };

const CACHED_MS = 120_000;

/**
 * What has become of the comments that were sent from this browser: held ones are shown to their
 * author in their place, those that are gone are forgotten. Also whom its reader has muted.
 */
export async function recallOwn(
  place: Place,
  call: typeof ask,
): Promise<{ add: (view: View) => void }> {
  const found = await Promise.all(
    keptComments(place).map((kept) => recallOne(kept, { place, call })),
  );
  const recalled = found.filter((one) => one !== null);
  const acts = recall(mutedName(place.site), null) ? await import('./acts.ts') : null;
  return {
    add(view) {
      addOwn(view, recalled);
      acts?.mute(view);
    },
  };
}

async function recallOne(
  kept: Kept,
  { place, call }: { place: Place; call: typeof ask },
): Promise<Recalled | null> {
  const answer = await call<CommentPage>(`${place.api}/api/v1/comments/${kept.id}`, {
    cache: 'no-store',
    method: kept.gone ? 'DELETE' : 'GET',
    headers: { authorization: `Author ${kept.token}` },
  });
  if (!kept.gone && answer.ok && answer.value.comment.status !== 'deleted') {
    return { kept, page: answer.value };
  }
  const isGone = answer.ok || [401, 403, 404, 410].includes(answer.failure.status);
  if (isGone) forgetComment(place, kept.id);
  return kept.gone && isGone ? { kept, page: null } : null;
}

function addOwn(view: View, recalled: Recalled[]): void {
  for (const { kept, page } of recalled) {
    if (page === null) {
      takeOut(view, kept.id);
      continue;
    }
    const { comment, source = '', editableUntil } = page;
    // What was published a moment ago may not have reached the thread's cached copies yet.
    const isFresh = Date.now() - Date.parse(comment.createdAt) < CACHED_MS;
    const isMissing = !view.comments.has(comment.id);
    if (isMissing && (comment.status === 'held' || isFresh)) {
      view.comments.set(comment.id, comment);
    }
    const until = editableUntil ? Date.parse(editableUntil) : 0;
    view.own.set(comment.id, { token: kept.token, source, until });
  }
}
