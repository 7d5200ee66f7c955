import type { Comment } from '../src/contract/thread.ts';
import { ago } from './ago.ts';
import { drawBody } from './draw-body.ts';
import { h } from './h.ts';
import type { View } from './view.ts';

type Target = { article: HTMLElement; id: string };

/** A comment with what its reader can do about it. `depth` is 0 for a comment at the top. */
export function drawComment(view: View, { comment, depth }: { comment: Comment; depth: number }) {
  const { text } = view;
  const { id, name, status } = comment;
  if (status === 'deleted') {
    return h(
      'article',
      { class: 'comment', tabindex: -1 },
      h('p', { class: 'quiet' }, text.removed),
    );
  }
  return h(
    'article',
    { class: 'comment', tabindex: -1, 'aria-label': text.by(name) },
    drawHeader(view, comment),
    depth > 2 && drawParent(view, { comment, depth }),
    h('div', { class: 'body' }, ...drawBody(comment.body)),
    status === 'held' && h('p', { class: 'held' }, text.held),
    h(
      'div',
      { class: 'actions quiet' },
      view.thread.state === 'open' &&
        status === 'published' &&
        depth < view.form.maxDepth &&
        h('button', { 'aria-label': text.replyTo(name), click: () => view.reply(id) }, text.reply),
      ...(status === 'held' ? [] : drawActs(view, comment)),
      ...drawOwnActions(view, comment),
    ),
  );
}

function drawActs(view: View, { id, likes, name }: Comment): HTMLElement[] {
  const { text } = view;
  return [
    h(
      'button',
      {
        'aria-pressed': `${view.liked.includes(id)}`,
        click: act(view, id, async () => (await import('./acts.ts')).like),
      },
      `${text.like} ${likes || ''}`,
    ),
    h(
      'button',
      {
        'aria-label': text.by(name),
        click: act(view, id, async () => (await import('./acts.ts')).openActs),
      },
      '…',
    ),
  ];
}

type Run = (view: View, target: Target) => void;

/** What is loaded when somebody wants it. */
function act(view: View, id: string, load: () => Promise<Run>): () => Promise<void> {
  return async () => {
    const run = await load().catch(() => null);
    const article = view.articleOf(id);
    if (run && article) run(view, { article, id });
    else view.say(view.text.failed, true);
  };
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
    const full = time.toLocaleString(lang, { dateStyle: 'full', timeStyle: 'short' });
    if (target instanceof HTMLElement) target.title = full;
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

function drawOwnActions(view: View, { id }: Comment): HTMLElement[] {
  const own = view.own.get(id);
  if (own === undefined || own.until < Date.now()) return [];
  return [
    h(
      'button',
      { click: act(view, id, async () => (await import('./edit.ts')).edit) },
      view.text.edit,
    ),
    h(
      'button',
      { click: act(view, id, async () => (await import('./remove.ts')).remove) },
      view.text.delete,
    ),
  ];
}
