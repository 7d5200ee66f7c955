import { h } from './h.ts';

export type Control = HTMLInputElement | HTMLTextAreaElement;
export type Field = {
  element: HTMLElement;
  control: Control;
  /** Shows what is wrong, tied to the control; an empty message takes it away. */
  blame: (message: string) => void;
  isBlamed: () => boolean;
};

/** A control with its label, a hint and a place for what is wrong with it. */
export function createField(
  control: Control,
  { label, hint }: { label: string; hint?: string | false },
): Field {
  const { id } = control;
  const error = h('p', { id: `${id}-error`, class: 'error', part: 'error', hidden: true });
  const note = hint && h('small', { id: `${id}-hint` }, hint);
  const link = (isBlamed: boolean): void => {
    const ids = [isBlamed ? error.id : '', note ? note.id : ''].join(' ').trim();
    if (ids) control.setAttribute('aria-describedby', ids);
    else control.removeAttribute('aria-describedby');
    control.ariaInvalid = isBlamed ? 'true' : null;
  };
  link(false);
  return {
    element: h(
      'div',
      { class: 'field', part: 'field' },
      h('label', { for: id }, label),
      control,
      note,
      error,
    ),
    control,
    isBlamed: () => !error.hidden,
    blame: (message) => {
      error.textContent = message;
      error.hidden = message === '';
      link(message !== '');
    },
  };
}
