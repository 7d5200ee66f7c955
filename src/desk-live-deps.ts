import type { DeskChange } from './contract/desk-live.ts';
import { type Listener, listenerOf, type Seated } from './domain/desk-seat.ts';
import { toModerator } from './identity/moderators.ts';
import { openDatabase } from './store/database.ts';
import { findStandingSessions } from './store/standing-sessions.ts';

/** The connections of those who are at the desk now. */
export type DeskLine = {
  fetch: (request: Request) => Promise<Response>;
  /** Tells each of them what changed on their sites. */
  announce(changes: DeskChange[]): Promise<void>;
  /** Ends the connections of sessions that no longer stand. */
  check(): Promise<void>;
};

export type DeskLiveEnv = { DESK_CHANNEL: { getByName(name: string): DeskLine } };

/** For the Durable Object; it has no request and no secret. */
export function makeDeskLiveDeps(env: { DB: D1Database }) {
  const db = openDatabase(env.DB);
  return {
    /** By seat: who may go on listening, and to what. */
    listeners: async (seated: Seated[], now: Date): Promise<Map<string, Listener>> => {
      const desks = seated.map(({ seat, listener: { sessionId, personId } }) => ({
        seat,
        sessionId,
        personId,
      }));
      const { people, sites } = await findStandingSessions(db, { desks, now });
      return new Map(
        people.map(({ seat, sessionId, ...person }) => [
          seat,
          listenerOf({ moderator: toModerator(person), sessionId }, sites),
        ]),
      );
    },
  };
}
