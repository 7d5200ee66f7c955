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
  view.lose = (id, isLost) => (isLost ? lost.add(id) : lost.delete(id));
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
  const link = h('a', { href: `#comment-${id}`, click: (event) => show(event) }, text.place);
  link.style.color = 'inherit';
  const show = (event: Event): void => {
    const isHere = view.comments.has(id);
    // One that is not here is fetched by its address, which may be the page's already.
    if (!isHere && location.hash !== link.hash) return;
    event.preventDefault();
    if (isHere) view.show(id);
    else dispatchEvent(new Event('hashchange'));
  };
  const redraw = (): void => {
    const gone: Comment = { ...comment, body: [], status: 'deleted' };
    // A page that was kept on the way may still have what is gone.
    const now = lost.has(id) ? gone : (view.comments.get(id) ?? comment);
    item.hidden = Boolean(view.folder?.(now));
    // What is counted below it or liked is not part of the copy.
    const next = JSON.stringify([now.status, now.body]);
    if (drawn === next) return;
    const height = article.offsetHeight;
    const fresh = drawComment(view, { comment: now, depth: -1 });
    fresh.ariaLabel = `${text.featured}: ${view.text.by(now.name)}`;
    if (now.status === 'published') fresh.append(h('p', { class: 'quiet' }, link));
    // What stands below stays where it is, though less is left in this place.
    else fresh.style.minHeight = `${height}px`;
    article.replaceWith(fresh);
    article = fresh;
    drawn = next;
  };
  return { item, redraw };
}
