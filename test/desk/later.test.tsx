import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { later } from '../../desk/components/later.tsx';
import { button } from './service-in-hand.ts';

let place: HTMLElement;

beforeEach(() => {
  place = document.createElement('main');
  document.body.append(place);
});

afterEach(() => {
  render(null, place);
  place.remove();
});

const Greeting = ({ name }: { name: string }) => <p>Hello {name}</p>;

/** A part that comes, or does not, when the test says so. */
function aPart() {
  const asked: { come: () => void; fail: () => void }[] = [];
  const Part = later(
    () =>
      new Promise<typeof Greeting>((come, fail) => {
        asked.push({ come: () => come(Greeting), fail: () => fail(new Error('gone')) });
      }),
    { what: 'the greeting', Frame: ({ children }) => <section>{children}</section> },
  );
  return { Part, asked };
}

test('a part is fetched when it is first shown, stands in its frame until then, and stays', async () => {
  const { Part, asked } = aPart();
  await act(() => render(<Part name="Ada" />, place));
  expect(place.querySelector('section')?.textContent).toBe('Loading the greeting');
  await act(async () => asked[0]?.come());
  expect(place.innerHTML).toBe('<p>Hello Ada</p>');
  await act(() => render(null, place));
  await act(() => render(<Part name="Bob" />, place));
  expect([place.innerHTML, asked.length]).toEqual(['<p>Hello Bob</p>', 1]);
});

test('one that could not be loaded says so and is loaded again', async () => {
  const { Part, asked } = aPart();
  await act(() => render(<Part name="Ada" />, place));
  await act(async () => asked[0]?.fail());
  expect(place.querySelector('section [role=alert]')?.textContent).toContain('could not be loaded');
  await act(() => button(place, 'Load again').click());
  expect(place.textContent).toBe('Loading the greeting');
  await act(async () => asked[1]?.come());
  expect(place.textContent).toBe('Hello Ada');
});

test('one that is left before it has come is there at once the next time', async () => {
  const { Part, asked } = aPart();
  await act(() => render(<Part name="Ada" />, place));
  await act(() => render(null, place));
  await act(async () => asked[0]?.come());
  await act(() => render(<Part name="Ada" />, place));
  expect(place.innerHTML).toBe('<p>Hello Ada</p>');
});
