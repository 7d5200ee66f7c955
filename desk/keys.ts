import {
  copyCurrent,
  decideCurrent,
  dismissCurrent,
  move,
  openMeasures,
  openNextQueue,
  openReasons,
  retryCurrent,
  takeBackCurrent,
  toggleSource,
  undoLast,
} from './actions.ts';
import { inQueue, QUEUES } from './address.ts';
import { focusSearch } from './components/search.tsx';
import { toggleThread } from './go-to-threads.ts';
import { openNote, toggleFeatured } from './marks.ts';
import { togglePanel } from './opened.ts';
import { actOf, ownKeys, pressedKey } from './own-keys.ts';
import { goToMine, goToView, openCluster, openFilter, showNew } from './pages.ts';
import { replyToCurrent } from './replies.ts';
import { selectRange, toggleCurrentSelected } from './selection.ts';
import { dialog, path, sessionState, view } from './store.ts';
import { isThreads } from './thread-address.ts';
import { QUEUE_NAMES } from './words.ts';

/** The first of `keys` names the act for ever: by it a moderator's own key is kept. */
export type Key = {
  keys: readonly string[];
  does: string;
  /** Whether holding the key down goes on. Decisions never do. */
  repeats?: true;
  /** Whether it works where no comment is in sight: in Mine and in the threads. */
  everywhere?: true;
  run: () => void;
};

/**
 * The one table of keys: a line here is all that a new one takes, with a `<Key>` and
 * `aria-keyshortcuts={shortcuts(…)}` on its button. j, k, f, d, b and t do what they do in Coral.
 */
export const KEYS: readonly Key[] = [
  { keys: ['j'], does: 'Next comment', repeats: true, run: () => move(1) },
  { keys: ['k'], does: 'Previous comment', repeats: true, run: () => move(-1) },
  { keys: ['f'], does: 'Publish', run: () => decideCurrent('published') },
  { keys: ['d'], does: 'Reject', run: () => decideCurrent('rejected') },
  { keys: ['D'], does: 'Reject with a reason', run: openReasons },
  { keys: ['s'], does: 'Spam', run: () => decideCurrent('spam') },
  { keys: ['h'], does: 'Hold: back to the held ones', run: () => decideCurrent('held') },
  { keys: ['z', 'u'], does: 'Undo the last decision', run: undoLast },
  {
    keys: ['Z'],
    does: 'Take back the last decision about this comment, whenever it was',
    run: takeBackCurrent,
  },
  { keys: ['b'], does: 'Ban the author, or always hold', run: openMeasures },
  { keys: ['p'], does: 'What stands around the comment', run: () => togglePanel('branch') },
  { keys: ['v'], does: 'What it said before it was edited', run: () => togglePanel('edits') },
  { keys: ['y'], does: 'Copy the text', run: copyCurrent },
  { keys: ['m'], does: 'Show the source, as it was typed', run: toggleSource },
  { keys: ['r'], does: 'Reply as staff', run: replyToCurrent },
  { keys: ['n'], does: 'Note for colleagues', run: openNote },
  { keys: ['e'], does: 'Feature: on top of its thread, or no longer', run: toggleFeatured },
  { keys: ['a'], does: 'Try again, on a comment that came back', run: retryCurrent },
  { keys: ['w'], does: 'Put a comment that came back aside', run: dismissCurrent },
  { keys: ['x'], does: 'Select, or no longer', run: toggleCurrentSelected },
  { keys: ['X'], does: 'Select all from the last selected to this', run: selectRange },
  { keys: ['c'], does: 'Comments like this one', run: openCluster },
  { keys: ['o'], does: 'Filter and sort', run: openFilter },
  {
    keys: ['g'],
    does: 'The comment’s thread, and back from there',
    everywhere: true,
    run: toggleThread,
  },
  { keys: ['.'], does: 'Show what has come in', run: showNew },
  { keys: ['t'], does: 'Next queue', everywhere: true, run: openNextQueue },
  ...QUEUES.map((queue, at) => ({
    keys: [String(at + 1)],
    does: QUEUE_NAMES[queue],
    everywhere: true as const,
    run: () => goToView(inQueue(view.peek(), queue)),
  })),
  { keys: ['7'], does: 'Mine: what I have decided', everywhere: true, run: goToMine },
  { keys: ['/'], does: 'Search', everywhere: true, run: focusSearch },
  {
    keys: ['?'],
    does: 'These keys',
    everywhere: true,
    run: () => {
      dialog.value = 'keys';
    },
  },
];

const OFF = 'belowline-desk-keys-off';
let off = readOff();

/** Single keys can be switched off, for those who dictate (WCAG 2.1.4). Remembered here. */
export function keysAreOff(): boolean {
  return off;
}

export function switchKeys(on: boolean): void {
  off = !on;
  try {
    localStorage.setItem(OFF, off ? '1' : '0');
  } catch {
    // Then the switch holds until the page is left.
  }
}

export function listenForKeys(): () => void {
  document.addEventListener('keydown', onKeyDown);
  return () => document.removeEventListener('keydown', onKeyDown);
}

function onKeyDown(event: KeyboardEvent): void {
  if (off || isElsewhere(event)) return;
  const key = actOf(pressedKey(event), { table: KEYS, own: ownKeys.peek() });
  if (key === undefined || (event.repeat && key.repeats !== true)) return;
  if (key.everywhere !== true && (isThreads(path.peek()) || view.peek().mine)) return;
  event.preventDefault();
  key.run();
}

/** Typing, a browser's shortcut, or a dialog: none of the desk's business. */
function isElsewhere(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true;
  if (event.defaultPrevented || sessionState.peek() === 'loading') return true;
  if (document.querySelector('dialog[open]') !== null) return true;
  const { target } = event;
  return (
    target instanceof Element &&
    target.closest('input:not([type=checkbox]), textarea, select') !== null
  );
}

function readOff(): boolean {
  try {
    return localStorage.getItem(OFF) === '1';
  } catch {
    return false;
  }
}
