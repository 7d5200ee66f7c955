import type { AppContext } from './app-env.ts';

/** The token of `Authorization: Author <token>`; null where there is none. */
export function readAuthorToken(c: AppContext): string | null {
  const [scheme, token] = (c.req.header('authorization') ?? '').split(/\s+/, 2);
  return scheme?.toLowerCase() === 'author' && token ? token : null;
}
