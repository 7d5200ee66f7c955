import type { Comment } from './comment.ts';
import { type Cursor, readCursor, writeCursor } from './cursor.ts';
import { addressPage, type PageError, type PageRef } from './page-address.ts';
import { fail, ok, type Result } from './result.ts';
import type { Site } from './site.ts';
import type { Sort, Thread } from './thread.ts';

export type ReadThreadInput = {
  siteKey: string;
  page: PageRef;
  sort: Sort;
  limit: number;
  cursor?: string | undefined;
  /** A comment that must be in the page. */
  around?: string | undefined;
  /** A top comment whose whole branch is asked for. */
  branch?: string | undefined;
};

export type ThreadView = {
  site: Site;
  /** null until somebody has commented. */
  thread: Thread | null;
  url: string | null;
  /** What the newsroom puts on top; only with the first page. */
  featured: Comment[];
  comments: Comment[];
  nextCursor: string | null;
};

export type ReadThreadError =
  | { kind: 'unknown-site' }
  | { kind: 'bad-page'; error: PageError }
  | { kind: 'bad-cursor' }
  | { kind: 'unknown-comment' };

type PageAsk = {
  threadId: string;
  order: Sort;
  limit: number;
  after?: Cursor;
  from?: string;
};

export type ReadThreadDeps = {
  findSite(key: string): Promise<Site | null>;
  findThread(at: { siteKey: string; page: string }): Promise<Thread | null>;
  findComment(id: string): Promise<Comment | null>;
  shownComments(ids: string[]): Promise<Comment[]>;
  pageOfThread(ask: PageAsk): Promise<Comment[]>;
  featuredIn(threadId: string): Promise<Comment[]>;
  pageOfBranch(ask: { rootId: string; limit: number; after: number }): Promise<Comment[]>;
};

/** A page of a thread as readers see it. Reading writes nothing. */
export async function readThread(
  deps: ReadThreadDeps,
  input: ReadThreadInput,
): Promise<Result<ThreadView, ReadThreadError>> {
  const site = await deps.findSite(input.siteKey);
  if (site === null) return fail({ kind: 'unknown-site' });
  const address = addressPage(input.page);
  if (!address.ok) return fail({ kind: 'bad-page', error: address.error });
  const thread = await deps.findThread({ siteKey: site.key, page: address.value.page });
  const view = { site, thread, url: thread?.url ?? address.value.url };
  const [page, featured] = await Promise.all([
    readPage(deps, { input, thread }),
    thread !== null && isFirstPage(input) ? deps.featuredIn(thread.id) : [],
  ]);
  return page.ok ? ok({ ...view, ...page.value, featured }) : page;
}

function isFirstPage({ cursor, around, branch }: ReadThreadInput): boolean {
  return cursor === undefined && around === undefined && branch === undefined;
}

type Page = { comments: Comment[]; nextCursor: string | null };
type Ask = { input: ReadThreadInput; thread: Thread | null };

async function readPage(deps: ReadThreadDeps, ask: Ask): Promise<Result<Page, ReadThreadError>> {
  const { input, thread } = ask;
  const after = input.cursor === undefined ? undefined : readCursor(input.cursor);
  if (after === null) return fail({ kind: 'bad-cursor' });
  if (thread === null) {
    const asksForOne = input.around !== undefined || input.branch !== undefined;
    return asksForOne ? fail({ kind: 'unknown-comment' }) : ok({ comments: [], nextCursor: null });
  }
  if (input.branch !== undefined) return readBranch(deps, { ...ask, after });
  if (input.around !== undefined) return readAround(deps, { input, thread });
  const threadId = thread.id;
  const { sort: order, limit } = input;
  // A cursor belongs to its order: another one's would point anywhere.
  if (after && (after.value !== undefined) !== order in VALUE_OF)
    return fail({ kind: 'bad-cursor' });
  const comments = await deps.pageOfThread({
    threadId,
    order,
    limit: limit + 1,
    ...(after && { after }),
  });
  return ok(cut(comments, { limit, order }));
}

async function readBranch(
  deps: ReadThreadDeps,
  { input, thread, after }: Ask & { after: Cursor | undefined },
): Promise<Result<Page, ReadThreadError>> {
  const rootId = input.branch ?? '';
  const [root] = await deps.shownComments([rootId]);
  const isTop = root?.threadId === thread?.id && root?.parentId === null;
  if (root === undefined || !isTop) return fail({ kind: 'unknown-comment' });
  const { limit } = input;
  const from = after?.id === rootId ? after.seq : 0;
  return ok(cut(await deps.pageOfBranch({ rootId, limit: limit + 1, after: from }), { limit }));
}

/** The page from the comment's branch on, with the comment and those above it in any case. */
async function readAround(
  deps: ReadThreadDeps,
  { input, thread }: { input: ReadThreadInput; thread: Thread },
): Promise<Result<Page, ReadThreadError>> {
  const target = await deps.findComment(input.around ?? '');
  const isThere = target?.threadId === thread.id && target.shown;
  if (target === null || !isThere) return fail({ kind: 'unknown-comment' });
  const { limit, sort: order } = input;
  const [chain, comments] = await Promise.all([
    deps.shownComments([...target.ancestors, target.id]),
    deps.pageOfThread({ threadId: thread.id, order, limit: limit + 1, from: target.rootId }),
  ]);
  const page = cut(comments, { limit, order });
  const inPage = new Set(page.comments.map(({ id }) => id));
  const missing = chain.filter(({ id }) => !inPage.has(id));
  const [root, ...rest] = page.comments;
  return ok({ ...page, comments: root ? [root, ...missing, ...rest] : missing });
}

/** The number that an order goes by; the others go by the id. */
const VALUE_OF: { [order in Sort]?: (comment: Comment) => number } = {
  top: ({ rootRank }) => rootRank,
  replies: ({ replyCount }) => replyCount,
};

function cut(comments: Comment[], { limit, order }: { limit: number; order?: Sort }): Page {
  const page = comments.slice(0, limit);
  const last = page.at(-1);
  if (comments.length <= limit || last === undefined) return { comments: page, nextCursor: null };
  const value = order && VALUE_OF[order]?.(last);
  const place = {
    id: last.rootId,
    seq: last.branchSeq ?? 0,
    ...(value !== undefined && { value }),
  };
  return { comments: page, nextCursor: writeCursor(place) };
}
