import type { Block } from '../domain/body.ts';
import type { Comment, Finding, ShownComment } from '../domain/comment.ts';

/** A row of `comments`, as far as anybody but screening reads it. */
export type CommentRow = {
  id: string;
  site_key: string;
  thread_id: string;
  parent_id: string | null;
  root_id: string;
  ancestors: string;
  branch_seq: number | null;
  reply_count: number;
  likes: number;
  root_rank: number;
  shown: number;
  name: string;
  badge: Comment['badge'];
  moderator_id: string | null;
  featured_at: number | null;
  email: string | null;
  website: string | null;
  source: string;
  body: string;
  language: string | null;
  status: Comment['status'];
  reviewed: number;
  reports: number;
  verdict: Comment['verdict'];
  findings: string;
  created_at: number;
  edited_at: number | null;
  version: number;
};

export const COMMENT_COLUMNS = `id, site_key, thread_id, parent_id, root_id, ancestors, branch_seq,
  reply_count, likes, root_rank, shown, name, badge, moderator_id, featured_at, email, website, source, body, status, reviewed, reports, verdict, findings, created_at,
  edited_at, version, language`;

/** As far as readers see it. */
export type ShownRow = Pick<
  CommentRow,
  | 'id'
  | 'thread_id'
  | 'parent_id'
  | 'root_id'
  | 'branch_seq'
  | 'reply_count'
  | 'likes'
  | 'root_rank'
  | 'name'
  | 'badge'
  | 'body'
  | 'status'
  | 'created_at'
  | 'edited_at'
>;

export const SHOWN_COLUMNS = `id, thread_id, parent_id, root_id, branch_seq, reply_count, likes,
  root_rank, name, badge, body, status, created_at, edited_at`;

export function toShown(row: ShownRow): ShownComment {
  return {
    id: row.id,
    threadId: row.thread_id,
    parentId: row.parent_id,
    rootId: row.root_id,
    branchSeq: row.branch_seq,
    replyCount: row.reply_count,
    likes: row.likes,
    rootRank: row.root_rank,
    name: row.name,
    badge: row.badge,
    body: JSON.parse(row.body) as Block[],
    status: row.status,
    createdAt: new Date(row.created_at),
    editedAt: row.edited_at === null ? null : new Date(row.edited_at),
  };
}

export function toComment(row: CommentRow): Comment {
  return {
    id: row.id,
    siteKey: row.site_key,
    threadId: row.thread_id,
    parentId: row.parent_id,
    rootId: row.root_id,
    ancestors: JSON.parse(row.ancestors) as string[],
    branchSeq: row.branch_seq,
    replyCount: row.reply_count,
    likes: row.likes,
    rootRank: row.root_rank,
    shown: row.shown === 1,
    name: row.name,
    badge: row.badge,
    moderatorId: row.moderator_id,
    featured: row.featured_at !== null,
    email: row.email,
    website: row.website,
    source: row.source,
    body: JSON.parse(row.body) as Block[],
    language: row.language,
    status: row.status,
    reviewed: row.reviewed === 1,
    reports: row.reports,
    verdict: row.verdict,
    findings: JSON.parse(row.findings) as Finding[],
    createdAt: new Date(row.created_at),
    editedAt: row.edited_at === null ? null : new Date(row.edited_at),
    version: row.version,
  };
}
