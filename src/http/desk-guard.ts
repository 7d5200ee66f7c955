import type { MiddlewareHandler } from 'hono';
import { mayManage } from '../domain/decision.ts';
import { type AppEnv, originOf } from './app-env.ts';
import { problem } from './problem.ts';

/**
 * Writes to the desk come from its own pages only. A browser says where a request comes from with
 * every write, so one that does not say is refused as well.
 */
export const ownOriginOnly: MiddlewareHandler<AppEnv> = async (c, next) => {
  const isRead = c.req.method === 'GET' || c.req.method === 'HEAD';
  if (!isRead && c.req.header('origin') !== originOf(c)) return problem(c, 'foreign-origin');
  return next();
};

/** Lets moderators in and says who they are. */
export const signedInOnly: MiddlewareHandler<AppEnv> = async (c, next) => {
  const sessions = await c.var.deps.sessions(originOf(c));
  const signedIn = await sessions.find(c.req.raw.headers);
  if (signedIn === null) {
    const detail = await sessions.accessRefusal(c.req.raw.headers);
    return detail === null ? problem(c, 'signed-out') : problem(c, 'access-refused', { detail });
  }
  c.set('signedIn', signedIn);
  return next();
};

/** Behind `signedInOnly`. */
export const adminOnly: MiddlewareHandler<AppEnv> = async (c, next) =>
  mayManage(c.var.signedIn.moderator) ? next() : problem(c, 'not-an-admin');

/**
 * Passwords, codes and sessions are of those who sign in here, not of those whom Access vouches for:
 * they may look, and change nothing.
 */
export const ownSessionOnly: MiddlewareHandler<AppEnv> = async (c, next) =>
  c.req.method === 'GET' || c.var.signedIn.by === 'session'
    ? next()
    : problem(c, 'own-session-needed');
