import { useEffect, useRef } from 'preact/hooks';
import { shortcuts } from '../own-keys.ts';
import { goToView } from '../pages.ts';
import { view } from '../store.ts';
import { Key } from './key.tsx';

const FIELD = 'search';

/** Looks in all comments of the chosen sites; an empty field goes back to the queue. */
export function Search() {
  const field = useRef<HTMLInputElement>(null);
  const { q } = view.value;
  useEffect(() => {
    if (field.current !== null) field.current.value = q ?? '';
  }, [q]);
  const search = (event: Event) => {
    event.preventDefault();
    const text = field.current?.value.trim() ?? '';
    if (text === (q ?? '')) return;
    const { mine: _, ...here } = view.peek();
    goToView({ ...here, q: text || null });
    field.current?.blur();
  };
  return (
    <search>
      <form class="search" onSubmit={search}>
        <label class="unseen" for={FIELD}>
          Search comments, names and articles
        </label>
        <input
          id={FIELD}
          ref={field}
          type="search"
          enterkeyhint="search"
          maxLength={200}
          placeholder="Search"
          aria-keyshortcuts={shortcuts('/')}
          onSearch={search}
        />
        <Key name="/" />
      </form>
    </search>
  );
}

/** Puts the cursor into the field, all of its text selected. */
export function focusSearch(): void {
  const field = document.getElementById(FIELD);
  if (!(field instanceof HTMLInputElement)) return;
  field.focus();
  field.select();
}
