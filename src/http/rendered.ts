import type { Context } from 'hono';
import type { Rendered } from './fresh-bytes.ts';

/**
 * For public reads: fresh for two seconds, shown for five more while it is renewed, and for a day
 * when the service is down. A removed comment is so gone within ten seconds whatever is cached.
 */
export const PUBLIC_READ = 'public, max-age=2, stale-while-revalidate=5, stale-if-error=86400';

/**
 * `tagged` is what the ETag is made from: it may leave out what changes without meaning. `tag`
 * names what the edge may be told to drop.
 */
export async function render(
  text: string,
  { tagged = text, tag }: { tagged?: string; tag?: string } = {},
): Promise<Rendered> {
  const encoder = new TextEncoder();
  const digest = await crypto.subtle.digest('SHA-1', encoder.encode(tagged));
  const hex = Array.from(new Uint8Array(digest, 0, 10), (b) => b.toString(16).padStart(2, '0'));
  return { bytes: encoder.encode(text), etag: `W/"${hex.join('')}"`, tag: tag ?? null };
}

/** 304 where the reader has these bytes already. */
export function sendRendered(
  c: Context,
  { rendered, type }: { rendered: Rendered; type: string },
): Response {
  const headers = {
    'Content-Type': type,
    'Cache-Control': PUBLIC_READ,
    ETag: rendered.etag,
    ...(rendered.tag !== null && { 'Cache-Tag': rendered.tag }),
  };
  const known = c.req.header('if-none-match')?.split(/\s*,\s*/) ?? [];
  const isKnown = known.some(
    (etag) => etag === '*' || etag.replace(/^W\//, '') === rendered.etag.slice(2),
  );
  return isKnown
    ? c.body(null, 304, headers)
    : c.body(new Uint8Array(rendered.bytes), 200, headers);
}
