import type { FormField, FormInput } from '../src/domain/form-rules.ts';
import { type Attempt, draftName, EMPTY, keepDraft, recallDraft } from './drafts.ts';
import type { Field } from './field.ts';
import { createParts } from './form-parts.ts';
import type { Nudge } from './nudge.ts';
import { keep, meName, recall } from './storage.ts';
import type { View } from './view.ts';

const SAVE_AFTER_MS = 300;
const FIELDS = ['body', 'name', 'email', 'website'] as const;

export type CommentForm = Omit<ReturnType<typeof createParts>, 'fields'> & {
  /** Those that the site asks for come when the reader writes. */
  fields: { body: Field; name: Field } & Partial<Record<FormField, Field>>;
  consent?: HTMLInputElement;
  /** Counts what may still be typed. */
  count?: () => void;
  /** Tells of words that would hold the comment. */
  nudge?: Nudge;
  /** Whether its reader was told of them and sends it all the same. */
  asItIs?: boolean;
  /** Whether its reader had agreed to be remembered. */
  isKnown: boolean;
  /** The id of the comment that the form answers; null for the thread itself. */
  target: string | null;
  isBusy: boolean;
  /** Whether something was typed since it was kept; another tab may have a draft of its own. */
  isTyped?: boolean;
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
  /** The text can be read and copied, no longer sent. */
  lock: () => void;
};

/** The form of a thread: one, that moves to where its reader wants to answer. */
export function createForm(view: View): CommentForm {
  const parts = createParts(view);
  const { element, alert, status } = parts;
  const fields: CommentForm['fields'] = parts.fields;
  const nameOf = (target: string | null): string => draftName(view.place, target);
  const identity = meName(view.place.site);
  const known = recall<object | null>(identity, null);
  // What is in no field yet.
  const rest: Required<FormInput> = { ...EMPTY };
  const form: CommentForm = {
    ...parts,
    fields,
    isKnown: !!known,
    target: null,
    isBusy: false,
    draft() {
      for (const name of FIELDS) rest[name] = fields[name]?.control.value ?? rest[name];
      return { ...rest };
    },
    hasDraft: (target) => recallDraft(nameOf(target)).body !== '',
    attempt: () => recallDraft(nameOf(form.target)).attempt,
    save(attempt: Attempt | null | undefined = form.attempt()) {
      form.isTyped = false;
      keepDraft(nameOf(form.target), { ...form.draft(), ...(attempt && { attempt }) });
    },
    clear() {
      fields.body.control.value = '';
      form.save();
      keep(identity, form.consent?.checked ? { ...form.draft(), sort: view.chosen } : null);
    },
    open(target, place) {
      if (form.isTyped) form.save();
      form.target = target;
      place.append(element);
      alert.textContent = status.textContent = '';
      fields.body.control.value = '';
      parts.heading.hidden = parts.cancel.hidden = target === null;
      parts.heading.textContent = view.text.replyTo(view.comments.get(target ?? '')?.name ?? '');
      fill(recallDraft(nameOf(target)));
    },
    lock() {
      form.isBusy = true;
      fields.body.control.readOnly = true;
      element.hidden = !form.draft().body;
      element.classList.add('locked');
    },
  };
  /** Only what is empty: the latest typed name and address stay. */
  function fill(draft: Required<FormInput>): void {
    for (const name of FIELDS) {
      const field = fields[name];
      if (!field) rest[name] ||= draft[name];
      else {
        field.control.value ||= draft[name];
        field.blame('');
      }
    }
    if (draft.body) write();
  }

  /** Shows the rest of the form to a reader who writes, and takes away what has been mended. */
  function write(): void {
    void loadSubmit().then(
      ({ recheck }) => recheck(view, form),
      () => null,
    );
  }

  fill({ ...EMPTY, ...known });
  listen(view, { form, write });
  return form;
}

const loadSubmit = () => import('./submit.ts');

function listen(view: View, { form, write }: { form: CommentForm; write: () => void }): void {
  const { signal, text } = view;
  const { element } = form;
  const save = (): void => {
    if (form.isTyped) form.save();
  };
  // Fetched ahead, so that the answer to the button is there at once.
  element.addEventListener('focusin', () => loadSubmit().catch(() => null), { once: true });
  element.addEventListener('input', () => {
    if (!form.isTyped) setTimeout(save, SAVE_AFTER_MS);
    form.isTyped = true;
    write();
  });
  element.addEventListener('submit', (event) => {
    event.preventDefault();
    void loadSubmit().then(
      ({ submit }) => submit(view, form),
      () => form.alert.replaceChildren(text.unreached),
    );
  });
  element.addEventListener('keydown', ({ key, ctrlKey, metaKey }) => {
    if (key === 'Enter' && (ctrlKey || metaKey)) element.requestSubmit();
  });
  form.cancel.addEventListener('click', () => view.reply(null));
  document.addEventListener('visibilitychange', save, { signal });
  signal.addEventListener('abort', save);
}
