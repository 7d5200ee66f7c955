import { describe, expect, test } from 'vitest';
import type { Block } from '../../src/contract/body.ts';
import { drawBody } from '../../widget/draw-body.ts';
import { h } from '../../widget/h.ts';

const draw = (...blocks: Block[]): HTMLElement => h('div', {}, ...drawBody(blocks));

describe('a body is drawn', () => {
  test('as paragraphs, line breaks, emphasis and quotes', () => {
    const drawn = draw(
      {
        type: 'paragraph',
        children: [
          'one ',
          { type: 'strong', children: ['two ', { type: 'emphasis', children: ['three'] }] },
          { type: 'break' },
          'four',
        ],
      },
      { type: 'quote', children: [{ type: 'paragraph', children: ['said'] }] },
    );
    expect(drawn.querySelector('p > strong > em')?.textContent).toBe('three');
    expect(drawn.querySelectorAll('p > br')).toHaveLength(1);
    expect(drawn.querySelector('blockquote > p')?.textContent).toBe('said');
    expect(drawn.textContent).toBe('one two threefoursaid');
  });

  test('with each paragraph in its own direction', () => {
    const drawn = draw({ type: 'paragraph', children: ['שלום'] });
    expect(drawn.querySelector('p')?.getAttribute('dir')).toBe('auto');
  });

  test('with text that looks like markup as text', () => {
    const drawn = draw({ type: 'paragraph', children: ['<img src=x onerror=alert(1)>'] });
    expect(drawn.querySelector('img')).toBeNull();
    expect(drawn.textContent).toBe('<img src=x onerror=alert(1)>');
  });

  test('with links that pass nothing on', () => {
    const link = { type: 'link', href: 'https://example.org/a', text: 'here' } as const;
    const drawn = draw({ type: 'paragraph', children: [link] }).querySelector('a');
    expect(drawn?.getAttribute('href')).toBe('https://example.org/a');
    expect(drawn?.getAttribute('rel')).toBe('nofollow ugc noopener');
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', ' https://x', '//example.org', ''])(
    'without a link to %j',
    (href) => {
      const drawn = draw({ type: 'paragraph', children: [{ type: 'link', href, text: 'here' }] });
      expect(drawn.querySelector('a')).toBeNull();
      expect(drawn.textContent).toBe('here');
    },
  );
});
