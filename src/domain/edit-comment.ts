import { editableUntil } from './authorship.ts';
import { cleanText } from './clean-text.ts';
import type { Comment } from './comment.ts';
import { checkForm, type FormError } from './form-rules.ts';
import { BODY_PARSER, parseBody } from './parse-body.ts';
import { fail, ok, type Result } from './result.ts';
import { type ScreenCommentDeps, screenComment } from './screen-comment.ts';
import type { Visit } from './second-stage.ts';
import { mayPostFrom, type Site } from './site.ts';
import { modeNow, statusAfterScreening } from './status.ts';
import type { Refusal } from './submission.ts';
import { siteIn, type Thread } from './thread.ts';
import type { Trace } from './trace.ts';

export type EditInput = {
  id: string;
  body: string;
  isAuthor: boolean;
  origin: string | null;
  address: string | null;
  visit: Visit;
  now: Date;
};

export type EditError =
  | { kind: 'unknown-comment' }
  | { kind: 'origin-not-allowed'; site: Site }
  | { kind: 'not-the-author' }
  | { kind: 'edit-window-over' }
  | { kind: 'invalid-form'; errors: FormError[]; site: Site }
  | { kind: 'refused'; refusal: Refusal; site: Site }
  | { kind: 'changed-meanwhile' };

export type Revision = {
  /** As it shall stand; `version` is the one that it replaces. */
  comment: Comment;
  places: string[];
  trace: Trace;
  bodyHash: string;
  bodyParser: number;
  rulesVersion: number;
  at: Date;
};

export type EditCommentDeps = ScreenCommentDeps & {
  rulesVersion: number;
  ownOrigin: string;
  findComment(id: string): Promise<Comment | null>;
  findThreadById(id: string): Promise<Thread | null>;
  findSite(key: string): Promise<Site | null>;
  /** False when the comment changed meanwhile. */
  reviseComment(revision: Revision): Promise<boolean>;
};

export type Edited = {
  comment: Comment;
  editableUntil: Date | null;
  site: Site;
  /** Whether a moderator had decided about the text as it was. */
  wasReviewed: boolean;
};

/** Replaces a comment's text within the edit window. The new text is screened like a new comment. */
export async function editComment(
  deps: EditCommentDeps,
  input: EditInput,
): Promise<Result<Edited, EditError>> {
  const comment = await deps.findComment(input.id);
  if (comment === null || comment.status === 'deleted') return fail({ kind: 'unknown-comment' });
  if (!input.isAuthor) return fail({ kind: 'not-the-author' });
  const [thread, site] = await Promise.all([
    deps.findThreadById(comment.threadId),
    deps.findSite(comment.siteKey),
  ]);
  if (thread === null || site === null) return fail({ kind: 'unknown-comment' });
  if (!mayPostFrom(site, { origin: input.origin, own: deps.ownOrigin })) {
    return fail({ kind: 'origin-not-allowed', site });
  }
  const until = editableUntil(comment, { site, now: input.now });
  if (until === null || isThrownOut(comment)) return fail({ kind: 'edit-window-over' });
  const revised = await revise(deps, { input, comment, thread, site });
  const wasReviewed = comment.reviewed;
  return revised.ok
    ? ok({ comment: revised.value, editableUntil: until, site, wasReviewed })
    : revised;
}

/** What a moderator has thrown out stays what it was: the filter learns from these words. */
function isThrownOut({ status, reviewed }: Comment): boolean {
  return reviewed && (status === 'spam' || status === 'rejected');
}

/** A comment that has changed this often is not being mended. */
const MOST_VERSIONS = 30;

type Found = { input: EditInput; comment: Comment; thread: Thread; site: Site };

async function revise(deps: EditCommentDeps, found: Found): Promise<Result<Comment, EditError>> {
  const { input, comment, site } = found;
  const source = cleanText(input.body);
  const { email, website } = comment;
  const draft = { body: source, name: comment.name, email: email ?? '', website: website ?? '' };
  const errors = checkForm(draft, { ...site, email: 'optional', website: 'optional' });
  if (errors.length > 0) return fail({ kind: 'invalid-form', errors, site });
  if (source === comment.source) return ok(comment);
  if (comment.version > MOST_VERSIONS) return fail({ kind: 'refused', refusal: 'too-fast', site });
  const screened = await rescreen(deps, { ...found, draft });
  if (screened.screening.refusal !== null) {
    return fail({ kind: 'refused', refusal: screened.screening.refusal, site });
  }
  const { verdict, findings } = screened.screening;
  const mode = modeNow(siteIn(found.thread, site).mode, screened.past);
  const status = statusAfterEdit(comment, statusAfterScreening(verdict, mode));
  const { language } = screened;
  const body = parseBody(source);
  const revised = { ...comment, source, body, language, status, verdict, findings };
  const done = await deps.reviseComment({
    comment: revised,
    places: screened.trace.places,
    trace: screened.trace,
    bodyHash: screened.hashes.bodyHash,
    bodyParser: BODY_PARSER,
    rulesVersion: deps.rulesVersion,
    at: input.now,
  });
  if (!done) return fail({ kind: 'changed-meanwhile' });
  const version = comment.version + 1;
  return ok({ ...revised, editedAt: input.now, version });
}

function rescreen(
  deps: EditCommentDeps,
  {
    input,
    comment,
    thread,
    site,
    draft,
  }: Found & { draft: Parameters<typeof screenComment>[1]['draft'] },
) {
  return screenComment(deps, {
    site,
    page: thread.page,
    url: thread.url,
    title: undefined,
    parentId: comment.parentId,
    draft,
    body: parseBody(draft.body),
    trap: '',
    formTime: { kind: 'edit' },
    proof: { kind: 'edit' },
    address: input.address,
    visit: input.visit,
    now: input.now,
    editing: { id: comment.id },
  });
}

const STRICTNESS: readonly Comment['status'][] = ['published', 'held', 'spam', 'rejected'];

/** An edit makes a status stricter, never milder: only a moderator does that. */
function statusAfterEdit(comment: Comment, screened: Comment['status']): Comment['status'] {
  const isStricter = STRICTNESS.indexOf(screened) > STRICTNESS.indexOf(comment.status);
  return isStricter ? screened : comment.status;
}
