import * as z from 'zod';
import { Liked, ReportComment, Reported } from './acts.ts';
import {
  AuthorMeasures,
  CommentBranch,
  CommentHistory,
  MeasuresInForce,
  MeasuresQuery,
  TakeMeasure,
  TakenMeasure,
} from './card.ts';
import { ClusterPage, ClusterQuery } from './clusters.ts';
import {
  CommentPage,
  DeletedComment,
  EditComment,
  EditedComment,
  PostComment,
  PostedComment,
  PreviewComment,
  PreviewedComment,
} from './comments.ts';
import {
  Decide,
  Decided,
  DeskSession,
  Done,
  LinkSignIn,
  PasswordSignIn,
  QueuePage,
  QueueQuery,
  SetPassword,
  SignedInDevices,
  Undone,
} from './desk.ts';
import { DeskMessage } from './desk-live.ts';
import { DryRun, DryRunAnswer } from './dry-run.ts';
import { LiveMessages, LiveQuery } from './live.ts';
import { PEOPLE_ROUTES } from './people-routes.ts';
import { Challenge, ChallengeQuery } from './proof.ts';
import { Counts, CountsQuery, ThreadPage, ThreadQuery } from './thread.ts';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** One public operation: what the API description says of it, and what tests parse it with. */
export type Route = {
  method: Method;
  path: string;
  summary: string;
  description?: string;
  query?: z.ZodObject;
  headers?: { name: string; description: string; required: boolean }[];
  body?: z.ZodType;
  status: 101 | 200 | 201;
  answer: z.ZodType;
  /** Stable codes of the problems that belong to this operation; any may be `unavailable`. */
  problems: string[];
  desk?: true;
};

const author = {
  name: 'Authorization',
  description: '`Author <token>` with the token that came with the post.',
};

const reader = {
  name: 'Reader-Key',
  description: 'Made up at random by the reader’s browser and kept there; 16 to 64 characters.',
  required: true,
};

export const Health = z.strictObject({ status: z.literal('ok') }).meta({ id: 'Health' });

