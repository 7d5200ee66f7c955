import { askOwn } from './ask-own.ts';
import { h } from './h.ts';
import { forgetComment, markGone } from './own-comments.ts';
import { hideParts, swap } from './swap-parts.ts';
import { takeOut } from './take-out.ts';
import { enOwn } from './text/en-own.ts';
import type { View } from './view.ts';

/** So long its author may take a deletion back, in ms; the service hears of it afterwards. */
const UNDO_MS = 10_000;

/** Takes a comment away and offers to bring it back. Whoever leaves the page has decided. */
export function remove(view: View, { article, id }: { article: HTMLElement; id: string }): void {
  const text = view.text.acting ?? enOwn;
  const settled = new AbortController();
  const { signal } = settled;
  const undo = h('button', {}, text.undo);
  const line = h(
    'div',
    { class: 'actions', role: 'group', 'aria-label': text.deleted },
    h('span', { class: 'quiet' }, text.deleted),
    undo,
  );
  const restore = (message: string, isFailure = false): void => {
    settled.abort();
    clearTimeout(timer);
    markGone(view.place, { id, gone: false });
    swap(line, hidden);
    view.say(message, isFailure);
  };
  const commit = async (): Promise<void> => {
    settled.abort();
    clearTimeout(timer);
    undo.ariaDisabled = 'true';
    const answer = await askOwn(view, { id, method: 'DELETE', keepalive: true });
    if (answer.ok || answer.failure.status === 404) forget(view, { id, line });
    else restore(answer.failure.message || text.unsaved, true);
  };
  undo.addEventListener('click', () => signal.aborted || restore(text.restored));
  addEventListener('pagehide', commit, { signal });
  view.signal.addEventListener('abort', commit, { signal });
  // A browser that ends before the service has heard tells it on the next visit.
  markGone(view.place, { id, gone: true });
  const timer = setTimeout(commit, UNDO_MS);
  const hidden = hideParts(article, '.body, .actions');
  article.append(line);
  undo.focus();
}

function forget(view: View, { id, line }: { id: string; line: HTMLElement }): void {
  const hadFocus = line.contains(view.host.shadowRoot?.activeElement ?? null);
  forgetComment(view.place, id);
  takeOut(view, id);
  view.draw();
  if (hadFocus) view.host.shadowRoot?.querySelector('h2')?.focus();
}
