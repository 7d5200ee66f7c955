import type { Ask } from '../src/domain/form-rules.ts';
import css from './acting.css';
import { actingText } from './acting-text.ts';
import { addCount } from './count-left.ts';
import { createField } from './field.ts';
import type { CommentForm } from './form.ts';
import { type Attributes, h } from './h.ts';
import { addNudge } from './nudge.ts';
import { addPreview } from './preview.ts';
import type { View } from './view.ts';

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

/**
 * What the site asks for beyond comment and name, and the consent to remember it: there once the
 * reader writes, filled with what is known of them. Adds each once.
 */
export function addFields(view: View, form: CommentForm): void {
  if (form.consent) return;
  view.host.shadowRoot?.adoptedStyleSheets.push(sheet);
  const text = actingText(view);
  const { email, website } = view.form;
  const { fields, who } = form;
  const known = form.draft();
  const labelled = (label: string, ask: Ask): string =>
    ask === 'optional' ? `${label} (${text.optional})` : label;
  if (email !== 'off') {
    const control = h('input', { ...attributes('email', email), inputmode: 'email' });
    fields.email = createField(control, labelled(text.email, email));
    control.after(h('small', { id: 'email-hint' }, text.unpublished));
    control.setAttribute('aria-describedby', 'email-error email-hint');
    control.value = known.email;
    who.append(fields.email.element);
  }
  if (website !== 'off') {
    const control = h('input', { ...attributes('website', website), inputmode: 'url' });
    fields.website = createField(control, labelled(text.website, website));
    control.value = known.website;
    who.append(fields.website.element);
  }
  form.count = addCount(view, form);
  form.nudge = addNudge(view, form);
  addPreview(view, form);
  const consent = h('input', { type: 'checkbox' });
  consent.checked = form.isKnown;
  form.consent = consent;
  who.append(h('label', { class: 'consent' }, consent, text.consent));
}

function attributes(id: 'email' | 'website', ask: Ask): Attributes {
  return {
    id,
    name: id,
    dir: 'auto',
    autocomplete: id === 'email' ? id : 'url',
    'aria-required': ask === 'required' && 'true',
  };
}
