import { cleanLine, cleanText } from './clean-text.ts';
import { type Comment, MAX_DEPTH, type Place, placeBelow } from './comment.ts';
import type { FloodSince } from './flood-mode.ts';
import { checkForm, type FormError } from './form-rules.ts';
import { type Word, wordsToMend } from './nudge.ts';
import {
  addressPage,
  isOwnPage,
  type PageAddress,
  type PageError,
  type PageRef,
} from './page-address.ts';
import { BODY_PARSER, parseBody } from './parse-body.ts';
import type { ProofGiven } from './proof.ts';
import { fail, ok, type Result } from './result.ts';
import { answerAgain, nameRequest, type Received, type Request } from './same-request.ts';
import {
  type Draft,
  type ScreenCommentDeps,
  type Screened,
  screenComment,
} from './screen-comment.ts';
import type { Visit } from './second-stage.ts';
import { mayPostFrom, type Site, type SiteWithoutWords } from './site.ts';
import { modeNow, statusAfterScreening } from './status.ts';
import type { FormTime, Refusal } from './submission.ts';
import { NO_RULES, siteIn, type Thread } from './thread.ts';
import type { Trace } from './trace.ts';

export type PostInput = {
  siteKey: string;
  page: PageRef;
  title: string | undefined;
  parentId: string | null;
  name: string;
  email: string | undefined;
  website: string | undefined;
  body: string;
  trap: string;
  formTime: string | undefined;
  proof: ProofGiven;
  /** Of the page that sends it; null for programs, which send none. */
  origin: string | null;
  address: string | null;
  visit: Visit;
  /** Idempotency-Key; null when there is none. */
  requestKey: string | null;
  /** Whether to be asked before words hold the comment; otherwise it is stored as it is. */
  nudge?: boolean;
  now: Date;
};

export type PostError =
  | { kind: 'unknown-site' }
  | { kind: 'origin-not-allowed'; site: Site }
  | { kind: 'bad-page'; error: PageError }
  | { kind: 'foreign-page'; site: SiteWithoutWords }
  | { kind: 'invalid-form'; errors: FormError[]; site: Site }
  | { kind: 'unknown-parent' }
  | { kind: 'too-deep' }
  | { kind: 'key-reused' }
  | { kind: 'refused'; refusal: Refusal; site: Site; waitSeconds?: number }
  | { kind: 'rephrase'; words: Word[]; site: Site };

/** `thread` as it is with the comment; null where the same request had been stored before. */
export type Posted = { comment: Comment; site: Site; thread: Thread | null };

export type NewComment = {
  comment: Comment;
  thread: Thread;
  /** Where its links and its author's website lead. */
  places: string[];
  floodSince: FloodSince;
  trace: Trace;
  /** What is stored beside a comment and never read back by people. */
  traces: Screened['hashes'] & { requestKey: string | null; requestHash: string | null };
  bodyParser: number;
  rulesVersion: number;
};

export type PostCommentDeps = ScreenCommentDeps & {
  hash(purpose: 'address' | 'author' | 'body' | 'request', text: string): Promise<string>;
  /** The service's own origin, whose thread pages have a form too. */
  ownOrigin: string;
  rulesVersion: number;
  newId(now: Date): string;
  /** The site, and what was stored for this request; null for a request that names no key. */
  receive(ask: { siteKey: string; requestKey: string | null }): Promise<Received>;
  readFormTime(ask: { siteKey: string; token: string | undefined }): Promise<FormTime>;
  /** null when another request with the same key was faster. */
  insertComment(entry: NewComment): Promise<{ comment: Comment; thread: Thread } | null>;
};

/** Takes in a reader's comment: checks the form, screens, stores. The same request stores once. */
export async function postComment(
  deps: PostCommentDeps,
  input: PostInput,
): Promise<Result<Posted, PostError>> {
  const request = await nameRequest(deps, input);
  const asked = { siteKey: input.siteKey, requestKey: request?.key ?? null };
  const { site, earlier } = await deps.receive(asked);
  if (site === null) return fail({ kind: 'unknown-site' });
  if (!mayPostFrom(site, { origin: input.origin, own: deps.ownOrigin })) {
    return fail({ kind: 'origin-not-allowed', site });
  }
  // First of all: a retry gets its answer even where the site's settings have changed meanwhile.
  const known = answerAgain(earlier, { request, site });
  if (known !== null) return known;
  const address = addressPage(input.page);
  if (!address.ok) return fail({ kind: 'bad-page', error: address.error });
  const isOwn = isOwnPage(address.value, site);
  // A thread with a key of its own does not depend on where the article says it is.
  if (!isOwn && input.page.key === undefined) return fail({ kind: 'foreign-page', site });
  const place = isOwn ? address.value : { ...address.value, url: null };
  const draft = readDraft(input, site);
  const errors = checkForm(draft, site);
  if (errors.length > 0) return fail({ kind: 'invalid-form', errors, site });
  const taken = await takeIn(deps, { input, site, address: place, draft, request });
  // The same request may have been stored while this one was looked at.
  if (taken.ok || request === null) return taken;
  const meanwhile = await deps.receive(asked);
  return answerAgain(meanwhile.earlier, { request, site }) ?? taken;
}

