import { signal } from '@preact/signals';

const query = matchMedia('(min-width: 68rem)');

/** Whether there is room for the third zone. Follows the window and its zoom. */
export const isWide = signal(query.matches);

query.addEventListener('change', () => {
  isWide.value = query.matches;
});
