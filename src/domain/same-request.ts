import type { Comment } from './comment.ts';
import type { PostCommentDeps, PostError, Posted, PostInput } from './post-comment.ts';
import { fail, ok, type Result } from './result.ts';
import type { Site } from './site.ts';

/** What is known before a comment is screened. */
export type Received = {
  site: Site | null;
  earlier: { comment: Comment; requestHash: string | null } | null;
};

/** Both hashed; null for a request that does not say who it is. */
export type Request = { key: string; hash: string } | null;

/** Names a request by its Idempotency-Key, and what was sent with it; null where it has none. */
export async function nameRequest(deps: PostCommentDeps, input: PostInput): Promise<Request> {
  if (input.requestKey === null) return null;
  const { siteKey, page, parentId, name, email, website, body } = input;
  const sent = JSON.stringify([page.key ?? page.url, parentId, name, email, website, body]);
  const [key, hash] = await Promise.all([
    deps.hash('request', `${siteKey}\n${input.requestKey}`),
    deps.hash('request', sent),
  ]);
  return { key, hash };
}

/** The answer that this request has already had; null for a new one. */
export function answerAgain(
  found: Received['earlier'],
  { request, site }: { request: Request; site: Site },
): Result<Posted, PostError> | null {
  if (request === null || found === null) return null;
  if (found.requestHash !== request.hash) return fail({ kind: 'key-reused' });
  return ok({ comment: found.comment, site, thread: null });
}
