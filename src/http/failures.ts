import type { FieldError } from '../contract/problem.ts';
import type { DeleteError } from '../domain/delete-comment.ts';
import type { EditError } from '../domain/edit-comment.ts';
import type { FeatureError } from '../domain/featuring.ts';
import type { LikeError } from '../domain/like-comment.ts';
import type { Word } from '../domain/nudge.ts';
import type { PostError } from '../domain/post-comment.ts';
import type { ReadThreadError } from '../domain/read-thread.ts';
import type { ReportError } from '../domain/report-comment.ts';
import type { Site, SiteWithoutWords } from '../domain/site.ts';
import type { StaffReplyError } from '../domain/staff-reply.ts';
import type { AppContext } from './app-env.ts';
import { formMessages } from './form-messages.ts';
import { presentAskedProof } from './present.ts';
import { type ProblemCode, type ProblemExtra, problem } from './problem.ts';

type Failure =
  | PostError
  | EditError
  | DeleteError
  | LikeError
  | ReportError
  | ReadThreadError
  | StaffReplyError
  | FeatureError
  | { kind: 'unknown-comment' };

/** Seconds after which a refused reader may try again. */
const SLOW_DOWN_S = 60;

/** A use case's reason as a problem. A reason without a row in PROBLEMS does not compile. */
export function refuse(c: AppContext, failure: Failure): Response {
  const { code, extra } = tell(c, failure);
  return problem(c, code, extra);
}

function tell(c: AppContext, failure: Failure): { code: ProblemCode; extra: ProblemExtra } {
  switch (failure.kind) {
    case 'origin-not-allowed':
      return { code: 'origin-not-allowed', extra: { detail: originDetail(c, failure.site) } };
    case 'foreign-page':
      return { code: 'foreign-page', extra: { detail: pageDetail(failure.site) } };
    case 'bad-page':
      return { code: 'bad-page', extra: { detail: PAGE_DETAILS[failure.error] } };
    case 'invalid-form':
      return { code: failure.kind, extra: { errors: formMessages(failure.errors, failure.site) } };
    case 'rephrase':
      return { code: failure.kind, extra: { errors: failure.words.map(tellWord) } };
    case 'unknown-reason':
      return {
        code: failure.kind,
        extra: { detail: `Its reasons are: ${failure.reasons.join(', ')}.` },
      };
    case 'acting-too-fast':
      return { code: failure.kind, extra: { headers: { 'Retry-After': String(SLOW_DOWN_S) } } };
    case 'refused':
      return refused(c, failure);
    default:
      return { code: failure.kind, extra: {} };
  }
}

const PAGE_DETAILS = {
  'no-page': 'Name the page by its address in `url`, or by a `key` of your own.',
  'bad-url': '`url` must be an http or https address without a user name.',
};

/** The message is what was typed: how to say it, and in which language, is the client's. */
function tellWord({ field, text }: Word): FieldError {
  return { field, code: 'word', message: text };
}

function refused(
  c: AppContext,
  { refusal, site, waitSeconds }: Extract<PostError, { kind: 'refused' }>,
): { code: ProblemCode; extra: ProblemExtra } {
  if (refusal === 'proof-needed') {
    const proof = presentAskedProof(site, c.var.deps.proofs.turnstileSiteKey);
    return { code: refusal, extra: proof === null ? {} : { proof } };
  }
  if (refusal === 'slow-mode') {
    return { code: refusal, extra: { headers: { 'Retry-After': String(waitSeconds ?? 0) } } };
  }
  if (refusal === 'too-fast') {
    return { code: 'too-fast', extra: { headers: { 'Retry-After': String(SLOW_DOWN_S) } } };
  }
  return { code: refusal === 'too-long' ? 'invalid-form' : refusal, extra: {} };
}

function originDetail(c: AppContext, site: Site): string {
  const origin = c.req.header('origin') ?? '';
  return `${origin} is not among the origins of the site “${site.key}”. Its publisher can add it: npm run site -- set ${site.key} --origins ${[...site.origins, origin].join(',')}`;
}

function pageDetail(site: SiteWithoutWords): string {
  return `The page must lie on one of the origins of the site “${site.key}”: ${site.origins.join(', ')}.`;
}
