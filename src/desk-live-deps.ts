import type { DeskChange } from './contract/desk-live.ts';
import { type Listener, listenerOf } from './domain/desk-seat.ts';
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
    /** Of these sessions those that still stand, as they may listen now. */
    listeners: async (ids: string[], now: Date): Promise<Map<string, Listener>> => {
      const { people, sites } = await findStandingSessions(db, { ids, now });
      return new Map(
        people.map(({ sessionId, ...person }) => [
          sessionId,
          listenerOf({ moderator: toModerator(person), sessionId }, sites),
        ]),
      );
    },
  };
}
