/** The tree of a comment's text: these few kinds of nodes are all there is. */
export type Inline =
  | string
  | { type: 'break' }
  | { type: 'emphasis'; children: Inline[] }
  | { type: 'strong'; children: Inline[] }
  | { type: 'link'; href: string; text: string };

export type Block =
  | { type: 'paragraph'; children: Inline[] }
  | { type: 'quote'; children: Block[] };

/** The links of a body, in reading order. */
export function linksOf(body: readonly Block[]): { href: string; text: string }[] {
  return body.flatMap((block) =>
    block.type === 'quote' ? linksOf(block.children) : inlineLinks(block.children),
  );
}

/** The words of a body without its markup, paragraphs on lines of their own. */
export function plainText(body: readonly Block[]): string {
  return body
    .map((block) =>
      block.type === 'quote' ? plainText(block.children) : inlineText(block.children),
    )
    .join('\n');
}

/**
 * The words that are its author's own: what they quote is said by somebody else. Who sends nothing but
 * a quote quotes nobody, and says it.
 */
export function ownWords(body: readonly Block[]): string {
  const own = body.filter(({ type }) => type !== 'quote');
  return plainText(own.length === 0 ? body : own);
}

function inlineLinks(nodes: readonly Inline[]): { href: string; text: string }[] {
  return nodes.flatMap((node) => {
    if (typeof node === 'string' || node.type === 'break') return [];
    return node.type === 'link'
      ? [{ href: node.href, text: node.text }]
      : inlineLinks(node.children);
  });
}

function inlineText(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return node;
      if (node.type === 'break') return '\n';
      return node.type === 'link' ? node.text : inlineText(node.children);
    })
    .join('');
}
