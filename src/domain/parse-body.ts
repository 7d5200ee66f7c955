import MarkdownIt from 'markdown-it';
import type { Block, Inline } from './body.ts';

/** Grows when the same source would give another tree; stored beside every tree. */
export const BODY_PARSER = 1;

/** A line with more quote marks than this makes the whole comment plain text: nobody reads it. */
const DEEPEST_QUOTE = 8;
const TOO_DEEP = new RegExp(`^(?:[ \\t]*>){${DEEPEST_QUOTE + 1}}`, 'm');

// Everything off, then the few kinds that a comment may have. `balance_pairs` and
// `fragments_join` belong to emphasis; no escapes and no entities, so text reads as it was typed.
const markdown = new MarkdownIt('zero', { html: false, linkify: true });
markdown.enable([
  'blockquote',
  'emphasis',
  'linkify',
  'newline',
  'balance_pairs',
  'fragments_join',
]);
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
for (const scheme of ['ftp:', '//', 'mailto:']) markdown.linkify.add(scheme, null);
// Not decoded for display: a decoded host can look like another one.
markdown.normalizeLinkText = (url) => url;

type Token = ReturnType<typeof markdown.parse>[number];

/** Reads a comment's source. Never throws, never loses a visible character of plain text. */
export function parseBody(source: string): Block[] {
  if (TOO_DEEP.test(source)) return readPlain(source);
  const blocks = readBlocks(markdown.parse(source, {}).values());
  // Nothing but quote marks: shown as they are, rather than as nothing.
  return blocks.length > 0 ? blocks : readPlain(source);
}

function readPlain(source: string): Block[] {
  return source
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => ({ type: 'paragraph', children: breakLines(paragraph.trim()) }));
}

function breakLines(text: string): Inline[] {
  return text
    .split('\n')
    .flatMap((line, at): Inline[] => (at === 0 ? [line] : [{ type: 'break' }, line]));
}

function readBlocks(tokens: Iterator<Token>): Block[] {
  const blocks: Block[] = [];
  for (let next = tokens.next(); !next.done; next = tokens.next()) {
    const token = next.value;
    if (token.type === 'blockquote_close') return blocks;
    if (token.type === 'blockquote_open') {
      const children = readBlocks(tokens);
      if (children.length > 0) blocks.push({ type: 'quote', children });
    }
    if (token.type === 'inline') {
      const children = readInlines((token.children ?? []).values(), []);
      if (children.length > 0) blocks.push({ type: 'paragraph', children });
    }
  }
  return blocks;
}

type Emphasis = 'emphasis' | 'strong';

/** `within` are the kinds of emphasis around these tokens: a kind inside itself shows nothing new. */
function readInlines(tokens: Iterator<Token>, within: Emphasis[]): Inline[] {
  const nodes: Inline[] = [];
  for (let next = tokens.next(); !next.done; next = tokens.next()) {
    if (next.value.nesting < 0) return nodes;
    for (const node of readInline(next.value, { tokens, within })) append(nodes, node);
  }
  return nodes;
}

function readInline(
  token: Token,
  { tokens, within }: { tokens: Iterator<Token>; within: Emphasis[] },
): Inline[] {
  switch (token.type) {
    case 'softbreak':
    case 'hardbreak':
      return [{ type: 'break' }];
    case 'em_open':
      return emphasize('emphasis', { tokens, within });
    case 'strong_open':
      return emphasize('strong', { tokens, within });
    case 'link_open':
      return [readLink(String(token.attrGet('href') ?? ''), readInlines(tokens, within))];
    default:
      return [token.content];
  }
}

function emphasize(
  type: Emphasis,
  { tokens, within }: { tokens: Iterator<Token>; within: Emphasis[] },
): Inline[] {
  if (within.includes(type)) return readInlines(tokens, within);
  return [{ type, children: readInlines(tokens, [...within, type]) }];
}

function append(nodes: Inline[], node: Inline): void {
  const last = nodes.at(-1);
  if (typeof node === 'string' && typeof last === 'string') nodes[nodes.length - 1] = last + node;
  else if (node !== '') nodes.push(node);
}

function readLink(href: string, children: Inline[]): Inline {
  const text = children.filter((child) => typeof child === 'string').join('');
  return /^https?:\/\//i.test(href) ? { type: 'link', href, text: text || href } : text;
}
