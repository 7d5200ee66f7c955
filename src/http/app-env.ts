import type { Context } from 'hono';
import type { Deps, Env } from '../deps.ts';
import type { Visit } from '../domain/second-stage.ts';
import type { SignedIn } from '../identity/desk-sessions.ts';

/** What every handler finds in its context. */
export type AppEnv = {
  Bindings: Env;
  Variables: { deps: Deps; signedIn: SignedIn };
};

export type AppContext = Context<AppEnv>;

export function originOf(c: Context): string {
  return new URL(c.req.url).origin;
}

/** The reader's household, as far as the platform tells it. */
export function addressOf(c: AppContext): string | null {
  const address = c.req.header('cf-connecting-ip');
  return address === undefined ? null : c.var.deps.networkOf(address);
}

/** Told to nobody but a service that the site has chosen for its second stage. */
export function visitOf(c: AppContext): Visit {
  const header = (name: string) => c.req.header(name) ?? null;
  return {
    address: header('cf-connecting-ip'),
    userAgent: header('user-agent'),
    referrer: header('referer'),
  };
}
