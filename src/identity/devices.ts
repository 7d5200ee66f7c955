import type { Auth } from './auth.ts';

export type Device = {
  id: string;
  createdAt: Date;
  expiresAt: Date;
  userAgent: string | null;
  current: boolean;
};

/** Where a moderator is signed in. What is revoked loses access with its next request. */
export type Devices = {
  list(headers: Headers): Promise<Device[]>;
  /** False when there is no such session of this moderator. */
  revoke(headers: Headers, sessionId: string): Promise<boolean>;
  revokeOthers(headers: Headers): Promise<void>;
};

export function makeDevices(auth: Auth): Devices {
  return {
    list: (headers) => listDevices(auth, headers),
    revoke: (headers, sessionId) => revokeDevice(auth, { headers, sessionId }),
    revokeOthers: async (headers) => {
      await auth.api.revokeOtherSessions({ headers });
    },
  };
}

async function listDevices(auth: Auth, headers: Headers): Promise<Device[]> {
  const current = await auth.api.getSession({ headers });
  if (current === null) return [];
  const sessions = await auth.api.listSessions({ headers });
  return sessions.map((session) => ({
    id: session.id,
    createdAt: session.createdAt,
    expiresAt: session.expiresAt,
    userAgent: session.userAgent ?? null,
    current: session.id === current.session.id,
  }));
}

async function revokeDevice(
  auth: Auth,
  { headers, sessionId }: { headers: Headers; sessionId: string },
): Promise<boolean> {
  const sessions = await auth.api.listSessions({ headers });
  const session = sessions.find(({ id }) => id === sessionId);
  if (session === undefined) return false;
  await auth.api.revokeSession({ headers, body: { token: session.token } });
  return true;
}
