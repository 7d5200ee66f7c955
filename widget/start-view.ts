import type { ThreadPage } from '../src/contract/thread.ts';
import { ask as call } from './ask.ts';
import { drawComment } from './draw-comment.ts';
import { type CommentForm, createForm } from './form.ts';
import { createFrame, type Frame } from './frame.ts';
import { linkedComment } from './linked-comment.ts';
import { createList, type List } from './list.ts';
import { LIKED, recall } from './storage.ts';
import type { View } from './view.ts';

export type Parts = { view: View; form: CommentForm; list: List; frame: Frame };

type Given = Pick<View, 'host' | 'place' | 'signal' | 'sort' | 'chosen' | 'text' | 'ask'> & {
  page: ThreadPage;
  own: { add: (view: View) => void } | null;
  /** There where the newsroom has put comments on top. */
  top: Pick<typeof import('./featured.ts'), 'addFeatured'> | null;
};

/** Draws a thread below `root` and lets its reader act on it. */
export function startView(root: HTMLElement, { page, own, top, ...given }: Given): void {
  const view: View = {
    ...given,
    ...page,
    comments: new Map(page.comments.map((comment) => [comment.id, comment])),
    own: new Map(),
    call,
    liked: recall<string[]>(LIKED, []),
    complete: new Set(),
    isPartial: !!linkedComment(),
    draw() {
      list.draw();
      frame.draw();
      if (view.thread.state === 'closed') form.lock();
    },
    say: (...said) => frame.say(...said),
    show: (id) => show(list, id),
    articleOf: (id) => list.items.get(id)?.article,
    reply: (id) => moveForm(parts, id),
  };
  own?.add(view);
  const form = createForm(view);
  const list = createList(view, (id) => later(parts, ({ extend }) => extend(parts, id)));
  const frame = createFrame(view, {
    list: list.element,
    actions: {
      more: () => later(parts, ({ extend }) => extend(parts, null)),
      order: (sort) => later(parts, ({ reorder }) => reorder(parts, { sort })),
    },
  });
  const parts: Parts = { view, form, list, frame };
  form.open(null, frame.home);
  view.draw();
  root.replaceChildren(...frame.elements);
  top?.addFeatured(view, { after: frame.home, drawComment });
  reopen(parts);
  followLink(parts);
  // Once all is drawn and the browser has nothing better to do.
  setTimeout(
    () =>
      void import('./later.ts').then(
        ({ live }) => live(parts),
        () => null,
      ),
    LATER_MS,
  );
}

const LATER_MS = 1000;

type Later = typeof import('./later.ts');

function later({ view }: Parts, act: (loaded: Later) => Promise<void>): void {
  void import('./later.ts').then(act, () => view.say(view.text.failed, true));
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

function show(list: List, id: string): void {
  const article = list.items.get(id)?.article;
  if (!article) return;
  list.element.querySelector('.marked')?.classList.remove('marked');
  article.classList.add('marked');
  article.scrollIntoView({ block: 'nearest' });
  article.focus({ preventScroll: true });
}

function followLink(parts: Parts): void {
  const { view } = parts;
  const go = (): void => {
    const around = linkedComment();
    if (!around) return;
    if (view.comments.has(around)) view.show(around);
    else later(parts, ({ reorder }) => reorder(parts, { sort: view.sort, around }));
  };
  // After the page has come to rest.
  queueMicrotask(() => view.show(linkedComment() ?? ''));
  addEventListener('hashchange', go, { signal: view.signal });
}
