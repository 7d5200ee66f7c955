import {
  filtersOf,
  type NarrowName,
  narrowWords,
  withNarrow,
  wrongInAddress,
} from '../narrowing.ts';
import { shortcuts } from '../own-keys.ts';
import { goToView, openFilter } from '../pages.ts';
import { dialog, view } from '../store.ts';
import { Key } from './key.tsx';

/** What the queue is narrowed to, how it is sorted, and the ways to change both. */
export function FilterBar() {
  const { narrow, q, mine } = view.value;
  if (q !== null || mine) return null;
  const filters = filtersOf(narrow);
  return (
    <section class="filters" aria-label="Filter and order">
      <p class="filter-line">
        <button type="button" class="plain" aria-keyshortcuts={shortcuts('o')} onClick={openFilter}>
          Filter <Key name="o" />
        </button>
        <Order />
        {filters.map(([name, value]) => (
          <Chip key={name} name={name} value={value} />
        ))}
        {filters.length > 1 && (
          <button type="button" class="link" onClick={clearFilters}>
            Clear all
          </button>
        )}
        <button type="button" class="plain all" onClick={openAll}>
          All of these…
        </button>
      </p>
      {wrongInAddress(location.search).map((words) => (
        <p key={words} class="error">
          {words}
        </p>
      ))}
    </section>
  );
}

function openAll(): void {
  dialog.value = 'all';
}

/** Changes one thing of the filter; the address follows. */
export function narrowBy(change: Partial<Record<NarrowName, string>>): void {
  const { narrow, ...rest } = view.peek();
  goToView({ ...rest, narrow: withNarrow(narrow, change) });
}

function clearFilters(): void {
  const { narrow, ...rest } = view.peek();
  goToView({ ...rest, narrow: withNarrow({}, { sort: narrow?.sort ?? '' }) });
}

function Chip({ name, value }: { name: NarrowName; value: string }) {
  const words = narrowWords(name, value);
  return (
    <button type="button" class="chip" onClick={() => narrowBy({ [name]: '' })}>
      <bdi>{words}</bdi> <span aria-hidden="true">×</span>
      <span class="unseen">, take this filter away</span>
    </button>
  );
}

function Order() {
  const { narrow } = view.value;
  const choose = ({ currentTarget }: Event) => {
    if (currentTarget instanceof HTMLSelectElement) narrowBy({ sort: currentTarget.value });
  };
  return (
    <label class="order">
      <span class="unseen">Order</span>
      <select
        value={narrow?.sort ?? ''}
        onChange={choose}
        title="Priority: reports first, then what many read, then what waits longest"
      >
        <option value="">Usual order</option>
        <option value="oldest">Oldest first</option>
        <option value="newest">Newest first</option>
        <option value="priority">Priority: reports, readers, wait</option>
      </select>
    </label>
  );
}

/** Beside an article or an author: narrows the queue to it. */
export function OnlyButton(given: { name: NarrowName; value: string; words: string }) {
  const { queue, site, narrow, q } = view.value;
  // Of a search nothing is left out, whatever waits for the way back.
  const before = q === null ? narrow : undefined;
  if (before?.[given.name] === given.value) return null;
  return (
    <button
      type="button"
      class="link only"
      onClick={() => {
        const next = withNarrow(before, { [given.name]: given.value });
        goToView({ queue, site, q: null, narrow: next });
      }}
    >
      {given.words}
    </button>
  );
}

export function NothingFits() {
  return (
    <div class="empty" tabIndex={-1}>
      <p>Nothing here fits the filter.</p>
      <button type="button" onClick={clearFilters}>
        Clear the filter
      </button>
    </div>
  );
}
