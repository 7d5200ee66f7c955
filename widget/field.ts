import { h } from './h.ts';

export type Control = HTMLInputElement | HTMLTextAreaElement;
export type Field = {
  element: HTMLElement;
  control: Control;
  /** Shows what is wrong with the control, as its description; an empty message takes it away. */
  blame: (message: string) => void;
  isBlamed: () => boolean;
};

/** A control with its label, a hint and a place for what is wrong with it. */
export function createField(
  control: Control,
  { label, hint }: { label: string; hint?: string },
): Field {
  const { id } = control;
  const error = h('p', { id: `${id}-error`, class: 'error' });
  const note = hint ? h('small', { id: `${id}-hint` }, hint) : null;
  control.setAttribute('aria-describedby', `${error.id} ${note?.id ?? ''}`);
  return {
    element: h('div', { class: 'field' }, h('label', { for: id }, label), control, note, error),
    control,
    isBlamed: () => error.textContent !== '',
    blame: (message) => {
      error.textContent = message;
      control.ariaInvalid = message ? 'true' : null;
    },
  };
}
