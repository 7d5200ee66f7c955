import type { DeskSession } from '../src/contract/desk-session.ts';
import { addressOf, readView } from './address.ts';
import { api, messageOf } from './api.ts';
import { findOpenBulk } from './bulk.ts';
import { emptyFlow } from './decision-flow.ts';
import { restore, setAside } from './flow-stream.ts';
import { keepOutbox, readOutbox } from './outbox.ts';
import { openView } from './pages.ts';
import { sendDecisions } from './send-decisions.ts';
import {
  counts,
  dialog,
  flow,
  lastAct,
  paging,
  path,
  session,
  sessionState,
  view,
} from './store.ts';

const OTHER_PERSON = 'Decided while somebody else was signed in, so it was not sent.';

/** Asks who is signed in and opens the desk, or the sign-in page. */
export async function start(): Promise<void> {
  // A link is for whoever holds it, also where somebody else is still signed in.
  const asked = new URLSearchParams(location.search);
  if (asked.has('token') || asked.has('invitation')) {
    sessionState.value = 'signed-out';
    return;
  }
  sessionState.value = 'loading';
  const answer = await api.session();
  if (answer.ok) return signedIn(answer.value);
  sessionState.value = answer.kind === 'signed-out' ? 'signed-out' : 'failed';
  if (answer.kind !== 'signed-out') paging.value = { state: 'failed', message: messageOf(answer) };
}

/** After signing in: what waits is sent, if it was the same person who decided it. */
export function signedIn(next: DeskSession): void {
  const before = session.peek();
  // First, because whatever waits is written over what was kept as soon as somebody is signed in.
  if (sessionState.peek() !== 'expired') takeOutbox(next.moderator.id);
  session.value = next;
  const changed = before !== null && before.moderator.id !== next.moderator.id;
  if (changed) flow.value = setAside(flow.peek(), OTHER_PERSON);
  const mustLoad = sessionState.peek() !== 'expired' || paging.peek().state !== 'ready' || changed;
  sessionState.value = 'signed-in';
  leaveSignInPage();
  if (mustLoad) openView();
  sendDecisions();
  findOpenBulk();
}

/** A new tab's sign-in, by a link for example, counts here too. */
export async function lookAgain(): Promise<void> {
  if (sessionState.peek() !== 'expired') return;
  const answer = await api.session();
  if (answer.ok && sessionState.peek() === 'expired') signedIn(answer.value);
}

/** After the service has ended the connection. */
export async function isStillSignedIn(): Promise<boolean> {
  const answer = await api.session();
  if (sessionState.peek() !== 'signed-in') return false;
  if (!answer.ok && answer.kind === 'signed-out') sessionState.value = 'expired';
  return answer.ok;
}

export async function signOut(): Promise<string | null> {
  const answer = await api.signOut();
  if (!answer.ok && answer.kind !== 'signed-out') return messageOf(answer);
  // Otherwise the next request would be let in again.
  const byAccess = session.peek()?.moderator.signedInBy === 'access';
  keepOutbox({ moderator: '', acts: [] });
  flow.value = emptyFlow;
  counts.value = null;
  lastAct.value = null;
  dialog.value = 'none';
  session.value = null;
  sessionState.value = 'signed-out';
  if (byAccess) location.assign('/cdn-cgi/access/logout');
  return null;
}

function takeOutbox(moderator: string): void {
  const outbox = readOutbox();
  if (outbox === null) return;
  const restored = restore(flow.peek(), outbox.acts);
  flow.value = outbox.moderator === moderator ? restored : setAside(restored, OTHER_PERSON);
}

function leaveSignInPage(): void {
  if (!path.peek().startsWith('/desk/sign-in')) return;
  view.value = readView('');
  history.replaceState(null, '', addressOf(view.peek()));
  path.value = location.pathname;
}
