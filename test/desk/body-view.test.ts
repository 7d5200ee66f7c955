// @vitest-environment happy-dom
import { h, render } from 'preact';
import { beforeEach, expect, test } from 'vitest';
import { BodyView } from '../../desk/components/body-view.tsx';
import type { Block } from '../../src/contract/body.ts';

const root = document.createElement('div');

beforeEach(() => render(null, root));

function draw(body: Block[], pieces: string[] = []): void {
  render(h(BodyView, { body, pieces }), root);
}

test('a match that runs through emphasis and a link is marked in each of them', () => {
  const children = [
    'buy ',
    { type: 'emphasis' as const, children: ['cheap'] },
    ' at ',
    { type: 'link' as const, href: 'https://a.example/x', text: 'https://a.example/x' },
  ];
  draw([{ type: 'paragraph', children }], ['cheap at https://a']);
  const marks = [...root.querySelectorAll('mark')].map((mark) => mark.textContent);
  expect(marks).toEqual(['cheap', ' at ', 'https://a']);
  expect(root.textContent).toBe('buy cheap at https://a.example/x');
});

test('a line break counts as one character between its neighbours', () => {
  const children = ['one', { type: 'break' as const }, 'two'];
  draw([{ type: 'paragraph', children }], ['e\nt']);
  expect([...root.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['e', 't']);
});

test('matches inside quotes are marked', () => {
  draw([{ type: 'quote', children: [{ type: 'paragraph', children: ['a word'] }] }], ['word']);
  expect(root.querySelector('blockquote mark')?.textContent).toBe('word');
});

test('links open elsewhere and pass nothing on', () => {
  const link = { type: 'link' as const, href: 'https://a.example/', text: 'a' };
  draw([{ type: 'paragraph', children: [link] }]);
  const anchor = root.querySelector('a');
  expect(anchor?.getAttribute('rel')).toBe('nofollow ugc noopener noreferrer');
  expect(anchor?.getAttribute('target')).toBe('_blank');
});

test('an address that could run something is only text', () => {
  const link = { type: 'link' as const, href: 'javascript:alert(1)', text: 'a' };
  draw([{ type: 'paragraph', children: [link] }]);
  expect(root.querySelector('a')).toBeNull();
  expect(root.textContent).toBe('a');
});

test('markup in a text stays text', () => {
  const payload = '<img src=x onerror=alert(1)>';
  draw([{ type: 'paragraph', children: [payload] }], ['onerror']);
  expect(root.querySelector('img')).toBeNull();
  expect(root.textContent).toBe(payload);
});
