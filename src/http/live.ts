import { Hono } from 'hono';
import { LiveQuery } from '../contract/live.ts';
import { addressPage, isOwnPage } from '../domain/page-address.ts';
import { mayPostFrom } from '../domain/site.ts';
import { READER } from '../live/reader-header.ts';
import { type AppContext, type AppEnv, addressOf, originOf } from './app-env.ts';
import { refuse } from './failures.ts';
import { problem } from './problem.ts';
import { readQuery } from './read-request.ts';

/** A connection that tells of a thread's changes. A page that nobody has commented on has one too. */
export const live = new Hono<AppEnv>();

live.get('/live', async (c) => {
  const query = readQuery(c, { schema: LiveQuery });
  if (!query.ok) return query.error;
  const { deps } = c.var;
  const { site: siteKey, since: _, ...ref } = query.value;
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
  const { page } = address.value;
  const answer = await deps.channel({ siteKey, page }).fetch(await askAsReader(c, page));
  if (answer.status === 101) return answer;
  return problem(c, answer.status === 429 ? 'too-many-connections' : 'unavailable');
});

/** The request without anything of the reader but what counts connections of one address. */
async function askAsReader(c: AppContext, page: string): Promise<Request> {
  const headers = new Headers({ upgrade: 'websocket' });
  const address = addressOf(c);
  if (address !== null) {
    headers.set(READER, await c.var.deps.hashRequest(`live ${page} ${address}`));
  }
  return new Request(c.req.url, { headers });
}
