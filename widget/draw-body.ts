import type { Block, Inline } from '../src/contract/body.ts';
import { h } from './h.ts';

/** Nodes for a comment's text. Each paragraph finds its own direction. */
export function drawBody(blocks: Block[]): Node[] {
  return blocks.map((block) =>
    block.type === 'quote'
      ? h('blockquote', {}, ...drawBody(block.children))
      : h('p', { dir: 'auto' }, ...drawInlines(block.children)),
  );
}

function drawInlines(inlines: Inline[]): (Node | string)[] {
  return inlines.map((inline) => {
    if (typeof inline === 'string') return inline;
    if (inline.type === 'break') return h('br', {});
    if (inline.type === 'link') return drawLink(inline);
    return h(inline.type === 'strong' ? 'strong' : 'em', {}, ...drawInlines(inline.children));
  });
}

/** Opens in the same tab, as links of the page do; the server's word on schemes is checked again. */
function drawLink({ href, text }: { href: string; text: string }): Node | string {
  return /^https?:\/\//i.test(href) ? h('a', { href, rel: 'nofollow ugc noopener' }, text) : text;
}
