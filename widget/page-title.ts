/** The article's title: what the element says, else what the page tells networks, else its own. */
export function pageTitle(host: HTMLElement): string {
  const meta = document.querySelector<HTMLMetaElement>('meta[property="og:title"]');
  return (host.dataset.title || meta?.content || document.title).slice(0, 300);
}
