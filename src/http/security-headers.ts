import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from './app-env.ts';
import { PAGE_HEADERS } from './page-headers.ts';

/**
 * On every answer. An answer that says nothing about caching is kept by nobody: the edge would
 * otherwise keep it for hours.
 */
export const securityHeaders: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  // A connection is no answer that headers could be added to.
  if (c.res.status === 101) return undefined;
  for (const [name, value] of Object.entries(PAGE_HEADERS)) c.header(name, value);
  if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
  return undefined;
};
