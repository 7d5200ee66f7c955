import type { Sort } from '../src/contract/thread.ts';
import { type CommentForm, createForm } from './form.ts';
import { createFrame, type Frame } from './frame.ts';
import { linkedComment } from './linked-comment.ts';
import { createList, type List } from './list.ts';
import { addComments, askAround, loadBranch, loadMore } from './load.ts';
import type { View } from './view.ts';

type Parts = { view: View; form: CommentForm; list: List; frame: Frame };

/** Draws a thread below `root` and lets its reader act on it. */
export function startView(view: View, root: HTMLElement): void {
  const form = createForm(view);
  const list = createList(view, ({ id }) => void extend(parts, loadBranch(view, id)));
  const frame = createFrame(view, {
    list: list.element,
    actions: {
      more: () => void extend(parts, loadMore(view)),
      order: (sort) => void reorder(parts, { sort }),
    },
  });
  const parts: Parts = { view, form, list, frame };
  view.draw = () => draw(parts);
  view.say = frame.say;
  view.show = (id) => show(parts, id);
  view.articleOf = (id) => list.items.get(id)?.article;
  view.focusHeading = frame.focus;
  view.reply = (id) => moveForm(parts, id);
  form.open(null, frame.home);
  view.draw();
  root.replaceChildren(frame.element);
  reopen(parts);
  followLink(parts);
}

function draw({ view, form, list, frame }: Parts): void {
  list.draw();
  frame.draw();
  if (view.thread.state === 'closed') form.lock();
}

/** An answer that was begun before a reload is there again, without taking the focus. */
function reopen({ form, list }: Parts): void {
  if (form.draft().body) return;
  const begun = [...list.items].find(([id]) => form.hasDraft(id));
  if (begun) form.open(begun[0], begun[1].place);
}

function moveForm({ form, list, frame }: Parts, id: string | null): void {
  if (form.isBusy) return;
  const left = list.items.get(form.target ?? '');
  const item = list.items.get(id ?? '');
  form.open(id, item ? item.place : frame.home);
  if (item) form.fields.body.control.focus();
  else left?.article.querySelector('button')?.focus();
}

function show({ list }: Parts, id: string): void {
  const article = list.items.get(id)?.article;
  if (article === undefined) return;
  list.element.querySelector('.marked')?.classList.remove('marked');
  article.classList.add('marked');
  article.scrollIntoView({ block: 'nearest' });
  article.focus({ preventScroll: true });
}

function followLink(parts: Parts): void {
  const { view, list } = parts;
  const go = (): void => {
    const id = linkedComment();
    if (id === undefined) return;
    if (list.items.has(id)) view.show(id);
    else void reorder(parts, { sort: view.sort, around: id });
  };
  const id = linkedComment();
  if (id !== undefined) view.show(id);
  addEventListener('hashchange', go, { signal: view.signal });
}

async function extend(parts: Parts, loading: Promise<string[] | null>): Promise<void> {
  const { view, list } = parts;
  const fresh = await loading;
  if (view.signal.aborted) return;
  if (fresh === null) return view.say(view.text.failed, true);
  view.draw();
  view.say(view.text.shown(fresh.length));
  list.items.get(fresh[0] ?? '')?.article.focus({ preventScroll: true });
}

/** Begins the list anew: in another order, or at a linked comment. The author's own stay. */
async function reorder(
  parts: Parts,
  { sort, around }: { sort: Sort; around?: string },
): Promise<void> {
  const { view, form } = parts;
  const answer = await askAround(view.place, { sort, around });
  if (view.signal.aborted) return;
  if (!answer.ok) return view.say(view.text.failed, true);
  const held = [...view.comments.values()].filter(({ status }) => status === 'held');
  if (form.target !== null && !form.isBusy) moveForm(parts, null);
  view.comments.clear();
  view.complete.clear();
  addComments(view, [...answer.value.comments, ...held]);
  view.isPartial = around !== undefined;
  ({ thread: view.thread, nextCursor: view.nextCursor } = answer.value);
  view.sort = sort;
  view.draw();
  if (around) view.show(around);
}
