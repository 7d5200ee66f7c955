import { labelOf, ownKeys } from '../own-keys.ts';

/**
 * The key that does the same as the button it stands on, by the key that the desk comes with; shown
 * is what the moderator has put in its place. Heard through aria-keyshortcuts.
 */
export function Key({ name }: { name: string }) {
  return (
    <span class="key" aria-hidden="true">
      <kbd>{labelOf(ownKeys.value[name] ?? name)}</kbd>
    </span>
  );
}
