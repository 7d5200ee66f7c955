import type { ThreadPage } from '../src/contract/thread.ts';
import { allowsOrigin } from '../src/domain/site.ts';
import { type Answer, ask as call } from './ask.ts';
import { askAround, askThread } from './ask-thread.ts';
import { SORTS } from './frame.ts';
import { h } from './h.ts';
import { linkedComment } from './linked-comment.ts';
import { loadText } from './load-text.ts';
import { keptComments } from './own-comments.ts';
import { settle } from './settle.ts';
import { startView } from './start-view.ts';
import { meName, mutedName, recall } from './storage.ts';
import type { Text } from './text/en.ts';
import type { Place, View } from './view.ts';

/** Fetches a thread and draws it, or what is there instead: waiting, a failure, no comments here. */
export async function showThread(
  host: HTMLElement,
  where: { place: Place; signal: AbortSignal },
): Promise<void> {
  const { place, signal } = where;
  const chosen = recall<{ sort?: string }>(meName(place.site), {}).sort;
  const sort = SORTS.find((one) => one === (chosen ?? host.dataset.sort)) ?? SORTS[0];
  const root = h('div', { class: 'root' });
  host.shadowRoot?.replaceChildren(root);
  const wording = loadText(host.dataset.lang || document.documentElement.lang);
  void wording.then((text) => drawWaiting(root, text));
  const ask: View['ask'] = (part) => askThread(place, part);
  const [text, answer, own] = await Promise.all([
    wording,
    askAround(ask, { sort, around: linkedComment() }),
    recallOwn(place),
  ]);
  // Not there in a copy that was kept on the way from before there were any.
  const top =
    answer.ok && answer.value.featured?.[0]
      ? await import('./featured.ts').catch(() => null)
      : null;
  if (signal.aborted) return;
  const draw = (): void => {
    if (!isAvailable(answer)) {
      void import('./fault.ts').then(({ faultOf }) => console.error(faultOf(place, answer)));
      root.replaceChildren(h('p', { class: 'notice' }, text.unavailable));
    } else if (answer.ok) {
      startView(root, { ...where, page: answer.value, ask, host, sort, chosen, text, own, top });
    } else {
      const again = h('button', { click: () => void showThread(host, where) }, text.again);
      root.replaceChildren(h('p', { role: 'alert', class: 'notice' }, text.failed), again);
    }
  };
  settle(host, { draw, signal });
}

/** False where only the publisher can help: trying again gives the same answer. */
function isAvailable(answer: Answer<ThreadPage>): boolean {
  if (answer.ok) return allowsOrigin(answer.value.form.origins, location.origin);
  const { status } = answer.failure;
  return status < 400 || status >= 500 || status === 429;
}

/** Readers who never commented from this browser, and muted nobody, need none of it. */
async function recallOwn(place: Place): Promise<{ add: (view: View) => void } | null> {
  if (!keptComments(place)[0] && !recall(mutedName(place.site), null)) return null;
  return import('./recall-own.ts')
    .then(({ recallOwn }) => recallOwn(place, call))
    .catch(() => null);
}

function drawWaiting(root: HTMLElement, text: Text): void {
  root.lang = text.lang;
  root.dir = text.dir;
  const status = h('p', { role: 'status', class: 'unseen' }, text.loading);
  root.replaceChildren(status, h('div', { class: 'waiting' }));
}
