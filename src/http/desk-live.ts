import { Hono } from 'hono';
import { listenerOf } from '../domain/desk-seat.ts';
import { LISTENER } from '../live/listener-header.ts';
import { type AppEnv, originOf } from './app-env.ts';
import { problem } from './problem.ts';

/** One connection a desk, for all sites of its moderator. */
export const deskLive = new Hono<AppEnv>();

deskLive.get('/live', async (c) => {
  // Browsers open WebSockets to any origin and send its cookies along: only this says whose page.
  if (c.req.header('origin') !== originOf(c)) return problem(c, 'foreign-origin');
  if (c.req.header('upgrade')?.toLowerCase() !== 'websocket') {
    return problem(c, 'upgrade-required', { headers: { Upgrade: 'websocket' } });
  }
  const { deps, signedIn } = c.var;
  const listener = listenerOf(signedIn, await deps.desk.listSites());
  const headers = {
    upgrade: 'websocket',
    [LISTENER]: encodeURIComponent(JSON.stringify(listener)),
  };
  const answer = await deps.deskLine().fetch(new Request(c.req.url, { headers }));
  return answer.status === 101 ? answer : problem(c, 'unavailable');
});
