import type { Comment } from './comment.ts';
import { fail, ok, type Result } from './result.ts';
import { mayPostFrom, type Site } from './site.ts';

/** A reader who likes or reports, as far as it takes to count them once. */
export type Actor = {
  /** What the reader's browser made up and keeps; it names nobody. */
  readerKey: string;
  address: string | null;
  origin: string | null;
};

export type ActError = { kind: 'unknown-comment' } | { kind: 'origin-not-allowed'; site: Site };

export type ActDeps = {
  ownOrigin: string;
  findComment(id: string): Promise<Comment | null>;
  findSite(key: string): Promise<Site | null>;
  hash(purpose: 'acting', text: string): Promise<string>;
};

/**
 * Hashes of an actor. Those for the comment are different for every comment, so that what is stored
 * tells nobody what else the same reader has liked; `rate` is kept for a minute only.
 */
export type ActTraces = { reader: string; network: string | null; rate: string | null };

export type ActedOn = { comment: Comment; site: Site; traces: ActTraces };

/** What a reader wants to act on; a comment that is not published does not exist for them. */
export async function findActedOn(
  deps: ActDeps,
  { id, actor }: { id: string; actor: Actor },
): Promise<Result<ActedOn, ActError>> {
  const comment = await deps.findComment(id);
  if (comment?.status !== 'published') return fail({ kind: 'unknown-comment' });
  const site = await deps.findSite(comment.siteKey);
  if (site === null) return fail({ kind: 'unknown-comment' });
  if (!mayPostFrom(site, { origin: actor.origin, own: deps.ownOrigin })) {
    return fail({ kind: 'origin-not-allowed', site });
  }
  return ok({ comment, site, traces: await hashActor(deps, { id, actor }) });
}

async function hashActor(
  { hash }: ActDeps,
  { id, actor }: { id: string; actor: Actor },
): Promise<ActTraces> {
  const { readerKey, address } = actor;
  const [reader, network, rate] = await Promise.all([
    hash('acting', `reader\n${id}\n${readerKey}`),
    address === null ? null : hash('acting', `network\n${id}\n${address}`),
    address === null ? null : hash('acting', `rate\n${address}`),
  ]);
  return { reader, network, rate };
}
