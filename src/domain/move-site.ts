import { addressPage } from './page-address.ts';
import { fail, ok, type Result } from './result.ts';
import type { Thread } from './thread.ts';
import type { ThreadPlace } from './thread-act.ts';

/** Where a site's pages were and where they are now: addresses that begin like this. */
export type PrefixMove = { from: string; to: string };

export type PrefixError = 'bad-url' | 'same' | 'to-below-from';

/** Beginnings of addresses, read: of pages as they are stored, and of whole addresses. */
export type Prefixes = { fromPage: string; toUrl: string };

/**
 * Checks what a whole site shall move by. An address below the old beginning cannot be the new one:
 * what has been moved could not be told from what has not, and would be moved again.
 */
export function readPrefixes({ from, to }: PrefixMove): Result<Prefixes, PrefixError> {
  const [old, next] = [addressPage({ url: from }), addressPage({ url: to })];
  if (!old.ok || !next.ok || next.value.url === null) return fail('bad-url');
  const fromPage = withoutSlash(old.value.page);
  const toPage = withoutSlash(next.value.page);
  if (fromPage === toPage) return fail('same');
  if (isBelow(toPage, fromPage)) return fail('to-below-from');
  return ok({ fromPage, toUrl: withoutSlash(next.value.url) });
}

/** Where a thread goes; null where it stays. A thread with a key keeps it and changes its address. */
export function placeAfter(thread: Thread, { fromPage, toUrl }: Prefixes): ThreadPlace | null {
  const { page, url } = thread;
  const isKeyed = page.startsWith('key:');
  const old = url === null ? null : addressPage({ url });
  const place = isKeyed ? (old?.ok ? old.value.page : '') : page;
  if (!isBelow(place, fromPage)) return null;
  const next = addressPage({ url: `${toUrl}${place.slice(fromPage.length)}` });
  if (!next.ok) return null;
  return isKeyed ? { page, url: next.value.url } : next.value;
}

/** Whether a page lies below this beginning, or is it: /blog has /blog/a and /blog?a, not /blogs. */
function isBelow(page: string, beginning: string): boolean {
  return page.startsWith(beginning) && /^(?:$|[/?])/.test(page.slice(beginning.length));
}

function withoutSlash(text: string): string {
  return text.replace(/\/$/, '');
}
