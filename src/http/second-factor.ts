import { Hono } from 'hono';
import { AskFactor, ConfirmFactor, type FactorSecret } from '../contract/second-factor.ts';
import { answerSignedIn } from './answer-sign-in.ts';
import { type AppContext, type AppEnv, originOf } from './app-env.ts';
import { ownSessionOnly } from './desk-guard.ts';
import { problem } from './problem.ts';
import { readJson } from './read-request.ts';

/** A moderator's own one-time codes. Everybody here is signed in (see desk-guard.ts). */
export const secondFactor = new Hono<AppEnv>();

for (const path of ['/second-factor', '/second-factor/*']) secondFactor.use(path, ownSessionOnly);

const sessionsOf = (c: AppContext) => c.var.deps.sessions(originOf(c));

secondFactor.post('/second-factor', async (c) => {
  const request = await readJson(c, AskFactor);
  if (!request.ok) return request.error;
  const sessions = await sessionsOf(c);
  const { password } = request.value;
  const enrolled = await sessions.secondFactor.enrol(c.req.raw.headers, password);
  if (enrolled.ok) return c.json(enrolled.value satisfies FactorSecret);
  return enrolled.error === 'already-on' ? problem(c, 'factor-is-on') : wrongPassword(c);
});

secondFactor.post('/second-factor/confirm', async (c) => {
  const request = await readJson(c, ConfirmFactor);
  if (!request.ok) return request.error;
  const sessions = await sessionsOf(c);
  const { headers } = c.req.raw;
  const confirmed = await sessions.secondFactor.confirm(headers, request.value.code);
  return confirmed.ok ? answerSignedIn(c, confirmed.value) : problem(c, 'wrong-code');
});

secondFactor.post('/second-factor/off', async (c) => {
  const request = await readJson(c, AskFactor);
  if (!request.ok) return request.error;
  const sessions = await sessionsOf(c);
  const { headers } = c.req.raw;
  const off = await sessions.secondFactor.turnOff(headers, request.value.password);
  return off.ok ? answerSignedIn(c, off.value) : wrongPassword(c);
});

function wrongPassword(c: AppContext): Response {
  const message = 'This is not your present password.';
  return problem(c, 'invalid-form', { errors: [{ field: 'password', code: 'invalid', message }] });
}
