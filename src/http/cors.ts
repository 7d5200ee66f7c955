import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from './app-env.ts';

const PREFLIGHT = {
  'Access-Control-Allow-Methods': 'GET, POST, PUT, PATCH, DELETE',
  'Access-Control-Allow-Headers':
    'Content-Type, Idempotency-Key, Authorization, If-None-Match, Reader-Key',
  'Access-Control-Max-Age': '7200',
};

/**
 * Reading is open to every page. A preflight does not say which site it asks for, so the answer
 * to a write carries the page's own origin whatever it is: whether the page may write is decided
 * by the use case, and a page that may not must be able to read why. Nothing here looks at
 * cookies, so no page can act for a reader of another one.
 */
export const cors: MiddlewareHandler<AppEnv> = async (c, next) => {
  const origin = c.req.header('origin');
  const isRead = c.req.method === 'GET' || c.req.method === 'HEAD';
  if (c.req.method === 'OPTIONS') {
    const allowed = { 'Access-Control-Allow-Origin': origin ?? '*', Vary: 'Origin' };
    return c.body(null, 204, { ...PREFLIGHT, ...allowed, 'Cache-Control': 'no-store' });
  }
  await next();
  // A connection is no answer that headers could be added to.
  if (c.res.status === 101) return undefined;
  c.header('Access-Control-Allow-Origin', isRead ? '*' : (origin ?? '*'));
  if (!isRead) c.header('Vary', 'Origin');
  c.header('Access-Control-Expose-Headers', 'ETag, Retry-After');
  c.header('Cross-Origin-Resource-Policy', 'cross-origin');
  return undefined;
};
