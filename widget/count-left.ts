import { lengthOf, trimInvisible } from '../src/domain/form-rules.ts';
import { actingText } from './acting-text.ts';
import type { CommentForm } from './form.ts';
import { h } from './h.ts';
import type { View } from './view.ts';

/** From here on a reader wants to know; in characters. */
const NEAR = 200;
/** A screen reader says the number here, not at every key. */
const SAID = [100, 50, 20, 10, 0, -1];

/** How much may still be typed, under the comment, once that matters. Answers how to count anew. */
export function addCount(view: View, form: CommentForm): () => void {
  const text = actingText(view);
  const { control, element } = form.fields.body;
  const shown = h('p', { id: 'body-left', class: 'quiet' });
  const said = h('span', { role: 'status', class: 'unseen' });
  control.setAttribute('aria-describedby', `${control.getAttribute('aria-describedby')} body-left`);
  element.append(shown, said);
  return () => {
    const left = view.form.maxLength - lengthOf(trimInvisible(control.value));
    const words = left < 0 ? text.over(-left) : text.left(left);
    shown.textContent = left < NEAR ? words : '';
    if (SAID.includes(left)) said.textContent = words;
  };
}
