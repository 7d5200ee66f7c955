import type { EditedComment } from '../src/contract/comments.ts';
import { checkForm } from '../src/domain/form-rules.ts';
import { actingText } from './acting-text.ts';
import { type Answer, ask } from './ask.ts';
import { createField } from './field.ts';
import { h } from './h.ts';
import { forgetComment } from './own-comments.ts';
import type { View } from './view.ts';

type Target = { article: HTMLElement; id: string };

/** Puts a form with the comment's source in the place of its text. */
export function edit(view: View, { article, id }: Target): void {
  const text = { ...view.text, ...actingText(view) };
  const control = h('textarea', {
    id: `edit-${id}`,
    rows: 4,
    dir: 'auto',
    'aria-required': 'true',
  });
  control.value = view.own.get(id)?.source ?? '';
  const field = createField(control, { label: text.editing });
  const post = h('button', { class: 'post' }, h('span', {}, text.save));
  const cancel = h('button', { type: 'button', click: () => swap(form, hidden) }, text.cancel);
  const form = h(
    'form',
    { novalidate: true, class: 'form', 'aria-label': text.editing },
    field.element,
    h('div', { class: 'actions' }, post, cancel),
  );
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (post.ariaDisabled) return;
    const message = faultOf(view, control.value);
    field.blame(message);
    if (message) return control.focus();
    post.ariaDisabled = 'true';
    const body = JSON.stringify({ body: control.value });
    const answer = await request<EditedComment>(view, { id, method: 'PATCH', body });
    post.ariaDisabled = null;
    if (answer.ok) accept(view, answer.value);
    else field.blame(answer.failure.errors[0]?.message || answer.failure.message || text.unsaved);
  });
  control.addEventListener('input', () => {
    if (field.isBlamed()) field.blame(faultOf(view, control.value));
  });
  control.addEventListener('keydown', ({ key, ctrlKey, metaKey }) => {
    if (key === 'Enter' && (ctrlKey || metaKey)) form.requestSubmit();
  });
  const hidden = hideParts(article, '.body, .actions');
  article.append(form);
  control.focus();
}

/** Asks once more, in the place of the buttons, and deletes. */
export function remove(view: View, { article, id }: Target): void {
  const text = { ...view.text, ...actingText(view) };
  const yes = h('button', {}, text.yes);
  const no = h('button', { click: () => swap(question, hidden) }, text.cancel);
  const alert = h('span', { role: 'alert', class: 'error' });
  const question = h(
    'div',
    { class: 'actions', role: 'group', 'aria-label': text.sure },
    h('span', {}, text.sure),
    yes,
    no,
    alert,
  );
  yes.addEventListener('click', async () => {
    if (yes.ariaDisabled) return;
    yes.ariaDisabled = 'true';
    const answer = await request(view, { id, method: 'DELETE' });
    yes.ariaDisabled = null;
    if (answer.ok || answer.failure.status === 404) forget(view, id);
    else alert.textContent = answer.failure.message || text.unsaved;
  });
  const hidden = hideParts(article, '.actions');
  article.append(question);
  yes.focus();
}

function hideParts(article: HTMLElement, which: string): HTMLElement[] {
  const parts = [...article.querySelectorAll<HTMLElement>(which)];
  for (const part of parts) part.hidden = true;
  return parts;
}

function swap(shown: HTMLElement, hidden: HTMLElement[]): void {
  shown.remove();
  for (const part of hidden) part.hidden = false;
  hidden.at(-1)?.querySelector('button')?.focus();
}

function faultOf(view: View, body: string): string {
  const settings = { ...view.form, email: 'off', website: 'off' } as const;
  const [error] = checkForm({ body, name: '-' }, settings);
  return error ? (actingText(view).errors[`body ${error.code}`] ?? '') : '';
}

function request<T>(
  { place, own }: View,
  { id, ...init }: { id: string; method: string; body?: string },
): Promise<Answer<T>> {
  return ask(`${place.api}/api/v1/comments/${id}`, {
    ...init,
    headers: {
      authorization: `Author ${own.get(id)?.token}`,
      ...(init.body && { 'content-type': 'application/json' }),
    },
  });
}

function accept(view: View, { comment, source, editableUntil }: EditedComment): void {
  const own = view.own.get(comment.id);
  const until = editableUntil ? Date.parse(editableUntil) : 0;
  if (own) view.own.set(comment.id, { ...own, source, until });
  view.comments.set(comment.id, comment);
  view.draw();
  view.say(actingText(view).saved);
  view.show(comment.id);
}

/** With answers below it, what is left is a line that says so; without, nothing. */
function forget(view: View, id: string): void {
  const comment = view.comments.get(id);
  if (comment === undefined) return;
  const isAnswered = [...view.comments.values()].some(({ parentId }) => parentId === id);
  if (comment.status === 'published') view.thread.count--;
  if (isAnswered || comment.replyCount > 0)
    view.comments.set(id, { ...comment, status: 'deleted' });
  else view.comments.delete(id);
  view.own.delete(id);
  forgetComment(view.place, id);
  view.draw();
  view.say(actingText(view).deleted);
  view.host.shadowRoot?.querySelector('h2')?.focus();
}
