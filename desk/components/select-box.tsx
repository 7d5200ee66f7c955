import { shortcuts } from '../own-keys.ts';
import { openCluster } from '../pages.ts';
import { toggleSelected } from '../selection.ts';
import { Key } from './key.tsx';

/** Selects a card; the key does the same for the current one. */
export function SelectBox({ id, name, selected }: { id: string; name: string; selected: boolean }) {
  return (
    <label class="select-box">
      <input
        type="checkbox"
        checked={selected}
        aria-label={`Select the comment by ${name}`}
        aria-keyshortcuts={shortcuts('x')}
        onChange={() => toggleSelected(id)}
      />
    </label>
  );
}

/** `like` comments have about this wording, this one counted; 12 stands for 12 or more. */
export function ClusterButton({ like }: { like: number }) {
  return (
    <button type="button" class="plain" aria-keyshortcuts={shortcuts('c')} onClick={openCluster}>
      {like === 1 ? 'Others like this' : `${like === 12 ? '12 or more' : like} like this`}{' '}
      <Key name="c" />
    </button>
  );
}
