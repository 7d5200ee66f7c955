import { html } from 'hono/html';
import type { ShownComment } from '../domain/comment.ts';
import { drawBody } from './draw-body.ts';
import type { Html } from './html-page.ts';

export type ThreadLinks = {
  /** Where this page is asked to answer a comment. */
  reply(commentId: string): string;
  /** Where a comment stands among the others. */
  place(commentId: string): string;
  /** Where a whole branch is shown. */
  branch(rootId: string): string;
  closed: boolean;
};

/** Comments as nested lists, each answer below what it answers. */
export function drawThread(comments: readonly ShownComment[], links: ThreadLinks): Html {
  const ids = new Set(comments.map(({ id }) => id));
  const isTop = ({ parentId }: ShownComment) => parentId === null || !ids.has(parentId);
  return drawList(comments.filter(isTop), { comments, links, isTop: true });
}

/** Copies of what the newsroom puts on top, each with the way to its place. */
export function drawFeatured(comments: readonly ShownComment[], links: ThreadLinks): Html | '' {
  if (comments.length === 0) return '';
  const items = comments.map(
    (comment) => html`<li><article aria-labelledby="featured-${comment.id}">
<p><span class="name" id="featured-${comment.id}" dir="auto">${comment.name}</span>${drawBadge(comment)}</p>
${drawBody(comment.body)}
<p class="actions"><a href="${links.place(comment.id)}">Show in the thread<span class="trap">: ${comment.name}</span></a></p>
</article></li>`,
  );
  return html`<section aria-labelledby="featured"><h3 id="featured">Featured</h3><ol class="thread">${items}</ol></section>`;
}

type Around = { comments: readonly ShownComment[]; links: ThreadLinks; isTop: boolean };

function drawList(level: readonly ShownComment[], { comments, links, isTop }: Around): Html {
  const items = level.map((comment) => {
    const answers = comments.filter(({ parentId }) => parentId === comment.id);
    const below = answers.length > 0 ? drawList(answers, { comments, links, isTop: false }) : '';
    return html`<li>${drawComment(comment, links)}${below}${drawFolded(comment, { comments, links, isTop })}</li>`;
  });
  return isTop ? html`<ol class="thread">${items}</ol>` : html`<ol>${items}</ol>`;
}

function drawComment(comment: ShownComment, links: ThreadLinks): Html {
  if (comment.status !== 'published') {
    return html`<article id="comment-${comment.id}"><p class="quiet">This comment was removed.</p></article>`;
  }
  const reply = links.closed
    ? ''
    : html`<p class="actions"><a href="${links.reply(comment.id)}">Reply<span class="trap"> to ${comment.name}</span></a></p>`;
  return html`<article id="comment-${comment.id}" aria-labelledby="by-${comment.id}">
<p><span class="name" id="by-${comment.id}" dir="auto">${comment.name}</span>${drawBadge(comment)} ${drawTime(comment)}</p>
${drawBody(comment.body)}
${reply}
</article>`;
}

const BADGES = { staff: 'Staff', author: 'Author of the article' };

function drawBadge({ badge }: ShownComment): Html | '' {
  return badge === null ? '' : html` <span class="badge">${BADGES[badge]}</span>`;
}

function drawTime({ id, createdAt, editedAt }: ShownComment): Html {
  const iso = createdAt.toISOString();
  const edited = editedAt === null ? '' : html` <span class="quiet">(edited)</span>`;
  return html`<a class="quiet" href="#comment-${id}"><time datetime="${iso}">${iso.slice(0, 16).replace('T', ' ')} UTC</time></a>${edited}`;
}

/** Says how many answers of a branch are folded away, and where they are. */
function drawFolded(comment: ShownComment, { comments, links }: Around): Html | '' {
  if (comment.parentId !== null) return '';
  const isAnswer = ({ rootId, id, status }: ShownComment) =>
    rootId === comment.id && id !== comment.id && status === 'published';
  const more = comment.replyCount - comments.filter(isAnswer).length;
  if (more <= 0) return '';
  const words = more === 1 ? 'Show 1 more reply' : `Show ${more} more replies`;
  return html`<p class="actions"><a href="${links.branch(comment.id)}">${words}</a></p>`;
}
