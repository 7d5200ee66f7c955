import { Hono } from 'hono';
import type * as wire from '../contract/people.ts';
import { ChangePerson, Invite } from '../contract/people.ts';
import { type Invitation, type Invited, invite, inviteAgain } from '../domain/invite.ts';
import { type ChangeError, changePerson, type Person } from '../domain/people.ts';
import { type AppContext, type AppEnv, originOf } from './app-env.ts';
import { adminOnly } from './desk-guard.ts';
import { writeInvitation } from './invitation-mail.ts';
import { problem } from './problem.ts';
import { readJson } from './read-request.ts';
import { checkDesks } from './tell-desk.ts';

/** The desk's people, for admins. Everybody here is signed in (see desk-guard.ts). */
export const people = new Hono<AppEnv>();

for (const path of ['/people', '/people/*', '/invitations', '/invitations/*']) {
  people.use(path, adminOnly);
}

people.get('/people', async (c) => {
  const all = await c.var.deps.people.listPeople();
  const answer: wire.People = { people: all.map(presentPerson) };
  return c.json(answer);
});

people.patch('/people/:id', async (c) => {
  const request = await readJson(c, ChangePerson);
  if (!request.ok) return request.error;
  const { deps } = c.var;
  const ask = { id: c.req.param('id'), ...request.value, now: deps.now() };
  const changed = await changePerson(deps.people, ask);
  if (!changed.ok) return refuse(c, changed.error);
  checkDesks(c);
  return c.json(presentPerson(changed.value));
});

people.delete('/people/:id/second-factor', async (c) => {
  const { deps, signedIn } = c.var;
  const id = c.req.param('id');
  if (id === signedIn.moderator.id) return problem(c, 'own-factor');
  if ((await deps.people.findPerson(id)) === null) return problem(c, 'unknown-person');
  await deps.people.resetFactors(id);
  checkDesks(c);
  return c.json({ done: true });
});

people.get('/invitations', async (c) => {
  const { deps } = c.var;
  const all = await deps.people.listInvitations();
  const answer: wire.Invitations = {
    invitations: all.map((one) => presentInvitation(one, deps.now())),
    mail: deps.people.sendsMail,
  };
  return c.json(answer);
});

people.post('/invitations', async (c) => {
  const request = await readJson(c, Invite);
  if (!request.ok) return request.error;
  const { deps, signedIn } = c.var;
  const ask = { ...request.value, by: signedIn.moderator, now: deps.now() };
  const invited = await invite(deps.people, ask);
  return invited.ok ? c.json(await send(c, invited.value), 201) : refuse(c, invited.error);
});

people.post('/invitations/:id/resend', async (c) => {
  const { deps, signedIn } = c.var;
  const ask = { id: c.req.param('id'), by: signedIn.moderator, now: deps.now() };
  const invited = await inviteAgain(deps.people, ask);
  return invited === null ? problem(c, 'unknown-invitation') : c.json(await send(c, invited));
});

people.delete('/invitations/:id', async (c) => {
  const removed = await c.var.deps.people.removeInvitation(c.req.param('id'));
  return removed ? c.json({ done: true }) : problem(c, 'unknown-invitation');
});

/** By mail where there is some; else the admin is given the link, as the command line gives it. */
async function send(c: AppContext, { invitation, token }: Invited): Promise<wire.Invited> {
  const { deps } = c.var;
  const link = `${originOf(c)}/desk/sign-in?invitation=${token}`;
  const mailed = await deps.people.mail(writeInvitation(invitation, link));
  return {
    invitation: presentInvitation(invitation, deps.now()),
    mailed,
    link: mailed ? null : link,
  };
}

type Refusal = ChangeError | { kind: 'already-moderator' };

function refuse(c: AppContext, error: Refusal): Response {
  switch (error.kind) {
    case 'no-sites':
      return refuseSites(c, 'Choose at least one site.');
    case 'sites-of-admin':
      return refuseSites(c, 'An admin has every site; name none.');
    case 'unknown-sites':
      return refuseSites(c, `There is no site ${error.keys.join(', ')}.`);
    default:
      return problem(c, error.kind);
  }
}

function refuseSites(c: AppContext, message: string): Response {
  const errors = [{ field: 'rights.sites', code: 'invalid', message }];
  return problem(c, 'invalid-form', { errors });
}

function presentPerson({ createdAt, lastSeenAt, ...person }: Person): wire.Person {
  return {
    ...person,
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt?.toISOString() ?? null,
  };
}

function presentInvitation(invitation: Invitation, now: Date): wire.Invitation {
  const { createdAt, expiresAt, ...rest } = invitation;
  return {
    ...rest,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    expired: expiresAt <= now,
  };
}
