import { type Article, articles, pathOf, publishedAt, textOf } from './articles.ts';
import { type Paper, papers } from './papers.ts';

/** Where this demo runs, and when it was started for the first time. */
export type Edition = { ownOrigin: string; workerOrigin: string; since: Date };

/** The way to both newspapers. */
export function frontPage(edition: Edition): string {
  const sections = papers.map((paper) => paperSection(paper, edition)).join('\n');
  const main = `<main class="front"><h1 class="hidden">Two newspapers</h1>${sections}</main>`;
  return wholePage({ lang: 'en', title: 'Two newspapers', look: 'front', body: main });
}

/** One newspaper's own front page. */
export function paperPage(paper: Paper, edition: Edition): string {
  const body = `${masthead(paper)}<main class="front">${paperSection(paper, edition)}</main>${footer(paper)}`;
  return wholePage({ lang: 'en', title: paper.name, look: paper.key, body });
}

/** An article with the one script tag below it. */
export function articlePage(article: Article, edition: Edition): string {
  const paper = papers.find(({ key }) => key === article.site);
  if (paper === undefined) throw new Error(`no paper has the key ${article.site}`);
  const url = `${edition.ownOrigin}${pathOf(article)}`;
  const body = `${masthead(paper)}
<main>
<article lang="${article.lang}">
<header>
<p class="section">${escapeHtml(article.section)}</p>
<h1>${escapeHtml(article.title)}</h1>
<p class="standfirst">${escapeHtml(article.standfirst)}</p>
<p class="byline">${escapeHtml(article.author)} · ${dateOf(article, edition)}</p>
</header>
<div class="text">
${textOf(article)}</div>
</article>
<section class="comments" aria-label="${article.lang === 'de' ? 'Kommentare' : 'Comments'}">
${snippet(article, { url, workerOrigin: edition.workerOrigin })}
</section>
</main>
${footer(paper)}`;
  const title = `${article.title} · ${paper.name}`;
  return wholePage({ lang: article.lang, title, look: paper.key, canonical: url, body });
}

export function notFoundPage(): string {
  const body =
    '<main class="front"><h1>There is no such page</h1><p><a href="/">Both newspapers</a></p></main>';
  return wholePage({ lang: 'en', title: 'Not found', look: 'front', body });
}

/** What a publisher pastes, and a link for whoever runs no scripts. */
function snippet(article: Article, at: { url: string; workerOrigin: string }): string {
  const query = new URLSearchParams({ site: article.site, url: at.url });
  return `<script src="${at.workerOrigin}/embed.js" data-site="${article.site}" async></script>
<noscript><p><a href="${at.workerOrigin}/t?${escapeHtml(query.toString())}">Read the comments and write one</a></p></noscript>`;
}

function paperSection(paper: Paper, edition: Edition): string {
  const own = articles.filter(({ site }) => site === paper.key);
  const items = own.map((article) => teaser(article, edition)).join('\n');
  return `<section class="paper ${paper.key}">
<h2><a href="/${paper.key}/">${escapeHtml(paper.name)}</a></h2>
<p class="motto">${escapeHtml(paper.motto)}</p>
<ol class="teasers">${items}</ol>
</section>`;
}

function teaser(article: Article, edition: Edition): string {
  return `<li lang="${article.lang}">
<p class="section">${escapeHtml(article.section)}</p>
<h3><a href="${pathOf(article)}">${escapeHtml(article.title)}</a></h3>
<p>${escapeHtml(article.standfirst)}</p>
<p class="byline">${escapeHtml(article.author)} · ${dateOf(article, edition)}</p>
</li>`;
}

function masthead(paper: Paper): string {
  return `<header class="masthead"><p class="place">${escapeHtml(paper.place)}</p>
<p class="name"><a href="/${paper.key}/">${escapeHtml(paper.name)}</a></p>
<p class="motto">${escapeHtml(paper.motto)}</p></header>`;
}

function footer(paper: Paper): string {
  return `<footer><p>${escapeHtml(paper.name)} is made up, like everybody in it. <a href="/">Both newspapers</a></p></footer>`;
}

function dateOf(article: Article, { since }: Edition): string {
  const date = publishedAt(article, since);
  const words = date.toLocaleDateString(article.lang === 'de' ? 'de-DE' : 'en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return `<time datetime="${date.toISOString()}">${words}</time>`;
}

type Page = { lang: string; title: string; look: string; canonical?: string; body: string };

function wholePage({ lang, title, look, canonical, body }: Page): string {
  const link =
    canonical === undefined ? '' : `\n<link rel="canonical" href="${escapeHtml(canonical)}">`;
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>${link}
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/paper.css">
</head>
<body class="${look}">
${body}
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
