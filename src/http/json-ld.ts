import { html, raw } from 'hono/html';
import { plainText } from '../domain/body.ts';
import type { ThreadView } from '../domain/read-thread.ts';
import { titleIn } from '../domain/thread.ts';
import type { Html } from './html-page.ts';

/** The thread for search engines: schema.org's DiscussionForumPosting with its comments. */
export function jsonLd(view: ThreadView): Html {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'DiscussionForumPosting',
    headline: titleIn(view.thread) ?? undefined,
    url: view.url ?? undefined,
    commentCount: view.thread?.count ?? 0,
    comment: view.comments
      .filter(({ status }) => status === 'published')
      .map((comment) => ({
        '@type': 'Comment',
        text: plainText(comment.body),
        dateCreated: comment.createdAt.toISOString(),
        author: { '@type': 'Person', name: comment.name },
      })),
  };
  // Inside a script element nothing is decoded, so what could end it is written as an escape.
  const text = JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, escapeUnit);
  return html`<script type="application/ld+json">${raw(text)}</script>`;
}

function escapeUnit(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
