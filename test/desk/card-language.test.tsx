import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CommentCard } from '../../desk/components/comment-card.tsx';
import type { QueueItem } from '../../src/contract/desk.ts';
import { queueItem } from './queue-item.ts';

let place: HTMLElement;

beforeEach(() => {
  place = document.createElement('main');
  document.body.append(place);
});

afterEach(() => {
  render(null, place);
  place.remove();
});

async function draw(over: Partial<QueueItem>, source = false): Promise<void> {
  const card = { item: queueItem('a', over), notice: null };
  await act(() =>
    render(<CommentCard card={card} current={true} source={source} selected={false} />, place),
  );
}

const parent = (language: string | null): QueueItem['parent'] => ({
  id: 'p',
  name: 'Pia',
  body: [],
  language,
  status: 'published',
});

test('a card says the language of its text, in full for who hears it', async () => {
  await draw({ language: 'de', parent: parent('fr') });
  const told = place.querySelector('.byline [title="German"]');
  expect(told?.querySelector('[aria-hidden]')?.textContent).toBe('de');
  expect(told?.querySelector('.unseen')?.textContent).toBe('in German');
  expect(place.querySelector('.text')?.getAttribute('lang')).toBe('de');
  expect(place.querySelector('.parent [lang]')?.getAttribute('lang')).toBe('fr');
});

test('the text as it was typed is in the same language', async () => {
  await draw({ language: 'de' }, true);
  expect(place.querySelector('pre')?.closest('[lang]')?.getAttribute('lang')).toBe('de');
});

test('a language that is not known is not claimed', async () => {
  await draw({ language: null, parent: parent(null) });
  expect(place.querySelector('.text')).not.toBeNull();
  expect(place.querySelector('[lang]')).toBeNull();
  expect(place.querySelector('.byline span[title]')).toBeNull();
});
