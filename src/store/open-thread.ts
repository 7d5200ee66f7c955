import type { OpenedThread, PageAsk, ReadThreadDeps } from '../domain/read-thread.ts';
import { readComments, selectComment } from './comments.ts';
import type { Database } from './database.ts';
import { selectFeatured } from './featured.ts';
import { readSiteWithoutWords, selectSiteWithoutWords } from './sites.ts';
import { readPage, selectPage } from './thread-pages.ts';
import { readThread, selectThread } from './threads.ts';

/** A page of a thread with all that belongs to it, in one round trip. */
export async function openThread(db: Database, ask: PageAsk): Promise<OpenedThread> {
  const isFirst = ask.after === undefined && ask.from === undefined;
  const featured = isFirst ? [selectFeatured(db, ask)] : [];
  const [site, thread, ...more] = await db.read([
    selectSiteWithoutWords(db, ask.siteKey),
    selectThread(db, ask),
    ...featured,
    ...selectPage(db, ask),
  ]);
  return {
    site: readSiteWithoutWords(site),
    thread: readThread(thread),
    featured: readPage(more.slice(0, featured.length)),
    comments: readPage(more.slice(featured.length)).slice(0, ask.limit),
  };
}

export async function findInThread(
  db: Database,
  at: Parameters<ReadThreadDeps['findInThread']>[0],
): ReturnType<ReadThreadDeps['findInThread']> {
  const [site, thread, comment] = await db.read([
    selectSiteWithoutWords(db, at.siteKey),
    selectThread(db, at),
    selectComment(db, at.commentId),
  ]);
  return {
    site: readSiteWithoutWords(site),
    thread: readThread(thread),
    comment: readComments(comment)[0] ?? null,
  };
}
