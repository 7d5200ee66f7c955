import type { Comment } from '../src/contract/thread.ts';
import { ago } from './ago.ts';
import { drawBody } from './draw-body.ts';
import { type Attributes, type Child, h } from './h.ts';
import type { View } from './view.ts';

type Act = 'like' | 'more' | 'edit' | 'remove';

/**
 * A comment with what its reader can do about it. `depth` is 0 for a comment at the top, and -1 for a
 * copy, with which nobody can do anything.
 */
export function drawComment(view: View, { comment, depth }: { comment: Comment; depth: number }) {
  const { text } = view;
  const { name, status } = comment;
  const attributes = { class: 'comment', tabindex: -1 };
  if (status === 'deleted') {
    return h('article', attributes, h('p', { class: 'quiet' }, text.removed));
  }
  return h(
    'article',
    { ...attributes, 'aria-label': text.by(name) },
    drawHeader(view, comment),
    depth > 2 && drawParent(view, { comment, depth }),
    h('div', { class: 'body' }, ...drawBody(comment.body)),
    status === 'held' && h('p', { class: 'held' }, text.held),
    depth >= 0 && h('div', { class: 'actions quiet' }, ...drawActs(view, { comment, depth })),
  );
}

/** What its reader can do with a comment; the module that does it is loaded when they do. */
function drawActs(view: View, { comment, depth }: { comment: Comment; depth: number }): Child[] {
  const { text, thread } = view;
  const { id, likes, name, status } = comment;
  const button = (act: Act, words: string, attributes?: Attributes): Child => {
    const click = async () => {
      const acts = await import('./acts.ts').catch(() => null);
      const article = view.articleOf(id);
      if (acts && article) acts[act](view, { article, id });
      else view.say(text.failed, true);
    };
    return h('button', { ...attributes, click }, words);
  };
  const isPublic = status === 'published';
  const isOwn = (view.own.get(id)?.until ?? 0) >= Date.now();
  return [
    isPublic &&
      thread.state === 'open' &&
      depth < view.form.maxDepth &&
      h('button', { 'aria-label': text.replyTo(name), click: () => view.reply(id) }, text.reply),
    isPublic &&
      button('like', `${text.like} ${likes || ''}`, {
        'aria-label': text.likes(likes),
        'aria-pressed': `${view.liked.includes(id)}`,
      }),
    isPublic && button('more', text.others, { 'aria-label': `${text.others}, ${text.by(name)}` }),
    isOwn && button('edit', text.edit),
    isOwn && button('remove', text.delete),
  ];
}

function drawHeader({ text }: View, { id, name, badge, createdAt, editedAt }: Comment) {
  const time = new Date(createdAt);
  return h(
    'header',
    {},
    h('b', { class: 'name', dir: 'auto' }, name),
    badge && h('span', { class: 'badge' }, text[badge]),
    h(
      'a',
      { class: 'quiet', href: `#comment-${id}` },
      h(
        'time',
        { datetime: createdAt, pointerover: tellExactly(time, text.lang) },
        ago(time, { now: new Date(), text }),
      ),
    ),
    editedAt && h('span', { class: 'quiet' }, text.edited),
  );
}

/** The time in full, once somebody points at it. */
function tellExactly(time: Date, lang: string): (event: Event) => void {
  return ({ target }) => {
    if (target instanceof HTMLElement) {
      target.title = time.toLocaleString(lang, { dateStyle: 'full', timeStyle: 'short' });
    }
  };
}

/** Where the column sets answers in no further, words say what they answer. */
function drawParent(view: View, { comment, depth }: { comment: Comment; depth: number }) {
  const parent = view.comments.get(comment.parentId ?? '');
  return (
    parent?.name &&
    h(
      'p',
      { class: depth > 4 ? 'quiet' : 'narrow quiet', dir: 'auto' },
      view.text.inReplyTo(parent.name),
    )
  );
}
