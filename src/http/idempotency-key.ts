import { IdempotencyKey } from '../contract/comments.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { AppContext } from './app-env.ts';
import { problem } from './problem.ts';

/** The `Idempotency-Key` of a post; null where there is none. */
export function readIdempotencyKey(c: AppContext): Result<string | null, Response> {
  const header = c.req.header('idempotency-key');
  if (header === undefined) return ok(null);
  const key = IdempotencyKey.safeParse(header);
  if (key.success) return ok(key.data);
  const message = 'Idempotency-Key must be 8 to 100 letters, digits, hyphens or underscores.';
  const errors = [{ field: 'Idempotency-Key', code: 'invalid-format', message }];
  return fail(problem(c, 'invalid-request', { errors }));
}
