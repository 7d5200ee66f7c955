import type { EditedComment } from '../src/contract/comments.ts';
import { askOwn } from './ask-own.ts';
import { createField } from './field.ts';
import { h } from './h.ts';
import { keep, recall } from './storage.ts';
import { hideParts, swap } from './swap-parts.ts';
import { enOwn } from './text/en-own.ts';
import type { View } from './view.ts';

type Target = { article: HTMLElement; id: string };

/** Puts a form with the comment's source in the place of its text. */
export function edit(view: View, { article, id }: Target): void {
  const text = { ...view.text, ...ownText(view) };
  const control = h('textarea', {
    id: `edit-${id}`,
    rows: 4,
    dir: 'auto',
    'aria-required': 'true',
  });
  // While they are not here, or cannot be had, the service says what is wrong.
  const loading = import('./submit.ts').then(
    ({ rules }) => rules,
    () => null,
  );
  const check = async (): Promise<string> => {
    const rules = await loading;
    const message = rules ? faultOf(view, { rules, body: control.value }) : '';
    field.blame(message);
    return message;
  };
  const draft = `belowline:edit:${id}`;
  control.value = recall(draft, view.own.get(id)?.source ?? '');
  const field = createField(control, text.editing);
  const post = h('button', { class: 'post' }, h('span', {}, text.save));
  const cancel = h('button', { type: 'button', click: () => leave() }, text.cancel);
  const form = h(
    'form',
    { novalidate: true, class: 'form', 'aria-label': text.editing },
    field.element,
    h('div', { class: 'actions' }, post, cancel),
  );
  const leave = (): void => {
    keep(draft, null);
    swap(form, hidden);
  };
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (post.ariaDisabled) return;
    post.ariaDisabled = 'true';
    if (await check()) {
      post.ariaDisabled = null;
      return control.focus();
    }
    const body = JSON.stringify({ body: control.value });
    const answer = await askOwn<EditedComment>(view, { id, method: 'PATCH', body });
    post.ariaDisabled = null;
    if (answer.ok) {
      keep(draft, null);
      accept(view, answer.value);
    } else field.blame(answer.failure.errors[0]?.message || answer.failure.message || text.unsaved);
  });
  control.addEventListener('input', () => {
    keep(draft, control.value);
    if (control.ariaInvalid) void check();
  });
  control.addEventListener('keydown', ({ key, ctrlKey, metaKey }) => {
    if (key === 'Enter' && (ctrlKey || metaKey)) form.requestSubmit();
  });
  const hidden = hideParts(article, '.body, .actions');
  article.append(form);
  control.focus();
}

function ownText({ text }: View): typeof enOwn {
  return text.acting ?? enOwn;
}

type Checked = { rules: typeof import('./submit.ts').rules; body: string };

function faultOf(view: View, { rules, body }: Checked): string {
  const settings = { ...view.form, email: 'off', website: 'off' } as const;
  const [error] = rules({ body, name: '-' }, settings);
  return error ? (ownText(view).errors[`body ${error.code}`] ?? '') : '';
}

function accept(view: View, { comment, source, editableUntil }: EditedComment): void {
  const own = view.own.get(comment.id);
  const until = editableUntil ? Date.parse(editableUntil) : 0;
  if (own) view.own.set(comment.id, { ...own, source, until });
  view.comments.set(comment.id, comment);
  view.draw();
  view.say(ownText(view).saved);
  view.show(comment.id);
}
