import { Hono } from 'hono';
import type * as wire from '../contract/passkeys.ts';
import { NewPasskey, RenamePasskey } from '../contract/passkeys.ts';
import type { Passkey } from '../domain/passkey.ts';
import { type AppContext, type AppEnv, originOf } from './app-env.ts';
import { ownSessionOnly } from './desk-guard.ts';
import { problem } from './problem.ts';
import { readJson } from './read-request.ts';

/** A moderator's own passkeys. Everybody here is signed in (see desk-guard.ts). */
export const passkeys = new Hono<AppEnv>();

for (const path of ['/passkeys', '/passkeys/*']) passkeys.use(path, ownSessionOnly);

const sessionsOf = (c: AppContext) => c.var.deps.sessions(originOf(c));

passkeys.get('/passkeys', async (c) => {
  const { passkeyStore } = await sessionsOf(c);
  const own = await passkeyStore.list(c.var.signedIn.moderator.id);
  const answer: wire.Passkeys = { passkeys: own.map(presentPasskey) };
  return c.json(answer);
});

passkeys.post('/passkeys/options', async (c) => {
  const sessions = await sessionsOf(c);
  return c.json({ options: await sessions.passkeys.optionsToAdd(c.var.signedIn.moderator) });
});

passkeys.post('/passkeys', async (c) => {
  const request = await readJson(c, NewPasskey);
  if (!request.ok) return request.error;
  const { name, credential } = request.value;
  const sessions = await sessionsOf(c);
  const made = { name, response: toRegistration(credential) };
  const added = await sessions.passkeys.add(c.var.signedIn.moderator, made);
  return added === null ? problem(c, 'passkey-refused') : c.json(presentPasskey(added), 201);
});

passkeys.patch('/passkeys/:id', async (c) => {
  const request = await readJson(c, RenamePasskey);
  if (!request.ok) return request.error;
  const { passkeyStore } = await sessionsOf(c);
  const renamed = await passkeyStore.rename({ ...ownPasskey(c), ...request.value });
  return renamed ? c.json({ done: true }) : problem(c, 'unknown-passkey');
});

passkeys.delete('/passkeys/:id', async (c) => {
  const { passkeyStore } = await sessionsOf(c);
  const removed = await passkeyStore.remove(ownPasskey(c));
  return removed ? c.json({ done: true }) : problem(c, 'unknown-passkey');
});

function ownPasskey(c: AppContext): { id: string; moderatorId: string } {
  return { id: c.req.param('id') ?? '', moderatorId: c.var.signedIn.moderator.id };
}

function presentPasskey({ id, name, createdAt, lastUsedAt }: Passkey): wire.Passkey {
  return {
    id,
    name,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}

/** What the library's types want of a browser's answer; the rest is not needed. */
function toRegistration({ response, id, rawId, type }: wire.NewPasskey['credential']) {
  const { transports, ...rest } = response;
  return {
    id,
    rawId,
    type,
    clientExtensionResults: {},
    response: { ...rest, ...(transports && { transports }) },
  };
}
