import type {
  Bulk,
  BulkOf,
  BulkPage,
  Bulks,
  OwnDecisions,
  SteppedBulk,
} from '../src/contract/bulks.ts';
import type { ClusterPage } from '../src/contract/clusters.ts';
import type { Decide, Decided, QueuePage, SignedInDevices, Undone } from '../src/contract/desk.ts';
import type { DeskSession } from '../src/contract/desk-session.ts';
import type { Problem } from '../src/contract/problem.ts';
import type { View } from './address.ts';

/** `refused` carries the service's problem; `failed` means no usable answer came. */
export type Answer<T> =
  | { ok: true; value: T }
  | { ok: false; kind: 'signed-out' }
  | { ok: false; kind: 'refused'; problem: Problem }
  | { ok: false; kind: 'failed'; message: string };

export type Failure = Exclude<Answer<unknown>, { ok: true }>;

/** An answer later than this (ms) counts as none. */
const DEADLINE = 20_000;
const ROOT = '/api/v1/desk';

export const api = {
  session: () => call<DeskSession>('GET', '/session'),
  signIn: (given: { email: string; password: string }) =>
    call<DeskSession>('POST', '/sign-in/password', given),
  signInByLink: (token: string) => call<DeskSession>('POST', '/sign-in/link', { token }),
  signOut: () => call<unknown>('POST', '/sign-out', {}),
  setPassword: (given: { current?: string; next: string }) =>
    call<unknown>('POST', '/password', given),
  devices: () => call<SignedInDevices>('GET', '/sessions'),
  revoke: (id: string) => call<unknown>('DELETE', `/sessions/${encodeURIComponent(id)}`),
  queue: (view: View, page: { limit: number; cursor: string | null }) =>
    call<QueuePage>('GET', `/queue?${queueSearch(view, page)}`),
  /** `site` only says whose numbers are answered; null for all of the moderator's sites. */
  decide: (decisions: Decide['decisions'], site: string | null) =>
    call<Decided>('POST', `/decisions${siteSearch(site)}`, { decisions }),
  undo: (decisionId: string, site: string | null) =>
    call<Undone>('DELETE', `/decisions/${encodeURIComponent(decisionId)}${siteSearch(site)}`),
  ownDecisions: (site: string | null, cursor: string | null) =>
    call<OwnDecisions>('GET', `/decisions?${pageSearch(site, cursor)}`),
  cluster: (id: string, cursor: string | null) =>
    call<ClusterPage>('GET', `/clusters/${encodeURIComponent(id)}?${pageSearch(null, cursor)}`),
  bulks: () => call<Bulks>('GET', '/bulks'),
  bulk: (id: string) => call<BulkPage>('GET', bulkPath(id)),
  startBulk: (of: BulkOf, decision: { to: Bulk['to']; reason?: string | undefined }) =>
    call<Bulk>('POST', '/bulks', { of, ...decision }),
  moveBulk: (id: string, state: 'deciding' | 'stopped') =>
    call<Bulk>('PATCH', bulkPath(id), { state }),
  dropBulk: (id: string) => call<Bulk>('DELETE', bulkPath(id)),
  stepBulk: (id: string, site: string | null) =>
    call<SteppedBulk>('POST', `${bulkPath(id)}/steps${siteSearch(site)}`, {}),
};

function bulkPath(id: string): string {
  return `/bulks/${encodeURIComponent(id)}`;
}

function pageSearch(site: string | null, cursor: string | null): URLSearchParams {
  const search = new URLSearchParams({ limit: '100' });
  if (site !== null) search.set('site', site);
  if (cursor !== null) search.set('cursor', cursor);
  return search;
}

function siteSearch(site: string | null): string {
  return site === null ? '' : `?${new URLSearchParams({ site })}`;
}

function queueSearch(view: View, page: { limit: number; cursor: string | null }): URLSearchParams {
  const narrow = view.q === null ? { ...view.narrow } : {};
  const limit = String(page.limit);
  const search = new URLSearchParams({ queue: view.queue, limit, ...narrow });
  if (view.site !== null) search.set('site', view.site);
  if (view.q !== null) search.set('q', view.q);
  if (page.cursor !== null) search.set('cursor', page.cursor);
  return search;
}

/** One request to the desk's API, whose answer the caller knows the shape of. */
export function call<T>(
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<Answer<T>> {
  const content = body === undefined ? {} : { body: JSON.stringify(body) };
  return send<T>(path, { method, headers: JSON_TYPE, ...content });
}

/** A post that counts once, however often it is sent under its key. */
export function postOnce<T>(
  path: string,
  { body, key }: { body: unknown; key: string },
): Promise<Answer<T>> {
  const headers = { ...JSON_TYPE, 'idempotency-key': key };
  return send<T>(path, { method: 'POST', headers, body: JSON.stringify(body) });
}

const JSON_TYPE = { 'content-type': 'application/json' };

async function send<T>(path: string, given: RequestInit): Promise<Answer<T>> {
  const signal = AbortSignal.timeout(DEADLINE);
  const request: RequestInit = { ...given, credentials: 'same-origin', cache: 'no-store', signal };
  try {
    return await read<T>(await fetch(ROOT + path, request));
  } catch (cause) {
    return { ok: false, kind: 'failed', message: reasonOf(cause) };
  }
}

async function read<T>(response: Response): Promise<Answer<T>> {
  if (response.ok) return { ok: true, value: await response.json() };
  const type = response.headers.get('content-type') ?? '';
  if (!type.includes('json')) {
    const message = `The service answered with an error (${response.status}).`;
    return { ok: false, kind: 'failed', message };
  }
  const problem: Problem = await response.json();
  if (problem.type === '/problems/signed-out') return { ok: false, kind: 'signed-out' };
  if (response.status < 500) return { ok: false, kind: 'refused', problem };
  return { ok: false, kind: 'failed', message: problem.detail ?? problem.title };
}

function reasonOf(cause: unknown): string {
  const timedOut = cause instanceof DOMException && cause.name === 'TimeoutError';
  if (timedOut) return `The service did not answer within ${DEADLINE / 1000} seconds.`;
  return navigator.onLine ? 'The service could not be reached.' : 'There is no connection.';
}

/** One sentence for people, whatever went wrong. */
export function messageOf(answer: Failure): string {
  if (answer.kind === 'failed') return answer.message;
  if (answer.kind === 'signed-out') return 'You are signed out.';
  return answer.problem.detail ?? answer.problem.title;
}

/** The first factor was right; a code is asked for. */
export function isCodeNeeded(answer: Failure): boolean {
  return answer.kind === 'refused' && answer.problem.type === '/problems/code-needed';
}
