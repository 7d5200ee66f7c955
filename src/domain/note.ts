import { cleanText } from './clean-text.ts';
import type { Comment } from './comment.ts';
import type { By } from './decide.ts';
import { maySee } from './decision.ts';
import { isBlank, lengthOf } from './form-rules.ts';
import { fail, ok, type Result } from './result.ts';

/** What a moderator notes about a comment for their colleagues. */
export type Note = {
  id: string;
  commentId: string;
  moderatorId: string;
  /** Their name at that time. */
  by: string;
  body: string;
  at: Date;
};

/** In Unicode code points. */
export const LONGEST_NOTE = 2000;
/** On a comment; what is more is a conversation, and belongs elsewhere. */
export const MOST_NOTES = 50;

export type NoteError =
  | { kind: 'unknown-comment' }
  | { kind: 'bad-note'; code: 'required' | 'too-long' }
  | { kind: 'too-many-notes' }
  | { kind: 'key-reused' };

export type NoteDeps = {
  newId(now: Date): string;
  hash(purpose: 'request', text: string): Promise<string>;
  findComment(id: string): Promise<Comment | null>;
  /** The note under this key as it is stored now; null where the comment has `most` already. */
  storeNote(ask: { note: Note; requestKey: string | null; most: number }): Promise<Note | null>;
  /** The comment that it was about; null where this moderator has no such note. */
  removeNote(at: { id: string; moderatorId: string }): Promise<string | null>;
};

export type NoteInput = {
  commentId: string;
  body: string;
  /** Idempotency-Key; null when there is none. */
  requestKey: string | null;
  by: By;
};

/** Stores a note; the same request stores once. */
export async function writeNote(
  deps: NoteDeps,
  { commentId, body, requestKey, by }: NoteInput,
): Promise<Result<Note, NoteError>> {
  const comment = await deps.findComment(commentId);
  const isOwn = comment !== null && maySee(by.moderator, comment.siteKey);
  if (!isOwn || comment.status === 'deleted') return fail({ kind: 'unknown-comment' });
  const text = cleanText(body);
  if (isBlank(text)) return fail({ kind: 'bad-note', code: 'required' });
  if (lengthOf(text) > LONGEST_NOTE) return fail({ kind: 'bad-note', code: 'too-long' });
  const { id: moderatorId, name } = by.moderator;
  const note = { id: deps.newId(by.at), commentId, moderatorId, by: name, body: text, at: by.at };
  const key =
    requestKey === null ? null : await deps.hash('request', `${moderatorId}\n${requestKey}`);
  const stored = await deps.storeNote({ note, requestKey: key, most: MOST_NOTES });
  if (stored === null) return fail({ kind: 'too-many-notes' });
  const isSame = stored.commentId === commentId && stored.body === text;
  return isSame ? ok(stored) : fail({ kind: 'key-reused' });
}
