import { ReaderKey } from '../contract/acts.ts';
import type { Actor } from '../domain/find-acted-on.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { type AppContext, addressOf } from './app-env.ts';
import { problem } from './problem.ts';

/** Who acts, by the `Reader-Key` of the request and where it comes from. */
export function readActor(c: AppContext): Result<Actor, Response> {
  const key = ReaderKey.safeParse(c.req.header('reader-key'));
  if (key.success) {
    const origin = c.req.header('origin') ?? null;
    return ok({ readerKey: key.data, address: addressOf(c), origin });
  }
  const message = 'Reader-Key must be 16 to 64 letters, digits, hyphens or underscores.';
  const errors = [{ field: 'Reader-Key', code: 'invalid-format', message }];
  return fail(problem(c, 'invalid-request', { errors }));
}
