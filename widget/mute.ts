import type { Comment } from '../src/contract/thread.ts';
import { actsText } from './acts-text.ts';
import { h } from './h.ts';
import { keep, mutedName, recall } from './storage.ts';
import type { View } from './view.ts';

/** Names; who mutes more has the oldest ones forgotten. */
const MOST = 200;

/** Folds the comments of authors whom this browser's reader does not want to read on this site. */
export function startMuting(view: View): void {
  const shown = new Set<string>();
  const fold = (comment: Comment): HTMLElement => drawMuted(view, { comment, shown });
  view.folder = ({ id, name, status }) =>
    status !== 'deleted' && !shown.has(id) && namesOf(view).includes(name) ? fold : undefined;
}

/** Nobody but this reader's browser hears of it. */
export function muteAuthor(view: View, { id, name }: Comment): void {
  keep(mutedName(view.place.site), [...namesOf(view), name].slice(-MOST));
  // Begun anew, so that what was shown in spite of it is folded as well.
  startMuting(view);
  view.draw();
  view.articleOf(id)?.querySelector('button')?.focus();
}

function namesOf({ place }: View): string[] {
  return recall<string[]>(mutedName(place.site), []);
}

function drawMuted(
  view: View,
  { comment, shown }: { comment: Comment; shown: Set<string> },
): HTMLElement {
  const text = actsText(view);
  const { id, name } = comment;
  const draw = (): void => {
    view.draw();
    view.articleOf(id)?.focus();
  };
  const show = (): void => {
    shown.add(id);
    draw();
  };
  const unmute = (): void => {
    const others = namesOf(view).filter((muted) => muted !== name);
    keep(mutedName(view.place.site), others.length > 0 ? others : null);
    draw();
  };
  return h(
    'article',
    { class: 'comment', tabindex: -1, 'aria-label': view.text.by(name) },
    h(
      'div',
      { class: 'actions quiet' },
      h('span', { dir: 'auto' }, text.muted(name)),
      h('button', { click: show }, text.show),
      h('button', { click: unmute }, text.unmute),
    ),
  );
}
