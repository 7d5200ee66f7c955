import type { Site } from '../domain/site.ts';
import { type Database, rowsOf } from './database.ts';
import { readSites, selectSites } from './sites.ts';

type Row = {
  session_id: string;
  id: string;
  name: string;
  email: string;
  role: string;
  sites: string;
};

/** Of these sessions those that still stand, with their moderator as stored; and all sites. */
export async function findStandingSessions(
  db: Database,
  { ids, now }: { ids: string[]; now: Date },
): Promise<{ people: (Omit<Row, 'session_id'> & { sessionId: string })[]; sites: Site[] }> {
  const [people, sites] = await db.read([
    db.sql(
      `SELECT s.id AS session_id, m.id, m.name, m.email, m.role, m.sites
       FROM sessions s JOIN moderators m ON m.id = s.userId
       WHERE s.id IN (SELECT value FROM json_each(?1)) AND s.expiresAt > ?2`,
      JSON.stringify(ids),
      now.toISOString(),
    ),
    selectSites(db),
  ]);
  return {
    people: rowsOf<Row>(people).map(({ session_id, ...person }) => ({
      ...person,
      sessionId: session_id,
    })),
    sites: readSites(sites),
  };
}
