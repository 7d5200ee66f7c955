import type { PreviewedComment } from '../src/contract/comments.ts';
import { actingText } from './acting-text.ts';
import { drawBody } from './draw-body.ts';
import type { CommentForm } from './form.ts';
import { h } from './h.ts';
import type { View } from './view.ts';

/** A button that shows what the markup will look like, and puts it away again. */
export function addPreview(view: View, form: CommentForm): void {
  const { preview, unsaved } = actingText(view);
  const region = h('div', { class: 'body preview', role: 'region', 'aria-label': preview });
  const body = form.fields.body.control;
  const button = h('button', { type: 'button', 'aria-expanded': 'false' }, preview);
  const close = (): void => {
    region.remove();
    button.ariaExpanded = 'false';
  };
  button.addEventListener('click', async () => {
    if (region.isConnected) return close();
    const source = body.value;
    if (!source.trim()) return body.focus();
    const answer = await view.call<PreviewedComment>(`${view.place.api}/api/v1/preview`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ body: source }),
    });
    // Typing goes on while the answer is on its way.
    if (body.value !== source) return;
    region.replaceChildren(
      ...(answer.ok ? drawBody(answer.value.body) : [h('p', { class: 'error' }, unsaved)]),
    );
    form.fields.body.element.after(region);
    button.ariaExpanded = 'true';
  });
  // What was shown is no longer what stands there.
  body.addEventListener('input', close);
  form.element.addEventListener('reset', close);
  form.post.after(button);
}
