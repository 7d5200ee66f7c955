import { arrived } from '../arrivals.ts';
import { shortcuts } from '../own-keys.ts';
import { showNew } from '../pages.ts';
import { formatNumber } from '../words.ts';
import { Key } from './key.tsx';

/** In the bar, where it moves nothing: how many have come in since the list was opened. */
export function ArrivalsLine() {
  if (arrived.value === 0) return null;
  return (
    <p class="arrivals">
      <span>{formatNumber(arrived.value)} new</span>{' '}
      <button type="button" class="link" aria-keyshortcuts={shortcuts('.')} onClick={showNew}>
        Show<span class="unseen"> new comments</span>
      </button>{' '}
      <Key name="." />
    </p>
  );
}
