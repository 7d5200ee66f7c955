import type { AuthorMeasure } from './author-measure.ts';
import type { Comment, Status } from './comment.ts';
import type { Decision } from './decision.ts';
import type { Featuring } from './featuring.ts';
import type { Note } from './note.ts';
import type { Report } from './report.ts';
import type { Site } from './site.ts';
import type { Thread } from './thread.ts';

export type Queue = 'held' | 'reported' | 'unreviewed' | 'published' | 'spam' | 'rejected';
/** `after` is the id of the last comment of the page before. */
export type QueueAsk = {
  queue: Queue;
  siteKeys: string[];
  limit: number;
  after: string | null;
};
export type QueueCounts = Record<Queue, number>;

/** What is known of an author on a site. */
export type AuthorHistory = {
  firstSeen: Date | null;
  /** Whether `counts` are of the latest 500 alone: reading more would cost with every card. */
  isCut: boolean;
  counts: Record<Status, number>;
  /** Set against them and not lifted; it may have run out. */
  measure: AuthorMeasure | null;
};

/** A comment with all that a moderator needs beside it. */
export type QueueItem = {
  comment: Comment;
  site: Site;
  thread: Thread;
  parent: Comment | null;
  decisions: Decision[];
  /** The newest of the open ones; `comment.reports` is the number of all. */
  reports: Report[];
  /** Published answers of colleagues, oldest first. */
  answers: Comment[];
  /** Oldest first. */
  notes: Note[];
  /** null where it does not stand on top of its thread. */
  featuring: Featuring | null;
  author: AuthorHistory;
  /** Comments with about the same wording, this one counted; 12 stands for 12 or more. */
  clusterSize: number;
};

/** Waiting comments are taken in turn; of the others the newest is what people look for. */
export const OLDEST_FIRST: Record<Queue, boolean> = {
  held: true,
  reported: false,
  unreviewed: true,
  published: false,
  spam: false,
  rejected: false,
};

/** The queues that a comment is in. */
export function queuesOf(comment: Pick<Comment, 'status' | 'reviewed' | 'reports'>): Queue[] {
  const { status, reviewed, reports } = comment;
  if (status === 'deleted') return [];
  const queues: Queue[] = [status];
  if (status === 'published' && !reviewed) queues.push('unreviewed');
  if (reports > 0 && (status === 'published' || status === 'held')) queues.push('reported');
  return queues;
}
