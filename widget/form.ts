import type { FormInput } from '../src/domain/form-rules.ts';
import { type Attempt, draftName, EMPTY, keepDraft, recallDraft } from './drafts.ts';
import { createParts } from './form-parts.ts';
import { keep, recall } from './storage.ts';
import type { View } from './view.ts';

const SAVE_AFTER_MS = 300;
const FIELDS = ['body', 'name', 'email', 'website'] as const;

export type CommentForm = ReturnType<typeof createParts> & {
  /** The id of the comment that the form answers; null for the thread itself. */
  target: string | null;
  isBusy: boolean;
  draft: () => Required<FormInput>;
  hasDraft: (target: string) => boolean;
  /** The last try to send this draft. */
  attempt: () => Attempt | undefined;
  /** Keeps what is typed, and the try to send it; null forgets the try. */
  save: (attempt?: Attempt | null) => void;
  /** After a comment was sent: its draft goes, its author's name stays as far as they agreed. */
  clear: () => void;
  /** Moves the form below a comment or, for null, to its own place at the top. */
  open: (target: string | null, place: Element) => void;
  /** Shows what there is beyond comment and name. */
  reveal: () => void;
  /** The text can be read and copied, no longer sent. */
  lock: () => void;
};

/** The form of a thread: one, that moves to where its reader wants to answer. */
export function createForm(view: View): CommentForm {
  const parts = createParts(view);
  const { fields, element, alert, status } = parts;
  const nameOf = (target: string | null): string => draftName(view.place, target);
  const identity = `belowline:me:${view.place.site}`;
  const form: CommentForm = {
    ...parts,
    target: null,
    isBusy: false,
    draft: () => ({
      body: fields.body.control.value,
      name: fields.name.control.value,
      email: fields.email.control.value,
      website: fields.website.control.value,
    }),
    hasDraft: (target) => recallDraft(nameOf(target)).body !== '',
    attempt: () => recallDraft(nameOf(form.target)).attempt,
    save(attempt: Attempt | null | undefined = form.attempt()) {
      keepDraft(nameOf(form.target), { ...form.draft(), ...(attempt && { attempt }) });
    },
    clear() {
      fields.body.control.value = '';
      form.save();
      keep(identity, parts.consent.checked ? form.draft() : null);
    },
    open(target, place) {
      // The first time there is nothing of the reader's in it yet.
      if (element.parentNode) form.save();
      form.target = target;
      place.append(element);
      alert.textContent = status.textContent = '';
      fields.body.control.value = '';
      parts.heading.hidden = parts.cancel.hidden = target === null;
      parts.heading.textContent = view.text.replyTo(view.comments.get(target ?? '')?.name ?? '');
      fill(form, recallDraft(nameOf(target)));
    },
    reveal() {
      for (const part of parts.rest) part.hidden = false;
    },
    lock() {
      form.isBusy = true;
      fields.body.control.readOnly = true;
      element.hidden = !form.draft().body;
      element.classList.add('locked');
    },
  };
  const known = recall<object | null>(identity, null);
  parts.consent.checked = known !== null;
  fill(form, { ...EMPTY, ...known });
  listen(view, form);
  return form;
}

/** Only what is empty: the latest typed name and address stay. */
function fill(form: CommentForm, draft: Required<FormInput>): void {
  for (const name of FIELDS) {
    const { control, blame } = form.fields[name];
    control.value ||= draft[name];
    blame('');
  }
  if (draft.body) form.reveal();
}

function listen(view: View, form: CommentForm): void {
  const { signal, text } = view;
  const { element } = form;
  const load = () => import('./submit.ts');
  let timer = 0;
  const save = (): void => {
    clearTimeout(timer);
    form.save();
  };
  // Fetched ahead, so that the answer to the button is there at once.
  element.addEventListener('focusin', () => load().catch(() => null), { once: true });
  element.addEventListener('input', () => {
    form.reveal();
    clearTimeout(timer);
    timer = setTimeout(save, SAVE_AFTER_MS);
    void load().then(
      ({ recheck }) => recheck(view, form),
      () => null,
    );
  });
  element.addEventListener('submit', (event) => {
    event.preventDefault();
    void load().then(
      ({ submit }) => submit(view, form),
      () => form.alert.replaceChildren(text.unreached),
    );
  });
  element.addEventListener('keydown', ({ key, ctrlKey, metaKey }) => {
    if (key === 'Enter' && (ctrlKey || metaKey)) element.requestSubmit();
  });
  form.cancel.addEventListener('click', () => view.reply(null));
  addEventListener('pagehide', save, { signal });
  document.addEventListener('visibilitychange', save, { signal });
  signal.addEventListener('abort', save);
}
