import type { Sort } from '../src/contract/thread.ts';
import { drawBody } from './draw-body.ts';
import { h } from './h.ts';
import type { View } from './view.ts';

export const SORTS = ['newest', 'oldest', 'top', 'replies'] as const;

type Actions = { more: () => void; order: (sort: Sort) => void };
export type Frame = {
  elements: Node[];
  /** The form's own place. */
  home: HTMLElement;
  draw: () => void;
  say: View['say'];
};

/** What stands around the comments: the heading, the form's place, the order, the way to more. */
export function createFrame(
  view: View,
  { list, actions }: { list: Node; actions: Actions },
): Frame {
  const { text } = view;
  const heading = h('h2', { class: 'heading', tabindex: -1 });
  const said = h('div', { class: 'body' });
  const closed = h('div', { class: 'body' });
  const home = h('div', {}, closed);
  const orders = SORTS.map((sort) =>
    h('button', { name: sort, click: () => actions.order(sort) }, text[sort]),
  );
  const bar = h('div', { class: 'bar quiet', role: 'group', 'aria-label': text.order }, ...orders);
  const all = h('button', { class: 'more', click: () => actions.order(view.sort) }, text.all);
  const more = h('button', { class: 'more', click: actions.more }, text.more);
  const status = h('p', { role: 'status' });
  const none = h('p', { class: 'quiet' }, text.none);
  /** What stays as it is keeps what its reader has selected or focused in it. */
  let drawn = '';
  return {
    elements: [heading, said, home, bar, all, none, list, more, status],
    home,
    say(message, isFailure) {
      status.className = isFailure ? 'error' : 'unseen';
      status.textContent = message;
    },
    draw() {
      const { count, state, message, announcement } = view.thread;
      const shown = [...view.comments.values()].filter(({ status }) => status === 'published');
      const words = JSON.stringify([announcement, message]);
      if (drawn !== words) {
        said.replaceChildren(...drawBody(announcement));
        closed.replaceChildren(...(message[0] ? drawBody(message) : [text.closed]));
        drawn = words;
      }
      said.hidden = !announcement[0];
      // Digits grouped as the language groups them.
      heading.textContent = count
        ? text.comments(count).replace(/\d{4,}/, () => count.toLocaleString(text.lang))
        : text.title;
      closed.hidden = state === 'open';
      bar.hidden = view.comments.size < 2;
      for (const order of orders) order.ariaPressed = `${order.name === view.sort}`;
      all.hidden = !view.isPartial || shown.length >= count;
      more.hidden = !view.nextCursor;
      none.hidden = view.comments.size > 0 || !closed.hidden;
    },
  };
}
