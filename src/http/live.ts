import { Hono } from 'hono';
import { LiveQuery } from '../contract/live.ts';
import { addressPage, isOwnPage } from '../domain/page-address.ts';
import { mayPostFrom } from '../domain/site.ts';
import { type AppEnv, originOf } from './app-env.ts';
import { refuse } from './failures.ts';
import { problem } from './problem.ts';
import { readQuery } from './read-request.ts';

/** A connection that tells of a thread's changes. A page that nobody has commented on has one too. */
export const live = new Hono<AppEnv>();

live.get('/live', async (c) => {
  const query = readQuery(c, { schema: LiveQuery });
  if (!query.ok) return query.error;
  const { deps } = c.var;
  const { site: siteKey, ...ref } = query.value;
  const address = addressPage(ref);
  if (!address.ok) return refuse(c, { kind: 'bad-page', error: address.error });
  const site = await deps.findSite(siteKey);
  if (site === null) return problem(c, 'unknown-site');
  if (!isOwnPage(address.value, site)) return problem(c, 'foreign-page');
  const origin = c.req.header('origin') ?? null;
  if (!mayPostFrom(site, { origin, own: originOf(c) })) return problem(c, 'origin-not-allowed');
  if (c.req.header('upgrade')?.toLowerCase() !== 'websocket') {
    return problem(c, 'upgrade-required', { headers: { Upgrade: 'websocket' } });
  }
  const page = await deps.threads.currentPage({ siteKey, page: address.value.page });
  const answer = await deps.channel({ siteKey, page }).fetch(c.req.raw);
  return answer.status === 101 ? answer : problem(c, 'unavailable');
});
