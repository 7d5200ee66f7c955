import { html } from 'hono/html';
import type { Block, Inline } from '../domain/body.ts';
import type { Html } from './html-page.ts';

/** A body's tree as HTML, every text escaped. The kinds of the tree are all the markup there is. */
export function drawBody(body: readonly Block[]): Html[] {
  return body.map((block) =>
    block.type === 'quote'
      ? html`<blockquote dir="auto">${drawBody(block.children)}</blockquote>`
      : html`<p dir="auto">${drawInlines(block.children)}</p>`,
  );
}

function drawInlines(nodes: readonly Inline[]): Html[] {
  return nodes.map(drawInline);
}

function drawInline(node: Inline): Html {
  if (typeof node === 'string') return html`${node}`;
  switch (node.type) {
    case 'break':
      return html`<br>`;
    case 'emphasis':
      return html`<em>${drawInlines(node.children)}</em>`;
    case 'strong':
      return html`<strong>${drawInlines(node.children)}</strong>`;
    case 'link':
      return html`<a href="${safeHref(node.href)}" rel="nofollow ugc noopener">${node.text}</a>`;
  }
}

/** The tree only holds http and https; should another ever come, it leads nowhere. */
function safeHref(href: string): string {
  return /^https?:\/\//i.test(href) ? href : '#';
}
