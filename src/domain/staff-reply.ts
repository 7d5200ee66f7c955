import { ownWords, plainText } from './body.ts';
import { cleanText } from './clean-text.ts';
import { type Badge, type Comment, MAX_DEPTH, placeBelow } from './comment.ts';
import { type By, type DecideDeps, decide } from './decide.ts';
import { maySee } from './decision.ts';
import { checkForm, type FormError } from './form-rules.ts';
import { BODY_PARSER, parseBody } from './parse-body.ts';
import { fail, ok, type Result } from './result.ts';
import type { Site } from './site.ts';
import type { Trace } from './trace.ts';

export type StaffReplyInput = {
  parentId: string;
  body: string;
  as: Badge;
  /** The version of a waiting comment that is to be published first; null leaves it as it is. */
  publish: number | null;
  /** Idempotency-Key; null when there is none. */
  requestKey: string | null;
  by: By;
};

export type StaffReplyError =
  | { kind: 'unknown-comment' }
  | { kind: 'parent-not-published' }
  | { kind: 'changed-meanwhile' }
  | { kind: 'too-deep' }
  | { kind: 'key-reused' }
  | { kind: 'invalid-form'; errors: FormError[]; site: Site };

export type StaffReplied = { comment: Comment; decisionId: string | null };

export type NewStaffReply = {
  comment: Comment;
  places: string[];
  authorHash: string;
  bodyHash: string;
  requestKey: string | null;
  requestHash: string | null;
  bodyParser: number;
  rulesVersion: number;
};

export type StaffReplyDeps = DecideDeps & {
  rulesVersion: number;
  hash(purpose: 'author' | 'body' | 'request', text: string): Promise<string>;
  comparable(text: string): string;
  trace(text: { body: string; website: string }): Trace;
  languageOf(text: string): string | null;
  findSite(key: string): Promise<Site | null>;
  findRequest(key: string): Promise<{ comment: Comment; requestHash: string | null } | null>;
  /** null when the comment above is no longer published, or the same request was faster. */
  insertStaffReply(reply: NewStaffReply): Promise<Comment | null>;
};

/**
 * Answers a comment under the moderator's own name. The same rules of the form hold as for readers;
 * screening has no say. The same request stores once.
 */
export async function replyAsStaff(
  deps: StaffReplyDeps,
  input: StaffReplyInput,
): Promise<Result<StaffReplied, StaffReplyError>> {
  const [parent] = await deps.findComments([input.parentId]);
  const site = parent && (await deps.findSite(parent.siteKey));
  const mayAnswer = parent && maySee(input.by.moderator, parent.siteKey);
  if (!mayAnswer || !site) return fail({ kind: 'unknown-comment' });
  const request = await nameRequest(deps, input);
  const earlier = await answerAgain(deps, request);
  if (earlier !== null) return earlier;
  if (parent.status === 'deleted') return fail({ kind: 'unknown-comment' });
  const draft = { body: cleanText(input.body), name: input.by.moderator.name };
  const errors = checkForm(draft, { ...site, email: 'off', website: 'off' });
  if (errors.length > 0) return fail({ kind: 'invalid-form', errors, site });
  if (parent.ancestors.length >= MAX_DEPTH) return fail({ kind: 'too-deep' });
  const published = await publishFirst(deps, { input, parent });
  if (!published.ok) return published;
  const reply = await compose(deps, { input, parent, source: draft.body });
  const stored = await deps.insertStaffReply({ ...reply, ...request });
  if (stored !== null) return ok({ comment: stored, decisionId: published.value });
  return (await answerAgain(deps, request)) ?? fail({ kind: 'changed-meanwhile' });
}

type Named = { requestKey: string | null; requestHash: string | null };

async function nameRequest(deps: StaffReplyDeps, input: StaffReplyInput): Promise<Named> {
  const { requestKey, by, parentId, body, as } = input;
  if (requestKey === null) return { requestKey: null, requestHash: null };
  return {
    requestKey: await deps.hash('request', `desk ${by.moderator.id}\n${requestKey}`),
    requestHash: await deps.hash('request', JSON.stringify([parentId, body, as])),
  };
}

async function answerAgain(
  deps: StaffReplyDeps,
  { requestKey, requestHash }: Named,
): Promise<Result<StaffReplied, StaffReplyError> | null> {
  const found = requestKey === null ? null : await deps.findRequest(requestKey);
  if (found === null) return null;
  if (found.requestHash !== requestHash) return fail({ kind: 'key-reused' });
  return ok({ comment: found.comment, decisionId: null });
}

/** The decision that made readers see what is answered; null where they saw it before. */
async function publishFirst(
  deps: StaffReplyDeps,
  { input, parent }: { input: StaffReplyInput; parent: Comment },
): Promise<Result<string | null, StaffReplyError>> {
  if (parent.status === 'published') return ok(null);
  if (input.publish === null) return fail({ kind: 'parent-not-published' });
  const ask = { commentId: parent.id, version: input.publish, reason: null };
  const [made] = await decide(deps, { asks: [{ ...ask, to: 'published' }], by: input.by });
  return made?.result === 'done' ? ok(made.decisionId) : fail({ kind: 'changed-meanwhile' });
}

async function compose(
  deps: StaffReplyDeps,
  made: { input: StaffReplyInput; parent: Comment; source: string },
): Promise<Omit<NewStaffReply, keyof Named>> {
  const { input, parent, source } = made;
  const { moderator, at } = input.by;
  const body = parseBody(source);
  const { siteKey, threadId } = parent;
  return {
    comment: {
      ...placeBelow(parent),
      id: deps.newId(at),
      siteKey,
      threadId,
      branchSeq: null,
      replyCount: 0,
      likes: 0,
      rootRank: 0,
      shown: true,
      name: moderator.name,
      badge: input.as,
      moderatorId: moderator.id,
      featured: false,
      email: null,
      website: null,
      source,
      body,
      language: deps.languageOf(ownWords(body)),
      status: 'published',
      reviewed: true,
      reports: 0,
      verdict: 'publish',
      findings: [],
      createdAt: at,
      editedAt: null,
      version: 1,
    },
    places: deps.trace({ body: source, website: '' }).places,
    // No reader's e-mail or name begins so.
    authorHash: await deps.hash('author', `${siteKey}\nmoderator\n${moderator.id}`),
    bodyHash: await deps.hash('body', `${siteKey}\n${deps.comparable(plainText(body))}`),
    bodyParser: BODY_PARSER,
    rulesVersion: deps.rulesVersion,
  };
}

export type DeleteStaffReplyDeps = {
  findComment(id: string): Promise<Comment | null>;
  /** False when the comment changed meanwhile. */
  eraseComment(at: { id: string; version: number; now: Date }): Promise<boolean>;
};

export type DeleteStaffReplyError = { kind: 'unknown-comment' } | { kind: 'changed-meanwhile' };

/** Takes back an answer for the moderator who gave it. Doing so again is no error. */
export async function deleteStaffReply(
  deps: DeleteStaffReplyDeps,
  { id, by }: { id: string; by: By },
): Promise<Result<Comment, DeleteStaffReplyError>> {
  const reply = await deps.findComment(id);
  const isOwn = reply !== null && reply.moderatorId === by.moderator.id;
  if (!isOwn || !maySee(by.moderator, reply.siteKey)) return fail({ kind: 'unknown-comment' });
  if (reply.status === 'deleted') return ok(reply);
  const erased = await deps.eraseComment({ id, version: reply.version, now: by.at });
  return erased ? ok(reply) : fail({ kind: 'changed-meanwhile' });
}
