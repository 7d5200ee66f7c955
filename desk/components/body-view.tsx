import type { ComponentChildren } from 'preact';
import type { Block, Inline } from '../../src/contract/body.ts';
import { safeHref } from '../address.ts';
import { findMatches, type Range, splitByRanges } from '../mark-text.ts';

type Given = { body: readonly Block[]; pieces: readonly string[] };

/** A comment as readers see it, with the matched pieces marked, also across several nodes. */
export function BodyView({ body, pieces }: Given) {
  return <>{body.map((block) => drawBlock(block, pieces))}</>;
}

function drawBlock(block: Block, pieces: readonly string[]): ComponentChildren {
  if (block.type === 'quote') {
    return <blockquote>{block.children.map((inner) => drawBlock(inner, pieces))}</blockquote>;
  }
  const ranges = findMatches(block.children.map(textOf).join(''), pieces);
  return <p dir="auto">{drawInlines(block.children, { offset: 0, ranges })}</p>;
}

/** `place.offset` moves on through the paragraph's text as its nodes are drawn. */
type DrawPlace = { offset: number; ranges: readonly Range[] };

function drawInlines(nodes: readonly Inline[], place: DrawPlace): ComponentChildren {
  return nodes.map((node) => drawInline(node, place));
}

function drawInline(node: Inline, place: DrawPlace): ComponentChildren {
  if (typeof node === 'string') return drawText(node, place);
  switch (node.type) {
    case 'break':
      place.offset += 1;
      return <br />;
    case 'emphasis':
      return <em>{drawInlines(node.children, place)}</em>;
    case 'strong':
      return <strong>{drawInlines(node.children, place)}</strong>;
    case 'link':
      return drawLink(node, place);
  }
}

function drawLink(node: Extract<Inline, { type: 'link' }>, place: DrawPlace): ComponentChildren {
  const href = safeHref(node.href);
  const text = drawText(node.text, place);
  if (href === null) return <span>{text}</span>;
  return (
    <a href={href} rel="nofollow ugc noopener noreferrer" target="_blank">
      {text}
    </a>
  );
}

function drawText(text: string, place: DrawPlace): ComponentChildren {
  const pieces = splitByRanges(text, place);
  place.offset += text.length;
  return pieces.map((piece) => (piece.marked ? <mark>{piece.text}</mark> : piece.text));
}

/** The text a node shows; a line break counts as one character. */
function textOf(node: Inline): string {
  if (typeof node === 'string') return node;
  if (node.type === 'break') return '\n';
  if (node.type === 'link') return node.text;
  return node.children.map(textOf).join('');
}