export const ROUTES: readonly Route[] = [
  {
    method: 'get',
    path: '/api/v1/thread',
    summary: 'A page of a thread',
    description:
      'By the site and the page’s address or key. A page that nobody has commented on answers an empty thread whose `id` is null. Works without an Origin header.',
    query: ThreadQuery,
    status: 200,
    answer: ThreadPage,
    problems: ['invalid-request', 'unknown-site', 'bad-page', 'bad-cursor', 'unknown-comment'],
  },
  {
    method: 'post',
    path: '/api/v1/comments',
    summary: 'Post a comment',
    description:
      'The answer’s status is `published` or `held`. The author token is the only proof of authorship: keep it.',
    headers: [
      {
        name: 'Idempotency-Key',
        description: 'The same key with the same content stores once and answers the same.',
        required: false,
      },
    ],
    body: PostComment,
    status: 201,
    answer: PostedComment,
    problems: [
      'not-json',
      'unsupported-media-type',
      'body-too-large',
      'invalid-request',
      'invalid-form',
      'unknown-site',
      'origin-not-allowed',
      'bad-page',
      'foreign-page',
      'unknown-parent',
      'too-deep',
      'key-reused',
      'rephrase',
      'thread-closed',
      'duplicate',
      'too-fast',
      'proof-needed',
    ],
  },
  {
    method: 'post',
    path: '/api/v1/preview',
    summary: 'How a comment would be drawn',
    description: 'Reads the markup and stores nothing.',
    body: PreviewComment,
    status: 200,
    answer: PreviewedComment,
    problems: ['not-json', 'unsupported-media-type', 'body-too-large', 'invalid-request'],
  },
  {
    method: 'get',
    path: '/api/v1/challenge',
    summary: 'A proof of work to be done for a comment',
    description:
      'Needed only where `form.proof` or the problem `proof-needed` asks for `altcha`. Find the number, and send base64 of the JSON `{ algorithm, challenge, number, salt, signature }` as `proof`. Good for 20 minutes and one comment.',
    query: ChallengeQuery,
    status: 200,
    answer: Challenge,
    problems: ['invalid-request', 'unknown-site'],
  },
  {
    method: 'get',
    path: '/api/v1/comments/{id}',
    summary: 'One comment',
    description: 'A comment that is not published is there for its author only.',
    headers: [{ ...author, required: false }],
    status: 200,
    answer: CommentPage,
    problems: ['unknown-comment'],
  },
  {
    method: 'patch',
    path: '/api/v1/comments/{id}',
    summary: 'Edit a comment',
    description: 'Within the site’s edit window. The new text is screened again.',
    headers: [{ ...author, required: true }],
    body: EditComment,
    status: 200,
    answer: EditedComment,
    problems: [
      'not-json',
      'unsupported-media-type',
      'body-too-large',
      'invalid-request',
      'invalid-form',
      'unknown-comment',
      'origin-not-allowed',
      'not-the-author',
      'edit-window-over',
      'changed-meanwhile',
      'thread-closed',
      'duplicate',
      'too-fast',
    ],
  },
  {
    method: 'delete',
    path: '/api/v1/comments/{id}',
    summary: 'Delete a comment',
    description: 'Within the site’s edit window. What was written is erased at once.',
    headers: [{ ...author, required: true }],
    status: 200,
    answer: DeletedComment,
    problems: [
      'unknown-comment',
      'origin-not-allowed',
      'not-the-author',
      'edit-window-over',
      'changed-meanwhile',
    ],
  },
  {
    method: 'put',
    path: '/api/v1/comments/{id}/like',
    summary: 'Like a comment',
    description: 'Once a reader: liking again changes nothing.',
    headers: [reader],
    status: 200,
    answer: Liked,
    problems: [
      'invalid-request',
      'unknown-comment',
      'origin-not-allowed',
      'acting-too-fast',
      'network-has-liked',
    ],
  },
  {
    method: 'delete',
    path: '/api/v1/comments/{id}/like',
    summary: 'Take a like back',
    headers: [reader],
    status: 200,
    answer: Liked,
    problems: ['invalid-request', 'unknown-comment', 'origin-not-allowed'],
  },
  {
    method: 'post',
    path: '/api/v1/comments/{id}/reports',
    summary: 'Report a comment',
    description: 'Once a reader and once a network: a second report is answered and not counted.',
    headers: [reader],
    body: ReportComment,
    status: 201,
    answer: Reported,
    problems: [
      'not-json',
      'unsupported-media-type',
      'body-too-large',
      'invalid-request',
      'unknown-comment',
      'unknown-reason',
      'origin-not-allowed',
      'acting-too-fast',
    ],
  },
  {
    method: 'get',
    path: '/api/v1/counts',
    summary: 'Published comments of many pages',
    description: 'Up to 100 addresses, each as a `url` parameter of its own.',
    query: CountsQuery,
    status: 200,
    answer: Counts,
    problems: ['invalid-request', 'unknown-site'],
  },
  {
    method: 'get',
    path: '/api/v1/live',
    summary: 'Hear of a thread’s changes',
    description:
      'A WebSocket. Each message is a JSON list of what changed. Send `ping` to hear `pong`; say nothing else. Who was away reads the thread again.',
    query: LiveQuery,
    status: 101,
    answer: LiveMessages,
    problems: [
      'invalid-request',
      'bad-page',
      'foreign-page',
      'unknown-site',
      'origin-not-allowed',
      'upgrade-required',
      'too-many-connections',
    ],
  },
  {
    method: 'get',
    path: '/healthz',
    summary: 'Whether the service can read its database',
    status: 200,
    answer: Health,
    problems: [],
  },
  {
    method: 'post',
    path: '/api/v1/desk/sign-in/password',
    summary: 'Sign in with a password',
    body: PasswordSignIn,
    status: 200,
    answer: DeskSession,
    problems: ['wrong-credentials', 'too-many-attempts', 'foreign-origin', 'invalid-request'],
  },
  {
    method: 'post',
    path: '/api/v1/desk/sign-in/link',
    summary: 'Sign in with a single-use link',
    body: LinkSignIn,
    status: 200,
    answer: DeskSession,
    problems: ['link-used', 'foreign-origin', 'invalid-request'],
  },
  {
    method: 'post',
    path: '/api/v1/desk/sign-out',
    summary: 'Sign out',
    status: 200,
    answer: Done,
    problems: ['foreign-origin'],
  },
  {
    method: 'get',
    path: '/api/v1/desk/session',
    summary: 'Who is signed in',
    status: 200,
    answer: DeskSession,
    problems: ['signed-out'],
    desk: true,
  },
  {
    method: 'post',
    path: '/api/v1/desk/password',
    summary: 'Set a password',
    description: 'Ends all other sessions.',
    body: SetPassword,
    status: 200,
    answer: Done,
    problems: ['signed-out', 'foreign-origin', 'invalid-request', 'invalid-form'],
    desk: true,
  },
  {
    method: 'get',
    path: '/api/v1/desk/sessions',
    summary: 'Where this moderator is signed in',
    status: 200,
    answer: SignedInDevices,
    problems: ['signed-out'],
    desk: true,
  },
  {
    method: 'delete',
    path: '/api/v1/desk/sessions/{id}',
    summary: 'Sign out elsewhere',
    status: 200,
    answer: Done,
    problems: ['signed-out', 'foreign-origin', 'unknown-session'],
    desk: true,
  },
  {
    method: 'get',
    path: '/api/v1/desk/queue',
    summary: 'A page of a queue',
    query: QueueQuery,
    status: 200,
    answer: QueuePage,
    problems: ['signed-out', 'invalid-request', 'unknown-site', 'bad-cursor'],
    desk: true,
  },
  {
    method: 'get',
    path: '/api/v1/desk/live',
    summary: 'Hear of the queues’ changes, and who is at the desk',
    description:
      'A WebSocket for all of the moderator’s sites; only the desk’s own pages may open it. Say `{ "open": { "id", "site" } }` (or null) for the comment that is current, and again within a minute as long as it is. Send `ping` to hear `pong`. It is closed with 4401 when the session ends. Who was away reads the queue again.',
    status: 101,
    answer: DeskMessage,
    problems: ['signed-out', 'foreign-origin', 'upgrade-required'],
    desk: true,
  },
  {
    method: 'get',
    path: '/api/v1/desk/clusters/{id}',
    summary: 'What hangs together with a comment',
    description:
      'Near-duplicates over threads and sites: by wording, by where links lead, by an author of whom nothing is published. Members at sites that are not the moderator’s are counted and not shown.',
    query: ClusterQuery,
    status: 200,
    answer: ClusterPage,
    problems: ['signed-out', 'invalid-request', 'unknown-comment', 'bad-cursor'],
    desk: true,
  },
  {
    method: 'get',
    path: '/api/v1/desk/comments/{id}/history',
    summary: 'What a comment said before it was edited',
    description: 'At most the last 30 texts. Erasing a comment erases them too.',
    status: 200,
    answer: CommentHistory,
    problems: ['signed-out', 'unknown-comment'],
    desk: true,
  },
  {
    method: 'get',
    path: '/api/v1/desk/comments/{id}/branch',
    summary: 'What stands around a comment in its thread',
    description:
      'The comments above it, those beside it and its answers, with their statuses. Of other top comments only those that readers see.',
    status: 200,
    answer: CommentBranch,
    problems: ['signed-out', 'unknown-comment'],
    desk: true,
  },
  {
    method: 'get',
    path: '/api/v1/desk/comments/{id}/measures',
    summary: 'What was ever set against a comment’s author',
    status: 200,
    answer: AuthorMeasures,
    problems: ['signed-out', 'unknown-comment'],
    desk: true,
  },
  {
    method: 'post',
    path: '/api/v1/desk/comments/{id}/measures',
    summary: 'Set a measure against a comment’s author',
    description:
      'On this site their new comments are always held, or thrown out, until it ends; what they have written before stays as it is. It takes the place of what was in force.',
    body: TakeMeasure,
    status: 201,
    answer: TakenMeasure,
    problems: ['signed-out', 'foreign-origin', 'invalid-request', 'not-json', 'unknown-comment'],
    desk: true,
  },
  {
    method: 'get',
    path: '/api/v1/desk/measures',
    summary: 'What is in force against a site’s authors',
    query: MeasuresQuery,
    status: 200,
    answer: MeasuresInForce,
    problems: ['signed-out', 'invalid-request', 'unknown-site'],
    desk: true,
  },
  {
    method: 'delete',
    path: '/api/v1/desk/measures/{id}',
    summary: 'Lift a measure before its time',
    status: 200,
    answer: TakenMeasure,
    problems: ['signed-out', 'foreign-origin', 'unknown-measure', 'measure-has-ended'],
    desk: true,
  },
  {
    method: 'post',
    path: '/api/v1/desk/decisions',
    summary: 'Decide about comments',
    description:
      'Each decision names the version it was made for and is answered by itself. With `?site=` the numbers in the answer are that site’s.',
    body: Decide,
    status: 200,
    answer: Decided,
    problems: ['signed-out', 'foreign-origin', 'invalid-request', 'not-json'],
    desk: true,
  },
  {
    method: 'delete',
    path: '/api/v1/desk/decisions/{id}',
    summary: 'Take a decision back',
    status: 200,
    answer: Undone,
    problems: ['signed-out', 'foreign-origin', 'unknown-decision'],
    desk: true,
  },
  {
    method: 'post',
    path: '/api/v1/desk/sites/{key}/dry-run',
    summary: 'Try settings before they are saved',
    description:
      'What they would have made of the site’s latest comments. Length, words, links, abuse, the site’s mode, what was learned and newcomers (by what is published today) are judged anew, with both the present and the tried settings. What was of its moment is taken as it was found then: haste, floods, repetition, campaigns, history and names. All changes are listed. Changes nothing.',
    body: DryRun,
    status: 200,
    answer: DryRunAnswer,
    problems: [
      'signed-out',
      'foreign-origin',
      'invalid-request',
      'not-json',
      'unknown-site',
      'not-an-editor',
    ],
    desk: true,
  },
  ...PEOPLE_ROUTES,
];
