import { apart } from '../apart.ts';
import { colleagues } from '../colleagues.ts';
import { liveState } from '../live.ts';

/** Who else is at the desk now, and whether anything can be heard at all. */
export function ColleaguesLine() {
  const others = colleagues.value;
  if (liveState.value === 'lost') {
    return (
      <p class="colleagues" title="The desk has no live connection and looks by itself.">
        <span class="long">Looks every 20 seconds</span>
        <span class="short">Not live</span>
      </p>
    );
  }
  if (others.length === 0) return <p class="colleagues" />;
  const words = wordsFor(others);
  return (
    <p class="colleagues" title={words}>
      <span class="long">
        <bdi>{words}</bdi>
      </span>
      <span class="short">
        {others.length === 1 ? '1 other here' : `${others.length} others here`}
      </span>
    </p>
  );
}

/** "Ada and Jon are here", "Ada and 2 more are here", "2 colleagues here". */
export function wordsFor(others: readonly (string | null)[]): string {
  const names = others
    .filter((name) => name !== null)
    .toSorted()
    .map(apart);
  const more = others.length - Math.min(names.length, 2);
  const [first, second] = names;
  if (first === undefined) return more === 1 ? '1 colleague here' : `${more} colleagues here`;
  if (second === undefined)
    return more === 0 ? `${first} is here` : `${first} and ${more} more here`;
  return more === 0
    ? `${first} and ${second} are here`
    : `${first}, ${second} and ${more} more here`;
}
