import type { Comment, Sort, ThreadPage } from '../src/contract/thread.ts';
import type { Answer } from './ask.ts';
import { askAround } from './ask-thread.ts';
import type { Parts } from './start-view.ts';
import { keep, meName, recall } from './storage.ts';
import type { View } from './view.ts';

/** Shows what follows in the thread or, with `branch`, all answers below that top comment. */
export async function extend(parts: Parts, branch: string | null): Promise<void> {
  const { view, list } = parts;
  const fresh = await (branch === null ? loadPage(view) : loadBranch(view, branch));
  if (view.signal.aborted) return;
  if (fresh === null) return view.say(view.text.failed, true);
  view.draw();
  list.items.get(fresh[0] ?? '')?.article.focus({ preventScroll: true });
}

/**
 * Begins the list anew: in another order, or at a linked comment. The author's own held ones stay,
 * and so does what the thread allows: the page may be a copy from before we were told of that.
 */
export async function reorder(
  parts: Parts,
  { sort, around }: { sort: Sort; around?: string },
): Promise<void> {
  const { view, form } = parts;
  const answer = await askAround(view.ask, { sort, around });
  if (view.signal.aborted) return;
  if (!answer.ok) return view.say(view.text.failed, true);
  const { thread, nextCursor, comments } = answer.value;
  const held = [...view.comments.values()].filter(({ status }) => status === 'held');
  if (sort !== view.sort) remember(view, sort);
  if (form.target !== null) view.reply(null);
  view.comments.clear();
  view.complete.clear();
  add(view, [...comments, ...held]);
  const { state, message, slowSeconds } = view.thread;
  Object.assign(view.thread, thread, { state, message, slowSeconds });
  Object.assign(view, { nextCursor, sort, isPartial: around !== undefined });
  view.draw();
  if (around) view.show(around);
}

/** For the next visit, where its reader has agreed to be remembered. */
function remember(view: View, sort: Sort): void {
  const name = meName(view.place.site);
  const known = recall<object | null>(name, null);
  view.chosen = sort;
  if (known) keep(name, { ...known, sort });
}

/** The ids of the next page's new comments, or null where the service did not answer. */
async function loadPage(view: View): Promise<string[] | null> {
  const answer = await view.ask({ sort: view.sort, cursor: view.nextCursor });
  if (!answer.ok) return null;
  view.nextCursor = answer.value.nextCursor;
  return add(view, answer.value.comments);
}

async function loadBranch(view: View, branch: string): Promise<string[] | null> {
  const fresh: string[] = [];
  let cursor: string | null = null;
  do {
    const part = { sort: view.sort, branch, cursor };
    const answer: Answer<ThreadPage> = await view.ask(part);
    if (!answer.ok) return null;
    fresh.push(...add(view, answer.value.comments));
    cursor = answer.value.nextCursor;
  } while (cursor);
  view.complete.add(branch);
  return fresh;
}

function add(view: View, comments: Comment[]): string[] {
  const fresh = comments.filter(({ id }) => !view.comments.has(id)).map(({ id }) => id);
  for (const comment of comments) view.comments.set(comment.id, comment);
  return fresh;
}
