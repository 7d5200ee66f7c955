import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FloodLines } from '../../desk/components/flood-lines.tsx';
import { floods, now } from '../../desk/store.ts';
import type { Flood } from '../../src/contract/desk.ts';

let place: HTMLElement;

const site = { key: 'daily-planet', name: 'Daily Planet' };
const since = '2026-03-01T10:00:00.000Z';
const why =
  'About 80 comments came to this site in the last ten minutes; usual are about 3 an hour.';

beforeEach(() => {
  place = document.createElement('main');
  document.body.append(place);
  now.value = Date.parse('2026-03-01T10:04:00.000Z');
});

afterEach(() => {
  render(null, place);
  place.remove();
  floods.value = [];
});

async function shown(given: Flood[]): Promise<string[]> {
  await act(() => {
    floods.value = given;
    render(<FloodLines />, place);
  });
  return [...place.querySelectorAll('section[aria-label="Flood mode"] p')].map(
    (line) => line.textContent ?? '',
  );
}

test('in quiet times nothing stands above the queue', async () => {
  await shown([]);
  expect(place.textContent).toBe('');
});

test('a flooded site is named with why and since when', async () => {
  const [line] = await shown([{ site, thread: null, since, why }]);
  expect(line).toContain(
    'Flood mode: Daily Planet. Guests are held unless three of their comments were published.',
  );
  expect(line).toContain(why);
  expect(line).toContain('Began 4 min ago');
});

test('a flooded thread is named by its title, else by its address', async () => {
  const thread = { id: 't1', url: 'https://planet.example/a', title: 'The bridge' };
  const lines = await shown([
    { site, thread, since, why },
    { site, thread: { ...thread, id: 't2', title: null }, since, why },
  ]);
  expect(lines[0]).toContain('Flood mode: The bridge, Daily Planet.');
  expect(lines[1]).toContain('Flood mode: https://planet.example/a, Daily Planet.');
});

test('what was switched on by hand began at no known time', async () => {
  const by = { site, thread: null, since: null, why: 'It was switched on by hand.' };
  const [line] = await shown([by]);
  expect(line).toContain('It was switched on by hand.');
  expect(line).not.toContain('Began');
});

test('the lines leave when the flood is over', async () => {
  expect(await shown([{ site, thread: null, since, why }])).toHaveLength(1);
  expect(await shown([])).toEqual([]);
});
