import type { Hono, NotFoundHandler } from 'hono';
import type { AppEnv } from './app-env.ts';
import { problem } from './problem.ts';

/** Tells an address that does not exist from one that takes another method. */
export function onNotFound(app: Hono<AppEnv>): NotFoundHandler<AppEnv> {
  return (c) => {
    const methods = new Set(
      app.routes
        .filter(({ method, path }) => method !== 'ALL' && fits(path, c.req.path))
        .map(({ method }) => method),
    );
    if (methods.size === 0 || methods.has(c.req.method)) return problem(c, 'not-found');
    return problem(c, 'method-not-allowed', { headers: { Allow: [...methods].join(', ') } });
  };
}

function fits(pattern: string, path: string): boolean {
  const parts = pattern.split('/');
  const given = path.split('/');
  if (!pattern.endsWith('*') && parts.length !== given.length) return false;
  return parts.every(
    (part, i) => part === '*' || (part.startsWith(':') ? given[i] !== '' : part === given[i]),
  );
}
