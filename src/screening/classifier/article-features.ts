import { fold } from '../fold.ts';
import type { Bag } from './bag.ts';

export type AgainstArticle = { text: string; article: { title: string; text: string } };

const LONG_WORD = /[\p{L}\p{M}]{4,}/gu;
// Enough of an article to know its subject; a whole one would cost more than the comment.
const LEAD = 4000;

/** How much a comment takes up of what the article says; says nothing where there is no article. */
export function addArticle(bag: Bag, { text, article }: AgainstArticle): void {
  const subject = `${article.title} ${article.text.slice(0, LEAD)}`;
  const known = new Set(fold(subject).text.match(LONG_WORD));
  const words = new Set(text.match(LONG_WORD));
  if (known.size < 2 || words.size < 2) return;
  let shared = 0;
  for (const word of words) if (known.has(word)) shared++;
  bag.add('article', `words in common ${Math.min(shared, 4)}`);
  // Against a title alone, sharing nothing is usual; against the text it is telling.
  const depth = article.text === '' ? 'title' : 'text';
  bag.add('article', `of the ${depth}, ${Math.ceil((shared / words.size) * 10)} in ten`);
  bag.closeSigns(0.3);
}
