import type { DeskSession } from '../contract/desk-session.ts';
import { roleOn } from '../domain/decision.ts';
import type { Result } from '../domain/result.ts';
import type { FirstFactor } from '../identity/desk-sessions.ts';
import { type AppContext, type AppEnv, originOf } from './app-env.ts';
import { ownSites } from './moderator.ts';
import { type ProblemCode, problem } from './problem.ts';

/** After a first factor: who is signed in, or the question for a code. */
export async function answerFirstFactor(
  c: AppContext,
  signedIn: Result<FirstFactor, ProblemCode>,
): Promise<Response> {
  if (!signedIn.ok) return problem(c, signedIn.error);
  const { cookies, codeNeeded } = signedIn.value;
  if (!codeNeeded) return answerSignedIn(c, cookies);
  setCookies(c, cookies);
  return problem(c, 'code-needed');
}

/** Sets the session's cookie and says whose it is. */
export async function answerSignedIn(c: AppContext, cookies: string[]): Promise<Response> {
  setCookies(c, cookies);
  const sessions = await c.var.deps.sessions(originOf(c));
  const found = await sessions.find(withCookies(cookies));
  return found === null ? problem(c, 'signed-out') : c.json(await presentSession(c, found));
}

export async function presentSession(
  c: AppContext,
  { moderator, hasPassword, secondFactor, by }: AppEnv['Variables']['signedIn'],
): Promise<DeskSession> {
  const { id, name, email, role } = moderator;
  const sites = ownSites(await c.var.deps.desk.listSites(), moderator);
  return {
    moderator: { id, name, email, role, hasPassword, secondFactor, signedInBy: by },
    sites: sites.map((site) => ({
      key: site.key,
      name: site.name,
      role: roleOn(moderator, site.key),
      rejectReasons: site.screening.rejectReasons.slice(0, 9),
    })),
    translateUrl: c.var.deps.translateUrl,
  };
}

export function setCookies(c: AppContext, cookies: string[]): void {
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true });
}

function withCookies(setCookies: string[]): Headers {
  const pairs = setCookies.map((cookie) => cookie.split(';')[0] ?? '');
  return new Headers({ cookie: pairs.join('; ') });
}
