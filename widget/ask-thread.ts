import type { Comment, ThreadPage } from '../src/contract/thread.ts';
import { type Answer, ask } from './ask.ts';
import type { Place, View } from './view.ts';

type Part = { sort: string; cursor?: string | null; around?: string | undefined; branch?: string };

/** A page of the thread, never from the browser's cache without asking whether it is still true. */
export function askThread({ api, ...place }: Place, part: Part): Promise<Answer<ThreadPage>> {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...place, ...part })) {
    if (value) query.set(name, value);
  }
  return ask(`${api}/api/v1/thread?${query}`, { cache: 'no-cache' });
}

/** The page that begins at a linked comment; the thread's first where there is no such comment. */
export async function askAround(
  place: Place,
  { sort, around }: { sort: string; around: string | undefined },
): Promise<Answer<ThreadPage>> {
  const answer = await askThread(place, { sort, around });
  const isUnknown = !answer.ok && answer.failure.status >= 400 && answer.failure.status < 500;
  return around && isUnknown ? askThread(place, { sort }) : answer;
}

/** Adds a page's comments to those at hand and tells which are new. */
export function addComments(view: View, comments: Comment[]): string[] {
  const fresh = comments.filter(({ id }) => !view.comments.has(id)).map(({ id }) => id);
  for (const comment of comments) view.comments.set(comment.id, comment);
  return fresh;
}

/** The next page of the thread, or null where the service did not answer. */
export async function loadMore(view: View): Promise<string[] | null> {
  const answer = await askThread(view.place, { sort: view.sort, cursor: view.nextCursor });
  if (!answer.ok) return null;
  view.nextCursor = answer.value.nextCursor;
  return addComments(view, answer.value.comments);
}

/** All answers below a top comment, or null where the service did not answer. */
export async function loadBranch(view: View, branch: string): Promise<string[] | null> {
  const fresh: string[] = [];
  let cursor: string | null = null;
  do {
    const answer: Answer<ThreadPage> = await askThread(view.place, {
      sort: view.sort,
      branch,
      cursor,
    });
    if (!answer.ok) return null;
    fresh.push(...addComments(view, answer.value.comments));
    cursor = answer.value.nextCursor;
  } while (cursor);
  view.complete.add(branch);
  return fresh;
}
