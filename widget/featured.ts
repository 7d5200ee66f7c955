import type { Comment } from '../src/contract/thread.ts';
import type { drawComment } from './draw-comment.ts';
import { h } from './h.ts';
import { enFeatured } from './text/en-featured.ts';
import type { View } from './view.ts';

type Given = {
  /** Behind what they stand. */
  after: Element;
  /** Here so that this part need not bring it along. */
  drawComment: typeof drawComment;
};

/** Copies of what the newsroom puts on top, each with the way to its place in the thread. */
export function addFeatured(view: View, { after, drawComment }: Given): void {
  const text = view.text.acting ?? enFeatured;
  const lost = new Set<string>();
  const copies = view.featured.map((comment) =>
    drawCopy(view, { comment, drawComment, text, lost }),
  );
  const heading = h('h3', { id: 'featured' }, text.featured);
  const items = copies.map(({ item }) => item);
  const section = h('section', { 'aria-labelledby': 'featured' }, heading, h('ol', {}, ...items));
  section.style.marginBlockEnd = '2em';
  after.after(section);
  view.lose = (id) => lost.add(id);
  const { draw } = view;
  view.draw = () => {
    draw();
    for (const { redraw } of copies) redraw();
    section.hidden = items.every(({ hidden }) => hidden);
  };
  view.draw();
}

type Copied = {
  comment: Comment;
  drawComment: Given['drawComment'];
  text: typeof enFeatured;
  lost: Set<string>;
};

function drawCopy(view: View, { comment, drawComment, text, lost }: Copied) {
  const { id } = comment;
  let article = h('article', {});
  let drawn = '';
  const item = h('li', {}, article);
  const show = (event: Event): void => {
    // Its address may be the page's already; one that is on no page yet is fetched by it.
    if (!view.articleOf(id)) return;
    event.preventDefault();
    view.show(id);
  };
  const redraw = (): void => {
    const gone: Comment = { ...comment, body: [], status: 'deleted' };
    const now = view.comments.get(id) ?? (lost.has(id) ? gone : comment);
    item.hidden = Boolean(view.folder?.(now));
    // What is counted below it or liked is not part of the copy.
    const next = JSON.stringify([now.status, now.body]);
    if (drawn === next) return;
    const height = article.offsetHeight;
    const fresh = drawComment(view, { comment: now, depth: -1 });
    fresh.ariaLabel = `${text.featured}: ${view.text.by(now.name)}`;
    const link = h('a', { href: `#comment-${id}`, click: show }, text.place);
    link.style.color = 'inherit';
    if (now.status === 'published') fresh.append(h('p', { class: 'quiet' }, link));
    // What stands below stays where it is, though less is left in this place.
    else fresh.style.minHeight = `${height}px`;
    article.replaceWith(fresh);
    article = fresh;
    drawn = next;
  };
  return { item, redraw };
}
