import type { QueueItem } from '../../src/contract/desk.ts';
import { openReasons } from '../actions.ts';
import { openNote, toggleFeatured } from '../marks.ts';
import { shortcuts } from '../own-keys.ts';
import { Key } from './key.tsx';

/** What can be done with a comment beside deciding; each also by its key. */
export function MarkButtons({ item }: { item: QueueItem }) {
  const { status, featured } = item;
  return (
    <>
      <button
        type="button"
        class="plain"
        aria-pressed={featured !== null}
        aria-keyshortcuts={shortcuts('e')}
        disabled={status !== 'published'}
        onClick={toggleFeatured}
      >
        Feature <Key name="e" />
      </button>
      <button type="button" class="plain" aria-keyshortcuts={shortcuts('n')} onClick={openNote}>
        Note <Key name="n" />
      </button>
      <button
        type="button"
        class="plain"
        aria-keyshortcuts={shortcuts('D')}
        disabled={status === 'rejected' || status === 'deleted'}
        onClick={openReasons}
      >
        Reject with a reason <Key name="D" />
      </button>
    </>
  );
}
