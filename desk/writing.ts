import { noting } from './marks.ts';
import { replying } from './replies.ts';
import { flow } from './store.ts';

const FIELDS = 'input:not([type=checkbox]), textarea, select';

/**
 * The current card while somebody writes on it. It must not leave by itself: the focus would fall to
 * the page, where letters decide about the next comment.
 */
export function writtenAt(): string | null {
  const { current } = flow.peek();
  if (current === null) return null;
  if (replying.peek() === current || noting.peek() === current) return current;
  const card = document.activeElement?.closest<HTMLElement>('article[data-id]');
  const isInField = document.activeElement?.matches(FIELDS) === true;
  return isInField && card?.dataset.id === current ? current : null;
}
