import type { Ask, FormField } from '../src/domain/form-rules.ts';
import { createField, type Field } from './field.ts';
import { type Attributes, h } from './h.ts';
import type { View } from './view.ts';

/** The form's elements in the order of the page; how they behave is `createForm`'s. */
export function createParts(view: View) {
  const { text, form } = view;
  const fields = createFields(view);
  const { body, name, email, website } = fields;
  const consent = h('input', { type: 'checkbox' });
  const rest = [
    ...(form.email === 'off' ? [] : [email.element]),
    ...(form.website === 'off' ? [] : [website.element]),
    h('label', { class: 'consent' }, consent, text.consent),
  ];
  for (const part of rest) part.hidden = true;
  // Found by programs only: not drawn, not read out, not reached by Tab, not filled by browsers.
  const trap = h('input', { name: 'nickname', tabindex: -1, autocomplete: 'off' });
  const heading = h('h3', { hidden: true, dir: 'auto' });
  const post = h('button', { class: 'post' }, h('span', {}, text.post));
  const cancel = h('button', { type: 'button', hidden: true }, text.cancel);
  const status = h('p', { role: 'status', class: 'notice' });
  const alert = h('p', { role: 'alert', class: 'error' });
  const element = h(
    'form',
    { novalidate: true, class: 'form' },
    heading,
    body.element,
    h('div', { class: 'who' }, name.element, ...rest),
    h('div', { class: 'trap', 'aria-hidden': 'true' }, trap),
    h('div', { class: 'actions' }, post, cancel),
    alert,
    status,
  );
  return { element, fields, rest, trap, consent, heading, post, cancel, status, alert };
}

function createFields({ text, form }: View): Record<FormField, Field> {
  const attributes = (id: FormField, ask: Ask): Attributes => ({
    id,
    name: id,
    dir: 'auto',
    'aria-required': ask === 'required' && 'true',
  });
  const labelled = (label: string, ask: Ask): string =>
    ask === 'optional' ? `${label} (${text.optional})` : label;
  const { email, website } = form;
  return {
    body: createField(h('textarea', attributes('body', 'required')), { label: text.comment }),
    name: createField(h('input', { ...attributes('name', 'required'), autocomplete: 'name' }), {
      label: text.name,
    }),
    email: createField(
      h('input', { ...attributes('email', email), inputmode: 'email', autocomplete: 'email' }),
      { label: labelled(text.email, email), hint: text.unpublished },
    ),
    website: createField(
      h('input', { ...attributes('website', website), inputmode: 'url', autocomplete: 'url' }),
      { label: labelled(text.website, website) },
    ),
  };
}
