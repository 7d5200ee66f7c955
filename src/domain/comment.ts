import type { Block } from './body.ts';

export type Status = 'published' | 'held' | 'spam' | 'rejected' | 'deleted';
export type Verdict = 'publish' | 'hold' | 'spam' | 'reject';
/** What the service vouches for beside a name; nobody can write it into one. */
export type Badge = 'staff' | 'author';
export type Field = 'body' | 'name' | 'email' | 'website';

/** What one check says about a submission. */
export type Finding = {
  /** The check's name, stable for ever. */
  check: string;
  verdict: Verdict;
  /** 0 (nothing) to 1 (certain). */
  score: number;
  /** A short sentence for the moderator. */
  message: string;
  /** Pieces of the reader's own text that the finding rests on. */
  matches: { field: Field; text: string }[];
};

/** Where a comment stands in its thread. */
export type Place = {
  parentId: string | null;
  /** The comment at the top of the branch; a top comment is its own root. */
  rootId: string;
  /** From the root down to the parent. */
  ancestors: string[];
};

export type Comment = Place & {
  id: string;
  siteKey: string;
  threadId: string;
  /** 0 for a top comment, then the order of publication in the branch; null before that. */
  branchSeq: number | null;
  /** Published answers: of a top comment all in its branch, of another the direct ones. */
  replyCount: number;
  likes: number;
  /**
   * Likes of the branch's top comment and what it started with, in millionths of a like; only true
   * of the comments that a page of a thread holds.
   */
  rootRank: number;
  /** Whether readers see it: published, or something published hangs below it. */
  shown: boolean;
  name: string;
  badge: Badge | null;
  /** The account behind the badge. */
  moderatorId: string | null;
  email: string | null;
  website: string | null;
  source: string;
  body: Block[];
  /** ISO 639-1, of its author's own words; null where it is not known. */
  language: string | null;
  /** Whether it stands on top of its thread. */
  featured: boolean;
  status: Status;
  reviewed: boolean;
  /** Open ones: no moderator has decided since. */
  reports: number;
  verdict: Verdict;
  findings: Finding[];
  createdAt: Date;
  editedAt: Date | null;
  version: number;
};

/** What pages of a thread know of a comment: no more than readers may see, and its place. */
export type ShownComment = Pick<
  Comment,
  | 'id'
  | 'threadId'
  | 'parentId'
  | 'rootId'
  | 'branchSeq'
  | 'replyCount'
  | 'likes'
  | 'rootRank'
  | 'name'
  | 'badge'
  | 'body'
  | 'status'
  | 'createdAt'
  | 'editedAt'
>;

/** Deepest level of an answer: 0 is the top. Deeper talk goes on beside, not below. */
export const MAX_DEPTH = 20;

/** The place of an answer to this comment, or of a new comment at the top. */
export function placeBelow(parent: Place & { id: string }): Place {
  return {
    parentId: parent.id,
    rootId: parent.rootId,
    ancestors: [...parent.ancestors, parent.id],
  };
}
