import { signal } from '@preact/signals';
import { announce, currentCard } from './store.ts';

/** What is open below the current card: its earlier texts, or what stands around it. */
export type Panel = 'edits' | 'branch';

export const opened = signal<{ id: string; panel: Panel } | null>(null);

export function isOpen(id: string, panel: Panel): boolean {
  return opened.value?.id === id && opened.value.panel === panel;
}

/** Opens it below the current card, or closes it. A comment that was never edited has no edits. */
export function togglePanel(panel: Panel): void {
  const item = currentCard.peek()?.item;
  if (item === undefined || (panel === 'edits' && item.editedAt === null)) return;
  const before = opened.peek();
  const isThere = before?.id === item.id && before.panel === panel;
  opened.value = isThere ? null : { id: item.id, panel };
  announce(isThere ? 'Closed' : 'Opened below the comment');
}
