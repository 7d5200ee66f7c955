/** The key that does the same as the button it stands on. Heard through aria-keyshortcuts. */
export function Key({ name }: { name: string }) {
  return (
    <span class="key" aria-hidden="true">
      <kbd>{name}</kbd>
    </span>
  );
}
