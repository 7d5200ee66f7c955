import { fail, ok, type Result } from './result.ts';
import { allowsOrigin, type Site } from './site.ts';

/** What a page said about itself: its address, or a key of its own, or both. */
export type PageRef = { url?: string | undefined; key?: string | undefined };

/** `page` is what makes two visits the same thread; `url` is where the article can be opened. */
export type PageAddress = { page: string; url: string | null };

export type PageError = 'no-page' | 'bad-url';

/** Added to addresses by newsletters, advertisements and social networks; never part of a page. */
const TRACKERS =
  /^(?:utm_\w+|fbclid|gclid|gbraid|wbraid|dclid|gad_source|msclkid|twclid|ttclid|yclid|igshid|igsh|mc_[ce]id|_hs(?:enc|mi)|mkt_tok|vero_id|wickedid|oly_(?:anon|enc)_id|rb_clickid|s_cid|_ga|_gl|ref_src)$/i;

/**
 * The thread's address for a page. Scheme, fragment, trackers, a default port and a trailing dot
 * of the host do not make another thread; everything else does, the order of parameters included.
 */
export function addressPage(ref: PageRef): Result<PageAddress, PageError> {
  const url = ref.url === undefined ? null : cleanUrl(ref.url);
  if (ref.url !== undefined && url === null) return fail('bad-url');
  if (ref.key !== undefined) return ok({ page: `key:${ref.key}`, url: url?.href ?? null });
  return url === null ? fail('no-page') : ok({ page: pageOf(url), url: url.href });
}

/** Whether an article's address lies on one of the site's origins; a key alone lies nowhere else. */
export function isOwnPage({ url }: Pick<PageAddress, 'url'>, site: Pick<Site, 'origins'>): boolean {
  return url === null || allowsOrigin(site.origins, new URL(url).origin);
}

function pageOf(url: URL): string {
  return `${url.host}${url.pathname}${url.search}`;
}

function cleanUrl(text: string): URL | null {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return null;
  url.hash = '';
  url.hostname = url.hostname.replace(/\.$/, '');
  url.search = withoutTrackers(url.search);
  return url;
}

/** By the letter: what stays is not written anew, or two spellings would make two threads. */
function withoutTrackers(search: string): string {
  const kept = search
    .slice(1)
    .split('&')
    .filter((part) => !TRACKERS.test(part.split('=')[0] ?? ''))
    .join('&');
  // Setting a search drops its first question mark, one of the text's own if there is no other.
  return kept === '' ? '' : `?${kept}`;
}
