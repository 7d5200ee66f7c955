import type { Received } from '../domain/same-request.ts';
import { readRequest, selectRequest } from './comments.ts';
import type { Database } from './database.ts';
import { readSite, selectSite } from './sites.ts';

/** What a new comment needs before anything is screened, in one round trip. */
export async function receive(
  db: Database,
  { siteKey, requestKey }: { siteKey: string; requestKey: string | null },
): Promise<Received> {
  const [site, request] = await db.read([
    selectSite(db, siteKey),
    ...(requestKey === null ? [] : [selectRequest(db, requestKey)]),
  ]);
  return { site: readSite(site), earlier: readRequest(request) };
}
