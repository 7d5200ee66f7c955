import type { Reported } from '../src/contract/acts.ts';
import { actsText } from './acts-text.ts';
import { askAsReader } from './ask-as-reader.ts';
import { h } from './h.ts';
import { enOwn } from './text/en-own.ts';
import type { View } from './view.ts';

type Opened = { group: HTMLElement; close: () => void };

/** A small form in the place of the buttons. What was typed stays until the report has arrived. */
export function openReport(view: View, { group, close }: Opened, id: string): void {
  const text = actsText(view);
  const error = h('p', { class: 'error', role: 'alert' });
  const details = h('textarea', { maxlength: 500, dir: 'auto', name: 'text' });
  const choices = view.form.reasons.map((reason) =>
    h(
      'label',
      { class: 'consent' },
      h('input', { type: 'radio', name: 'reason', value: reason }),
      h('span', { dir: 'auto' }, text.reasons[reason] ?? reason),
    ),
  );
  const form = h(
    'form',
    { class: 'report', 'aria-label': text.why, submit: send },
    h('b', {}, text.why),
    ...choices,
    h('label', {}, text.details, details),
    error,
    h(
      'div',
      { class: 'bar' },
      h('button', { type: 'submit' }, text.sendReport),
      h('button', { type: 'button', click: close }, view.text.cancel),
    ),
  );
  let isBusy = false;

  async function send(event: Event): Promise<void> {
    event.preventDefault();
    const reason = new FormData(form).get('reason');
    error.textContent = reason ? '' : text.choose;
    if (!reason) choices[0]?.querySelector('input')?.focus();
    if (!reason || isBusy) return;
    isBusy = true;
    const words = details.value.trim();
    const body = JSON.stringify({ reason, ...(words && { text: words }) });
    const ask = { path: `${id}/reports`, method: 'POST', body };
    const answer = await askAsReader<Reported>(view, ask);
    isBusy = false;
    if (!answer.ok) {
      error.textContent = answer.failure.message || (view.text.acting ?? enOwn).unsaved;
      return;
    }
    const done = h('p', { role: 'status', tabindex: -1 }, text.reported);
    group.replaceChildren(done);
    done.focus();
  }

  group.replaceChildren(form);
  choices[0]?.querySelector('input')?.focus();
}
