import * as z from 'zod';
import { Body } from './body.ts';
import { AskedProof } from './proof.ts';

/** Given by the service to those who answer from the desk; a name gives none. */
export const Badge = z.enum(['staff', 'author']);

/** A comment as any reader may see it. No address, no e-mail, no hash of either is part of it. */
export const Comment = z
  .strictObject({
    id: z.string(),
    parentId: z.string().nullable(),
    /** Empty for a comment that was removed but has answers. */
    name: z.string(),
    /** `author`: of the article. */
    badge: Badge.nullable(),
    body: Body,
    createdAt: z.iso.datetime(),
    editedAt: z.iso.datetime().nullable(),
    /** `held` reaches only its author; `deleted` is the tombstone of a comment that has answers. */
    status: z.enum(['published', 'held', 'deleted']),
    likes: z.int().min(0),
    /** Published answers: of a top comment all in its branch, of another the direct ones. */
    replyCount: z.int().min(0),
  })
  .meta({ id: 'Comment' });

export const Thread = z
  .strictObject({
    /** null until somebody has commented: reading never creates a thread. */
    id: z.string().nullable(),
    site: z.string(),
    url: z.string().nullable(),
    title: z.string().nullable(),
    state: z.enum(['open', 'closed']),
    count: z.int().min(0),
  })
  .meta({ id: 'Thread' });

const Ask = z.enum(['off', 'optional', 'required']);

/** What the form under this thread must know before it can be drawn. */
export const Form = z
  .strictObject({
    /** Signed time of this answer; sent back as `formTime` with a post. */
    time: z.string(),
    email: Ask,
    website: Ask,
    /** Longest body, in Unicode code points. */
    maxLength: z.int(),
    /** Deepest level an answer may have; a comment at the top has level 0. */
    maxDepth: z.int(),
    /** Origins whose pages may post, e.g. `https://www.example.com` or `https://*.example.com`. */
    origins: z.array(z.string()),
    /** What a comment must bring beside its words; null for nothing. */
    proof: AskedProof.nullable(),
    /** What a comment may be reported for: `spam`, `insult`, `hate`, `off-topic`, `false`, `other`, or the site’s own words. */
    reasons: z.array(z.string()),
  })
  .meta({ id: 'Form' });

/**
 * `top` goes by likes and lets later comments start with the likes that an average one has by then;
 * `replies` by the number of published answers.
 */
export const Sort = z.enum(['newest', 'oldest', 'top', 'replies']);

/** Which thread: by the site and either the page's address or a key that the page gives. */
export const threadAddress = {
  site: z.string().min(1).max(64),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional(),
  key: z.string().min(1).max(200).optional(),
};

export const ThreadQuery = z.strictObject({
  ...threadAddress,
  sort: Sort.default('newest'),
  /** Comments in a page. */
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(200).optional(),
  /** The page that begins with the branch of this comment; the comment itself is always in it. */
  around: z.string().max(40).optional(),
  /** All answers in the branch of this top comment, oldest first, instead of the thread's page. */
  branch: z.string().max(40).optional(),
});

/**
 * A page of a thread. Top comments come in the asked order, each followed by the first three
 * answers of its branch (in the order `replies` by none: their number is in `replyCount`); a parent
 * always stands before its answers.
 */
export const ThreadPage = z
  .strictObject({
    thread: Thread,
    form: Form,
    /**
     * Copies of at most five comments that the newsroom puts on top, on the first page only; each
     * also stands in its place in the thread.
     */
    featured: z.array(Comment),
    comments: z.array(Comment),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'ThreadPage' });

export const CountsQuery = z.strictObject({
  site: z.string().min(1).max(64),
  url: z.array(z.string().max(2000)).min(1).max(100),
});

export const Counts = z
  .strictObject({ counts: z.array(z.strictObject({ url: z.string(), count: z.int().min(0) })) })
  .meta({ id: 'Counts' });

export type Badge = z.infer<typeof Badge>;
export type Comment = z.infer<typeof Comment>;
export type Thread = z.infer<typeof Thread>;
export type Form = z.infer<typeof Form>;
export type Sort = z.infer<typeof Sort>;
export type ThreadQuery = z.infer<typeof ThreadQuery>;
export type ThreadPage = z.infer<typeof ThreadPage>;
export type CountsQuery = z.infer<typeof CountsQuery>;
export type Counts = z.infer<typeof Counts>;
