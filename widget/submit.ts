import type { PostedComment } from '../src/contract/comments.ts';
import { checkForm, type FormField } from '../src/domain/form-rules.ts';
import { actingText } from './acting-text.ts';
import { addFields } from './add-fields.ts';
import type { Failure } from './ask.ts';
import { countUp } from './count-up.ts';
import type { CommentForm } from './form.ts';
import { keepComment } from './own-comments.ts';
import { contentOf, loadProof, send } from './send.ts';
import type { View } from './view.ts';

/** For who edits as well: the rules are long, and loaded once so. */
export const rules = checkForm;

const FIELDS: FormField[] = ['body', 'name', 'email', 'website'];

/** Shows all that the form asks for and takes away each message whose field has been mended. */
export function recheck(view: View, form: CommentForm): void {
  // A button that moves while it is being pressed is not pressed.
  if (form.post.matches(':active')) return;
  addFields(view, form);
  form.count?.();
  if (view.form.proof) {
    void loadProof().then(
      ({ beginProof }) => beginProof(view, form),
      () => null,
    );
  }
  const errors = checkForm(form.draft(), view.form);
  for (const name of FIELDS) {
    const isWrong = errors.some(({ field }) => field === name);
    if (!isWrong) form.fields[name]?.blame('');
  }
}

/** Checks what was typed and, if nothing is wrong, sends it and puts the comment in its place. */
export async function submit(view: View, form: CommentForm): Promise<void> {
  if (form.isBusy) return;
  form.alert.textContent = '';
  addFields(view, form);
  form.nudge?.close();
  completeWebsite(form);
  const errors = checkForm(form.draft(), view.form);
  blame(view, form, errors);
  if (errors.length > 0) return;
  setBusy(form, true);
  form.status.textContent = actingText(view).sending;
  const answer = await send(view, form);
  form.asItIs = false;
  form.status.textContent = '';
  setBusy(form, false);
  if (answer.ok) accept(view, form, answer.value);
  else refuse(view, form, answer.failure);
}

/** "example.org" is what people type. */
function completeWebsite({ fields }: CommentForm): void {
  const control = fields.website?.control;
  if (control && /^[^\s:/]+\.[^\s:]+$/.test(control.value))
    control.value = `https://${control.value}`;
}

function setBusy(form: CommentForm, isBusy: boolean): void {
  form.isBusy = isBusy;
  form.post.ariaDisabled = isBusy ? 'true' : null;
  for (const field of Object.values(form.fields)) field.control.readOnly = isBusy;
}

type Blame = { field: string; code: string; message?: string };

/** Shows all messages at once and takes the reader to the first. */
function blame(view: View, form: CommentForm, errors: Blame[]): void {
  let first: HTMLElement | undefined;
  for (const name of FIELDS) {
    const error = errors.find(({ field }) => field === name);
    const message = error && (actingText(view).errors[`${name} ${error.code}`] ?? error.message);
    form.fields[name]?.blame(message ?? '');
    if (message) first ??= form.fields[name]?.control;
  }
  first?.focus();
}

function accept(view: View, form: CommentForm, posted: PostedComment): void {
  const text = actingText(view);
  const { comment, authorToken: token, source, editableUntil } = posted;
  form.clear();
  form.count?.();
  keepComment(view.place, { id: comment.id, token });
  const until = editableUntil ? Date.parse(editableUntil) : 0;
  view.own.set(comment.id, { token, source, until });
  if (comment.status === 'published' && !view.comments.has(comment.id)) {
    view.thread.count++;
    countUp(view, comment);
  }
  view.comments.set(comment.id, comment);
  view.reply(null);
  view.draw();
  const { slowSeconds } = view.thread;
  const said = comment.status === 'held' ? text.thanks : text.published;
  form.status.textContent = slowSeconds ? `${said} ${text.later(slowSeconds)}` : said;
  view.show(comment.id);
}

function refuse(view: View, form: CommentForm, failure: Failure): void {
  const text = actingText(view);
  const { status, code, message, errors, retryAfter } = failure;
  const isDown = status === 0 || status >= 500;
  // It was not stored, so the next try is a new one.
  if (!isDown && status !== 429) form.save(null);
  if (code === 'rephrase') {
    nudge(view, form, errors);
    return;
  }
  blame(view, form, errors);
  if (FIELDS.some((name) => form.fields[name]?.control.ariaInvalid)) return;
  const said = isDown ? view.text.unreached : message || text.refused;
  form.alert.textContent = status === 429 ? `${said} ${text.later(retryAfter)}` : said;
  if (isDown && !navigator.onLine) sendWhenBack(view, form);
  if (code !== 'thread-closed') return;
  view.thread.state = 'closed';
  view.draw();
}

/** Some words alone would hold the comment: its reader may change them, or send it all the same. */
function nudge(view: View, form: CommentForm, errors: Blame[]): void {
  const words = new Set(errors.flatMap(({ message }) => message ?? []));
  form.nudge?.show([...words], () => {
    form.asItIs = true;
    void submit(view, form);
  });
}

/** Sends by itself what nobody has touched since; the key of the first try makes it count once. */
function sendWhenBack(view: View, form: CommentForm): void {
  const { target } = form;
  form.alert.textContent = actingText(view).offline;
  const sendKept = (): void => {
    if (form.target !== target) return;
    form.alert.textContent = '';
    if (form.attempt()?.content === contentOf(form)) void submit(view, form);
  };
  addEventListener('online', sendKept, { once: true, signal: view.signal });
}
