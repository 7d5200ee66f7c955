import * as z from 'zod';
import { Body } from './body.ts';
import { Comment, Thread } from './thread.ts';

/**
 * A reader's submission. The sizes here only bound what is parsed; the messages a reader sees
 * ("Please enter your comment!") come from the form's rules, which run after this shape fits.
 */
export const PostComment = z
  .strictObject({
    site: z.string().min(1).max(64),
    url: z.string().max(2000).optional(),
    key: z.string().min(1).max(200).optional(),
    title: z.string().max(300).optional(),
    parent: z.string().max(40).nullish(),
    name: z.string().max(1000).default(''),
    email: z.string().max(1000).optional(),
    website: z.string().max(2000).optional(),
    body: z.string().max(100_000).default(''),
    /** `form.time` of the thread that the form was drawn from. */
    formTime: z.string().max(200).optional(),
    /** A solved challenge, or Turnstile’s token; as `form.proof` or the problem `proof-needed` asks. */
    proof: z.string().max(4000).optional(),
    /** A trap: people never see this field, so whatever fills it is a program. */
    nickname: z.string().max(1000).optional(),
    /**
     * "Ask me first": where nothing but some words would hold the comment, `/problems/rephrase` names
     * them (each an error with the field and, as its message, the words as they were typed) and
     * nothing is stored. Without it the comment is stored as held.
     */
    nudge: z.boolean().optional(),
  })
  .meta({ id: 'PostComment' });

/** `Idempotency-Key`: the same key with the same content answers the same comment again. */
export const IdempotencyKey = z.string().regex(/^[\w-]{8,100}$/);

/** A comment's source, to see how it would be drawn. */
export const PreviewComment = z
  .strictObject({ body: z.string().max(100_000) })
  .meta({ id: 'PreviewComment' });

export const PreviewedComment = z.strictObject({ body: Body }).meta({ id: 'PreviewedComment' });

const authorView = {
  comment: Comment,
  /** The text as it was typed, for editing. */
  source: z.string(),
  /** Until when the author may edit or delete; null when that time is over. */
  editableUntil: z.iso.datetime().nullable(),
};

export const PostedComment = z
  .strictObject({
    ...authorView,
    /** Proof of authorship for `Authorization: Author <token>`. */
    authorToken: z.string(),
  })
  .meta({ id: 'PostedComment' });

/** A comment under its own address. `source` and `editableUntil` only come with the author's token. */
export const CommentPage = z
  .strictObject({
    comment: Comment,
    thread: Thread,
    /** The article with `#comment-<id>`; null where the thread has no address. */
    permalink: z.string().nullable(),
    source: z.string().optional(),
    editableUntil: z.iso.datetime().nullable().optional(),
  })
  .meta({ id: 'CommentPage' });

export const EditComment = z
  .strictObject({ body: z.string().max(100_000) })
  .meta({ id: 'EditComment' });

export const EditedComment = z.strictObject(authorView).meta({ id: 'EditedComment' });

export const DeletedComment = z
  .strictObject({ id: z.string(), status: z.literal('deleted') })
  .meta({ id: 'DeletedComment' });

export type PostComment = z.infer<typeof PostComment>;
export type PreviewedComment = z.infer<typeof PreviewedComment>;
export type PostedComment = z.infer<typeof PostedComment>;
export type CommentPage = z.infer<typeof CommentPage>;
export type EditComment = z.infer<typeof EditComment>;
export type EditedComment = z.infer<typeof EditedComment>;
export type DeletedComment = z.infer<typeof DeletedComment>;
