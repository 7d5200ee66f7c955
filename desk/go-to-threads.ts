import { addressOf } from './address.ts';
import { askFocus, currentCard, path, view } from './store.ts';
import { isThreads, threadAddress } from './thread-address.ts';

/** Opens the threads or one of them; the queue stays as it is behind it. */
export function goToThreads(address: string): void {
  history.pushState(null, '', address);
  path.value = location.pathname;
}

/** Back to the queue, at the comment where it was left. */
export function leaveThreads(): void {
  history.pushState(null, '', addressOf(view.peek()));
  path.value = location.pathname;
  askFocus('keep');
}

/** To the current comment's thread, and back from there. */
export function toggleThread(): void {
  const card = currentCard.peek();
  if (isThreads(path.peek())) leaveThreads();
  else if (card !== undefined && !view.peek().mine) goToThreads(threadAddress(card.item.thread.id));
}

/** For a link's click: goes there without loading the desk anew, unless another tab is wanted. */
export function followHere(event: MouseEvent, go: () => void): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  go();
}
