import type { ErrorHandler } from 'hono';
import type { AppEnv } from './app-env.ts';
import { problem } from './problem.ts';

/** Seconds after which a post that could not be stored may come again. */
const TRY_AGAIN_S = 3;

/** A bug, or a database that is away. Logged once under an id; nothing of it reaches a reader. */
export const onError: ErrorHandler<AppEnv> = (error, c) => {
  const id = crypto.randomUUID();
  const { method, path } = c.req;
  console.error(JSON.stringify({ id, method, path, error: error.message, stack: error.stack }));
  const isOutage = error.name === 'StoreUnavailable';
  if (!isOutage) return problem(c, 'internal', { instance: id });
  return problem(c, 'unavailable', {
    instance: id,
    headers: { 'Retry-After': String(TRY_AGAIN_S) },
  });
};