type Accepted = {
  input: PostInput;
  site: Site;
  address: PageAddress;
  draft: Draft;
  request: Request;
};

async function takeIn(
  deps: PostCommentDeps,
  accepted: Accepted,
): Promise<Result<Posted, PostError>> {
  const { input, site, address, draft } = accepted;
  const body = parseBody(draft.body);
  const formTime = await deps.readFormTime({ siteKey: site.key, token: input.formTime });
  const screened = await screenComment(deps, { ...input, ...address, site, draft, body, formTime });
  const place = findPlace(input, screened);
  if (!place.ok) return place;
  const { refusal } = screened.screening;
  if (refusal !== null)
    return fail({
      kind: 'refused',
      refusal,
      site,
      waitSeconds: screened.waitSeconds,
    });
  const here = siteIn(screened.past.thread, site);
  const words = input.nudge === true ? wordsToMend(screened.screening, here) : [];
  if (words.length > 0) return fail({ kind: 'rephrase', words, site });
  const entry = composeEntry(deps, { ...accepted, place: place.value, screened });
  const stored = await deps.insertComment({ ...entry, comment: { ...entry.comment, body } });
  if (stored !== null) return ok({ ...stored, site });
  return fail({ kind: 'key-reused' });
}

function readDraft(input: PostInput, site: Site): Draft {
  return {
    body: cleanText(input.body),
    name: cleanLine(input.name),
    email: site.email === 'off' ? '' : cleanLine(input.email ?? ''),
    website: site.website === 'off' ? '' : cleanLine(input.website ?? ''),
  };
}

function findPlace(
  input: PostInput,
  { past: { parent, thread } }: Screened,
): Result<Place | null, PostError> {
  if (input.parentId === null) return ok(null);
  const isThere = parent !== null && parent.threadId === thread?.id;
  // An answer to a comment that was removed meanwhile would hang below nothing a reader can see.
  if (!isThere || parent.status !== 'published') return fail({ kind: 'unknown-parent' });
  if (parent.ancestors.length >= MAX_DEPTH) return fail({ kind: 'too-deep' });
  return ok(placeBelow(parent));
}

function composeEntry(
  deps: PostCommentDeps,
  made: Accepted & { place: Place | null; screened: Screened },
): NewComment {
  const { input, site, address, draft, request, place, screened } = made;
  const id = deps.newId(input.now);
  const { verdict, findings } = screened.screening;
  const { mode } = siteIn(screened.past.thread, site);
  const status = statusAfterScreening(verdict, modeNow(mode, screened.past));
  return {
    comment: {
      ...(place ?? { parentId: null, rootId: id, ancestors: [] }),
      id,
      siteKey: site.key,
      threadId: screened.past.thread?.id ?? '',
      branchSeq: null,
      replyCount: 0,
      likes: 0,
      rootRank: 0,
      shown: status === 'published',
      name: draft.name,
      badge: null,
      moderatorId: null,
      featured: false,
      email: draft.email || null,
      website: draft.website || null,
      source: draft.body,
      body: [],
      language: screened.language,
      status,
      reviewed: false,
      reports: 0,
      verdict,
      findings,
      createdAt: input.now,
      editedAt: null,
      version: 1,
    },
    thread: newThread(deps, {
      input,
      address,
      site,
      isWelcome: status === 'published' || status === 'held',
    }),
    places: screened.trace.places,
    floodSince: screened.past.floodSince,
    trace: screened.trace,
    traces: {
      ...screened.hashes,
      requestKey: request?.key ?? null,
      requestHash: request?.hash ?? null,
    },
    bodyParser: BODY_PARSER,
    rulesVersion: deps.rulesVersion,
  };
}

/** What screening has thrown out never names an article. */
function newThread(
  deps: PostCommentDeps,
  made: { input: PostInput; address: PageAddress; site: Site; isWelcome: boolean },
): Thread {
  const { input, address, site, isWelcome } = made;
  return {
    id: deps.newId(input.now),
    siteKey: site.key,
    page: address.page,
    url: address.url,
    title: (isWelcome && cleanLine(input.title ?? '')) || null,
    closedAt: null,
    count: 0,
    createdAt: input.now,
    rules: NO_RULES,
    version: 1,
  };
}
