import { type Branch, buildThread } from './build-thread.ts';
import { drawComment } from './draw-comment.ts';
import { h } from './h.ts';
import type { View } from './view.ts';

type Item = {
  element: HTMLElement;
  article: HTMLElement;
  /** Where the form stands while its reader answers this comment. */
  place: HTMLElement;
  replies: HTMLElement;
  more: HTMLButtonElement;
  /** What the article was drawn from: another state draws another article. */
  drawn: string;
};

export type List = {
  element: HTMLElement;
  items: Map<string, Item>;
  draw: () => void;
};

/** The comments as nested lists. What has not changed keeps its nodes, and so its focus. */
export function createList(view: View, onMore: (root: string) => void): List {
  const items = new Map<string, Item>();
  const element = h('ol', { class: 'list' });

  function drawBranch({ comment, replies }: Branch, depth: number): HTMLElement {
    const item = items.get(comment.id) ?? createItem(() => onMore(comment.id));
    items.set(comment.id, item);
    const fold = view.folder?.(comment);
    const { own, thread } = view;
    const drawn = JSON.stringify([depth, comment, own.get(comment.id), thread.state, !fold]);
    if (item.drawn !== drawn) {
      const article = fold?.(comment) ?? drawComment(view, { comment, depth });
      item.article.replaceWith(article);
      Object.assign(item, { article, drawn });
    }
    arrange(
      item.replies,
      replies.map((reply) => drawBranch(reply, depth + 1)),
    );
    const hidden =
      comment.parentId || view.complete.has(comment.id)
        ? 0
        : comment.replyCount - countPublished(replies);
    item.more.hidden = hidden <= 0;
    item.more.textContent = view.text.moreReplies(hidden);
    return item.element;
  }

  return {
    element,
    items,
    draw: () =>
      arrange(
        element,
        buildThread(view.comments.values(), view.sort).map((branch) => drawBranch(branch, 0)),
      ),
  };
}

function createItem(onMore: () => void): Item {
  const article = h('article', {});
  const place = h('div', {});
  const replies = h('ol', {});
  const more = h('button', { class: 'more', click: onMore });
  const element = h('li', {}, article, place, replies, more);
  return { element, article, place, replies, more, drawn: '' };
}

function countPublished(branches: Branch[]): number {
  return branches.reduce(
    (sum, { comment, replies }) =>
      sum + Number(comment.status === 'published') + countPublished(replies),
    0,
  );
}

/** Makes these the children of a list, moving only what stands elsewhere. */
function arrange(list: Element, elements: Element[]): void {
  elements.forEach((element, at) => {
    if (list.children[at] !== element) list.insertBefore(element, list.children[at] ?? null);
  });
  while (list.children.length > elements.length) list.lastElementChild?.remove();
}
