import { fold } from '../fold.ts';
import { findLinks } from '../links.ts';
import { addArticle } from './article-features.ts';
import { addAuthor } from './author-features.ts';
import { Bag, type Features, type Label } from './bag.ts';
import { addLinks, addWebsite } from './link-features.ts';
import { addShape } from './shape-features.ts';
import { addText } from './text-features.ts';
import type { Writing } from './writing.ts';

/** All that the classifier looks at in one comment. */
export function features(writing: Writing): Features {
  return collect(writing, new Bag());
}

/** The same, with what each feature says in words; several times slower, for explanations only. */
export function labelledFeatures(writing: Writing): {
  features: Features;
  labels: Map<number, Label>;
} {
  const labels = new Map<number, Label>();
  return { features: collect(writing, new Bag(labels)), labels };
}

// Who writes more says it in the beginning, or leaves a link at the end; and time is limited.
const HEAD = 1600;
const TAIL = 400;

function collect(writing: Writing, bag: Bag): Features {
  const body =
    writing.body.length <= HEAD + TAIL
      ? writing.body
      : `${writing.body.slice(0, HEAD)}\n${writing.body.slice(-TAIL)}`;
  const links = findLinks(body);
  const prose = withoutLinks(body, links);
  const text = fold(prose).text.replace(/\s+/g, ' ').trim();
  addText(bag, text);
  addShape(bag, { body, prose, text, links });
  addLinks(bag, links);
  addAuthor(bag, writing);
  addWebsite(bag, writing.website);
  addArticle(bag, { text, article: writing.article });
  return bag.done();
}

/** Addresses are judged by themselves; in the text each leaves one sign. */
function withoutLinks(body: string, links: { start: number; end: number }[]): string {
  let out = '';
  let done = 0;
  for (const { start, end } of links) {
    out += `${body.slice(done, start)} ⇗ `;
    done = end;
  }
  return out + body.slice(done);
}
