import css from './app.css';
import { follow } from './follow.ts';
import { showThread } from './show-thread.ts';
import { threadUrl } from './thread-url.ts';
import { type Place, threadName } from './view.ts';

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

/**
 * Shows in a host element (with an open shadow root) the thread that its `data-*` attributes or
 * the page's address name. `api` is the service's origin. Returns how to leave.
 */
export function mount(host: HTMLElement, api: string): () => void {
  const leaving = new AbortController();
  let shown = new AbortController();
  let name = '';
  const show = (): void => {
    const place = placeOf(host, api);
    if (threadName(place) === name) return;
    name = threadName(place);
    shown.abort();
    shown = new AbortController();
    void showThread(host, { place, signal: shown.signal });
  };
  if (host.shadowRoot) host.shadowRoot.adoptedStyleSheets = [sheet];
  show();
  if (!host.dataset.url && !host.dataset.key) follow(show, leaving.signal);
  return () => {
    leaving.abort();
    shown.abort();
    host.shadowRoot?.replaceChildren();
  };
}

function placeOf({ dataset }: HTMLElement, api: string): Place {
  const { site = '', key } = dataset;
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
  // With a key as well: the desk and permalinks lead back to the article by its address.
  const url = dataset.url || threadUrl(location.href, canonical);
  return { api, site, key, url };
}
