import type { Comment, ShownComment } from './comment.ts';
import { type Cursor, readCursor, writeCursor } from './cursor.ts';
import { addressPage, type PageAddress, type PageError, type PageRef } from './page-address.ts';
import { fail, ok, type Result } from './result.ts';
import type { SiteWithoutWords } from './site.ts';
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
  site: SiteWithoutWords;
  /** null until somebody has commented. */
  thread: Thread | null;
  url: string | null;
  /** What the newsroom puts on top; only with the first page. */
  featured: ShownComment[];
  comments: ShownComment[];
  nextCursor: string | null;
};

export type ReadThreadError =
  | { kind: 'unknown-site' }
  | { kind: 'bad-page'; error: PageError }
  | { kind: 'bad-cursor' }
  | { kind: 'unknown-comment' };

export type PageAsk = {
  siteKey: string;
  page: string;
  order: Sort;
  limit: number;
  /** The last comment of the page before. */
  after?: Cursor;
  /** The page begins with this whole branch. */
  from?: string;
};

export type OpenedThread = {
  site: SiteWithoutWords | null;
  thread: Thread | null;
  comments: ShownComment[];
  /** Nothing but with the first page. */
  featured: ShownComment[];
};

type FoundThread = Pick<OpenedThread, 'site' | 'thread'> & { comment: Comment | null };

export type ReadThreadDeps = {
  /** Everything for a page, in one round trip. */
  openThread(ask: PageAsk): Promise<OpenedThread>;
  /** For a page around a comment; that one wherever it stands and whoever may see it. */
  findInThread(at: { siteKey: string; page: string; commentId: string }): Promise<FoundThread>;
  pageOfThread(ask: PageAsk): Promise<ShownComment[]>;
  pageOfBranch(ask: { rootId: string; limit: number; after: number }): Promise<ShownComment[]>;
  shownComments(ids: string[]): Promise<ShownComment[]>;
};

type Ask = { input: ReadThreadInput; address: PageAddress; after: Cursor | undefined };
type Read = Result<ThreadView, ReadThreadError>;

/** A page of a thread as readers see it. Reading writes nothing. */
export async function readThread(deps: ReadThreadDeps, input: ReadThreadInput): Promise<Read> {
  const address = addressPage(input.page);
  if (!address.ok) return fail({ kind: 'bad-page', error: address.error });
  const after = input.cursor === undefined ? undefined : readCursor(input.cursor);
  if (after === null) return fail({ kind: 'bad-cursor' });
  const ask = { input, address: address.value, after };
  const commentId = input.branch ?? input.around;
  return commentId === undefined ? readPage(deps, ask) : readFrom(deps, { ...ask, commentId });
}

async function readPage(deps: ReadThreadDeps, { input, address, after }: Ask): Promise<Read> {
  const { siteKey, sort: order, limit } = input;
  // A cursor belongs to its order: another one's would point anywhere.
  if (after && (after.value !== undefined) !== order in VALUE_OF) {
    return fail({ kind: 'bad-cursor' });
  }
  const { page } = address;
  const ask = { siteKey, page, order, limit: limit + 1, ...(after && { after }) };
  const { site, thread, comments, featured } = await deps.openThread(ask);
  if (site === null) return fail({ kind: 'unknown-site' });
  const url = thread?.url ?? address.url;
  return ok({ site, thread, url, featured, ...cut(comments, { limit, order }) });
}

/** What is read from one comment on: its branch, or the page around it. */
async function readFrom(
  deps: ReadThreadDeps,
  { commentId, ...ask }: Ask & { commentId: string },
): Promise<Read> {
  const { input, address } = ask;
  const at = { siteKey: input.siteKey, page: address.page };
  const { site, thread, comment } = await deps.findInThread({ ...at, commentId });
  if (site === null) return fail({ kind: 'unknown-site' });
  if (thread === null || comment === null) return fail({ kind: 'unknown-comment' });
  const isThere = comment.shown && comment.threadId === thread.id;
  const isBranch = input.branch !== undefined;
  if (!isThere || (isBranch && comment.parentId !== null)) return fail({ kind: 'unknown-comment' });
  const page = await (isBranch ? readBranch : readAround)(deps, { ...ask, comment });
  return ok({ site, thread, url: thread.url ?? address.url, featured: [], ...page });
}

async function readBranch(
  deps: ReadThreadDeps,
  { input: { limit }, after, comment: { id: rootId } }: Ask & { comment: Comment },
): Promise<Page> {
  const from = after?.id === rootId ? after.seq : 0;
  return cut(await deps.pageOfBranch({ rootId, limit: limit + 1, after: from }), { limit });
}

/** The page from the comment's branch on, with the comment and those above it in any case. */
async function readAround(
  deps: ReadThreadDeps,
  { input, address: { page }, comment }: Ask & { comment: Comment },
): Promise<Page> {
  const { siteKey, limit, sort: order } = input;
  const [chain, comments] = await Promise.all([
    deps.shownComments([...comment.ancestors, comment.id]),
    deps.pageOfThread({ siteKey, page, order, limit: limit + 1, from: comment.rootId }),
  ]);
  const whole = cut(comments, { limit, order });
  const inPage = new Set(whole.comments.map(({ id }) => id));
  const missing = chain.filter(({ id }) => !inPage.has(id));
  const [root, ...rest] = whole.comments;
  return { ...whole, comments: root ? [root, ...missing, ...rest] : missing };
}

type Page = Pick<ThreadView, 'comments' | 'nextCursor'>;

/** The number that an order goes by; the others go by the id. */
const VALUE_OF: { [order in Sort]?: (comment: ShownComment) => number } = {
  top: ({ rootRank }) => rootRank,
  replies: ({ replyCount }) => replyCount,
};

function cut(all: ShownComment[], { limit, order }: { limit: number; order?: Sort }): Page {
  const comments = all.slice(0, limit);
  const last = comments.at(-1);
  if (all.length <= limit || last === undefined) return { comments, nextCursor: null };
  const value = order && VALUE_OF[order]?.(last);
  const place = {
    id: last.rootId,
    seq: last.branchSeq ?? 0,
    ...(value !== undefined && { value }),
  };
  return { comments, nextCursor: writeCursor(place) };
}
