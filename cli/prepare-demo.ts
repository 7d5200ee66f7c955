import { demoModerators, refreshDemoOrigins, seedDemo } from '../demo/seed.ts';
import { createSignInToken, listModerators } from '../src/identity/moderators.ts';
import type { Bindings } from './database.ts';

export type DemoPlace = {
  /** When the demo was filled; null fills it now. */
  since: Date | null;
  demoPort: number;
  workerOrigin: string;
};

export type PreparedDemo = { since: Date; signInToken: string | null };

/** Fills the demo on the first start; on every start, a sign-in link that works once. */
export async function prepareDemo(env: Bindings, place: DemoPlace): Promise<PreparedDemo> {
  const now = new Date();
  const { demoPort, workerOrigin } = place;
  const demoOrigins: [string, string] = [
    `http://127.0.0.1:${demoPort}`,
    `http://localhost:${demoPort}`,
  ];
  if (place.since === null) await seedDemo(env, { demoOrigins, workerOrigin, now });
  else await refreshDemoOrigins(env, demoOrigins);
  const settings = { database: env.DB, secret: env.SECRET, origin: workerOrigin };
  const email = await findAdmin(settings);
  const token = email === null ? null : await createSignInToken(settings, email);
  return { since: place.since ?? now, signInToken: token?.ok ? token.value : null };
}

/** The demo's admin, or any other where that one was removed. */
async function findAdmin(settings: Parameters<typeof listModerators>[0]): Promise<string | null> {
  const admins = (await listModerators(settings)).filter(({ role }) => role === 'admin');
  const usual = admins.find(({ email }) => email === demoModerators[0].email);
  return (usual ?? admins[0])?.email ?? null;
}
