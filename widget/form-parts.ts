import { createField } from './field.ts';
import { type Attributes, h } from './h.ts';
import type { View } from './view.ts';

/** What every form asks for. Both are required, and programs learn it too. */
const REQUIRED: Attributes = { dir: 'auto', 'aria-required': 'true' };

/**
 * The form's elements in the order of the page, as far as its reader has not begun to write; how
 * they behave is `createForm`'s. What else the site asks for is `addFields`'.
 */
export function createParts({ text }: View) {
  const fields = {
    body: createField(h('textarea', { id: 'body', name: 'body', ...REQUIRED }), text.comment),
    name: createField(
      h('input', { id: 'name', name: 'name', autocomplete: 'name', ...REQUIRED }),
      text.name,
    ),
  };
  // Found by programs only: not drawn, not read out, not reached by Tab, not filled by browsers.
  const trap = h('input', { name: 'nickname', tabindex: -1, autocomplete: 'off' });
  const who = h('div', { class: 'who' }, fields.name.element);
  const heading = h('h3', { hidden: true, dir: 'auto' });
  const post = h('button', { class: 'post' }, h('span', {}, text.post));
  const cancel = h('button', { type: 'button', hidden: true }, text.cancel);
  const status = h('p', { role: 'status', class: 'notice' });
  const alert = h('p', { role: 'alert', class: 'error' });
  const element = h(
    'form',
    { novalidate: true, class: 'form' },
    heading,
    fields.body.element,
    who,
    h('div', { class: 'trap', 'aria-hidden': 'true' }, trap),
    h('div', { class: 'actions' }, post, cancel),
    alert,
    status,
  );
  return { element, fields, who, trap, heading, post, cancel, status, alert };
}
