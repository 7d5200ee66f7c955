import type { Thread } from './thread.ts';

/** A thread in the desk's list. */
export type ListedThread = { thread: Thread; newestAt: Date | null };

export type ThreadListAsk = {
  siteKeys: string[];
  /** Looked for in titles and addresses; null lists all. */
  text: string | null;
  /** Pages that the text may be the address of, exactly. */
  page: string | null;
  limit: number;
  /** Only threads whose newest comment is older than that with this number. */
  before: number | null;
};

/** `next` is where the list goes on; null where it ends. */
export type ThreadList = { threads: ListedThread[]; next: number | null };
