import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { FieldError, Problem } from '../contract/problem.ts';
import type { AskedProof } from '../contract/proof.ts';
import { titleFor } from './problem-words.ts';

type Kind = { status: ContentfulStatusCode; title: string };

/** Every problem that the service answers. The code is stable; a new one needs a row here. */
export const PROBLEMS = {
  'invalid-request': { status: 422, title: 'The request does not fit the API.' },
  'invalid-form': { status: 422, title: 'Please look at the marked fields.' },
  rephrase: {
    status: 422,
    title: 'Your comment is not sent yet: some of its words may hurt.',
  },
  'not-json': { status: 400, title: 'The body is not JSON.' },
  'unsupported-media-type': { status: 415, title: 'The body must be sent as application/json.' },
  'body-too-large': { status: 413, title: 'The body is too large.' },
  'unknown-site': { status: 404, title: 'There is no such site.' },
  'origin-not-allowed': { status: 403, title: 'This page may not post to this site.' },
  'bad-page': { status: 422, title: 'The page is not named properly.' },
  'foreign-page': { status: 422, title: 'This page is not one of the site’s.' },
  'bad-cursor': { status: 422, title: 'The cursor was not made by this service.' },
  'unknown-comment': { status: 404, title: 'There is no such comment.' },
  'unknown-parent': { status: 409, title: 'The comment you answer is no longer there.' },
  'parent-not-published': {
    status: 409,
    title: 'Readers do not see this comment. Publish it first, or with the reply.',
  },
  'too-deep': {
    status: 409,
    title: 'This conversation is as deep as it can be. Please answer a comment further up.',
  },
  'key-reused': { status: 422, title: 'This Idempotency-Key came before with another comment.' },
  'thread-closed': { status: 409, title: 'Comments are closed.' },
  'slow-mode': { status: 429, title: 'Slow mode is on for these comments.' },
  duplicate: {
    status: 409,
    title: 'Duplicate comment: it looks as though you’ve already said that.',
  },
  'too-fast': { status: 429, title: 'You are posting comments too quickly. Slow down.' },
  'proof-needed': {
    status: 422,
    title: 'Your comment could not be checked. Please send it again.',
  },
  'acting-too-fast': { status: 429, title: 'Too many likes and reports at once. Slow down.' },
  'unknown-reason': { status: 422, title: 'The site does not know this reason.' },
  'network-has-liked': {
    status: 429,
    title: 'This comment already has several likes from your network.',
  },
  'not-the-author': { status: 403, title: 'Only its author can change this comment.' },
  'edit-window-over': { status: 409, title: 'The time for changing this comment is over.' },
  'changed-meanwhile': {
    status: 409,
    title: 'The comment has changed meanwhile. Please load it again.',
  },
  'signed-out': { status: 401, title: 'Please sign in.' },
  'wrong-credentials': { status: 401, title: 'This e-mail and password do not match.' },
  'link-used': { status: 401, title: 'This link was used before or is too old.' },
  'invitation-used': {
    status: 401,
    title: 'This invitation was used or taken back, or is too old.',
  },
  'code-needed': { status: 401, title: 'Please enter the code of your authenticator app.' },
  'wrong-code': { status: 401, title: 'This is not the right code.' },
  'challenge-over': { status: 401, title: 'This sign-in took too long. Please begin again.' },
  'too-many-codes': { status: 429, title: 'Too many wrong codes. Please wait 15 minutes.' },
  'passkey-refused': { status: 401, title: 'This passkey was not accepted.' },
  'access-refused': { status: 403, title: 'Cloudflare Access knows you, but the desk does not.' },
  'own-session-needed': {
    status: 409,
    title: 'You are signed in by Cloudflare Access, where this is managed.',
  },
  'not-an-admin': { status: 403, title: 'Only an admin manages people.' },
  'unknown-person': { status: 404, title: 'There is no such person.' },
  'last-admin': { status: 409, title: 'Somebody must stay an admin. Make another one first.' },
  'own-factor': { status: 409, title: 'Your own second factor is managed in your account.' },
  'already-moderator': { status: 409, title: 'This address belongs to somebody of the desk.' },
  'unknown-invitation': { status: 404, title: 'There is no such invitation.' },
  'factor-is-on': { status: 409, title: 'One-time codes are on already.' },
  'unknown-passkey': { status: 404, title: 'There is no such passkey.' },
  'too-many-attempts': { status: 429, title: 'Too many attempts. Please wait a minute.' },
  'foreign-origin': { status: 403, title: 'The desk only listens to its own pages.' },
  'not-an-editor': { status: 403, title: 'Only an editor can change or try a site’s rules.' },
  'unknown-thread': { status: 404, title: 'There is no such thread.' },
  'unknown-act': { status: 404, title: 'There is no such act about this thread.' },
  'thread-changed': {
    status: 409,
    title: 'The thread has changed meanwhile. Please look at it again.',
  },
  'not-undoable': { status: 409, title: 'Threads that were joined cannot be parted again.' },
  'unknown-decision': { status: 404, title: 'There is no such decision.' },
  'unknown-bulk': { status: 404, title: 'There is no such bulk decision of yours.' },
  'not-published': { status: 409, title: 'Only what readers see can be featured.' },
  'too-many-featured': {
    status: 409,
    title: 'Five comments of this thread are featured. Take one away first.',
  },
  'too-many-notes': { status: 409, title: 'This comment has as many notes as it can have.' },
  'unknown-note': { status: 404, title: 'There is no such note of yours.' },
  'unknown-reply': { status: 404, title: 'There is no such saved reply.' },
  'too-many-replies': { status: 409, title: 'The list of saved replies is full.' },
  'unknown-measure': { status: 404, title: 'There is no such measure.' },
  'measure-has-ended': { status: 409, title: 'This measure is over already.' },
  'unknown-session': { status: 404, title: 'There is no such session.' },
  'not-found': { status: 404, title: 'There is nothing here.' },
  'method-not-allowed': { status: 405, title: 'This address does not take this method.' },
  'upgrade-required': { status: 426, title: 'This address is a WebSocket.' },
  'too-many-connections': {
    status: 429,
    title: 'Many readers of this page are connected from your network. Ask for the thread instead.',
  },
  unavailable: {
    status: 503,
    title: 'The service cannot store or read right now. Please try again.',
  },
  internal: { status: 500, title: 'Something went wrong here. It was logged.' },
} satisfies Record<string, Kind>;

export type ProblemCode = keyof typeof PROBLEMS;

export type ProblemExtra = {
  detail?: string;
  instance?: string;
  errors?: FieldError[];
  proof?: AskedProof;
  headers?: Record<string, string>;
};

/**
 * RFC 9457. Never cached, never with more of an error than the reader can use; what readers may see
 * is in the language that they ask for.
 */
export function problem(c: Context, code: ProblemCode, extra: ProblemExtra = {}): Response {
  const { headers, ...members } = extra;
  const { status } = PROBLEMS[code];
  const { title, language } = titleFor(c, { code, title: PROBLEMS[code].title });
  const body: Problem = { type: `/problems/${code}`, title, status, ...members };
  return c.body(JSON.stringify(body), status, {
    'Content-Type': 'application/problem+json',
    'Content-Language': language,
    'Cache-Control': 'no-store',
    ...headers,
  });
}
