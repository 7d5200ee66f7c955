import { actingText } from './acting-text.ts';
import type { CommentForm } from './form.ts';
import { h } from './h.ts';
import type { View } from './view.ts';

export type Nudge = {
  /** Names the words that would hold the comment; `send` is what its reader may do all the same. */
  show: (words: string[], send: () => void) => void;
  close: () => void;
};

/** The place under the comment where its reader is told of words that may hurt. Nothing is changed. */
export function addNudge(view: View, form: CommentForm): Nudge {
  const text = actingText(view);
  const { control, element } = form.fields.body;
  // There and empty before it speaks, or a screen reader would not hear it.
  const said = h('p', { id: 'body-nudge', role: 'status' });
  const button = h('button', { type: 'button' }, text.asItIs);
  const box = h('div', {}, said);
  let told: string[] = [];
  let target: string | null = null;
  let send = (): void => undefined;
  const close = (): void => {
    told = [];
    said.textContent = box.className = '';
    button.remove();
  };
  button.addEventListener('click', () => {
    // The button goes; whoever pressed it stays in the form.
    form.post.focus();
    close();
    send();
  });
  form.element.addEventListener('input', () => {
    const typed = Object.values(form.draft()).join('\n');
    if (told.length > 0 && !told.some((word) => typed.includes(word))) close();
  });
  // The form is where somebody else is answered now.
  form.element.addEventListener('focusin', () => target !== form.target && close());
  control.setAttribute(
    'aria-describedby',
    `${control.getAttribute('aria-describedby')} ${said.id}`,
  );
  element.append(box);
  return {
    close,
    show(words, sendAsItIs) {
      told = words;
      target = form.target;
      send = sendAsItIs;
      // Isolated: a word in another script must not turn the sentence round.
      said.textContent = text.nudge(words.map((word) => `\u2068${word}\u2069`));
      box.className = 'preview';
      box.append(button);
      box.scrollIntoView({ block: 'nearest' });
    },
  };
}
