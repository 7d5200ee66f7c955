import { h } from './h.ts';

export type Control = HTMLInputElement | HTMLTextAreaElement;
export type Field = {
  element: HTMLElement;
  control: Control;
  /** Shows what is wrong with the control, as its description; an empty message takes it away. */
  blame: (message: string) => void;
};

/** A control with its label and a place for what is wrong with it. */
export function createField(control: Control, label: string): Field {
  const { id } = control;
  const error = h('p', { id: `${id}-error`, class: 'error' });
  control.setAttribute('aria-describedby', error.id);
  return {
    element: h('div', { class: 'field' }, h('label', { for: id }, label), control, error),
    control,
    blame: (message) => {
      error.textContent = message;
      control.ariaInvalid = message ? 'true' : null;
    },
  };
}
