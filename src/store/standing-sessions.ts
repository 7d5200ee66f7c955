import type { Site } from '../domain/site.ts';
import { type Database, rowsOf } from './database.ts';
import { readSites, selectSites } from './sites.ts';

type Row = {
  seat: string;
  session_id: string;
  id: string;
  name: string;
  email: string;
  role: string;
  sites: string;
  editorOf: string;
};

export type StandingPerson = Omit<Row, 'session_id'> & { sessionId: string };

/**
 * Those of these desks whose session still stands, or whose moderator does where they have none,
 * with the moderator as stored; and all sites.
 */
export async function findStandingSessions(
  db: Database,
  { desks, now }: { desks: { seat: string; sessionId: string; personId: string }[]; now: Date },
): Promise<{ people: StandingPerson[]; sites: Site[] }> {
  const [people, sites] = await db.read([
    db.sql(
      `SELECT d.value ->> 'seat' AS seat, d.value ->> 'sessionId' AS session_id,
         m.id, m.name, m.email, m.role, m.sites, m.editorOf
       FROM json_each(?1) d
       JOIN moderators m ON m.id = d.value ->> 'personId' AND m.deactivatedAt IS NULL
       LEFT JOIN sessions s ON s.id = d.value ->> 'sessionId' AND s.userId = m.id
       WHERE d.value ->> 'sessionId' = '' OR s.expiresAt > ?2`,
      JSON.stringify(desks),
      now.toISOString(),
    ),
    selectSites(db),
  ]);
  return {
    people: rowsOf<Row>(people).map(({ session_id, ...row }) => ({
      ...row,
      sessionId: session_id,
    })),
    sites: readSites(sites),
  };
}
