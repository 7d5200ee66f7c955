import { Hono } from 'hono';
import { type ChangedItem, FeatureComment, WriteNote } from '../contract/notes.ts';
import type { Comment } from '../domain/comment.ts';
import type { By } from '../domain/decide.ts';
import { type FeatureError, featureComment, unfeatureComment } from '../domain/featuring.ts';
import { LONGEST_NOTE, MOST_NOTES, type NoteError, writeNote } from '../domain/note.ts';
import type { Result } from '../domain/result.ts';
import type { AppContext, AppEnv } from './app-env.ts';
import { forgetThread } from './edge-cache.ts';
import { refuse } from './failures.ts';
import { readIdempotencyKey } from './idempotency-key.ts';
import { problem } from './problem.ts';
import { readJson } from './read-request.ts';
import { itemOf } from './staff.ts';

/** What moderators put on a comment beside a decision: the top of its thread, notes. */
export const deskMarks = new Hono<AppEnv>();

deskMarks.put('/comments/:id/featured', async (c) => {
  const request = await readJson(c, FeatureComment);
  if (!request.ok) return request.error;
  const { version } = request.value;
  const featured = await featureComment(c.var.deps.desk, { ...markOf(c), version });
  return answerFeatured(c, { featured, removed: false });
});

deskMarks.delete('/comments/:id/featured', async (c) => {
  const featured = await unfeatureComment(c.var.deps.desk, markOf(c));
  return answerFeatured(c, { featured, removed: true });
});

async function answerFeatured(
  c: AppContext,
  { featured, removed }: { featured: Result<Comment, FeatureError>; removed: boolean },
): Promise<Response> {
  if (!featured.ok) return refuseFeatured(c, featured.error);
  forgetThread(c, { ...featured.value, removed });
  const answer: ChangedItem = { item: await itemOf(c, featured.value.id) };
  return c.json(answer);
}

/** A conflict says who has done what; the desk asks for the comment as it stands now. */
function refuseFeatured(c: AppContext, error: FeatureError): Response {
  if (error.kind !== 'changed-meanwhile') return refuse(c, error);
  return problem(c, error.kind, { detail: error.message });
}

deskMarks.post('/comments/:id/notes', async (c) => {
  const request = await readJson(c, WriteNote);
  if (!request.ok) return request.error;
  const requestKey = readIdempotencyKey(c);
  if (!requestKey.ok) return requestKey.error;
  const { body } = request.value;
  const noted = await writeNote(c.var.deps.desk, {
    ...markOf(c),
    body,
    requestKey: requestKey.value,
  });
  if (!noted.ok) return refuseNote(c, noted.error);
  const answer: ChangedItem = { item: await itemOf(c, noted.value.commentId) };
  return c.json(answer, 201);
});

deskMarks.delete('/notes/:id', async (c) => {
  const { deps, signedIn } = c.var;
  const moderatorId = signedIn.moderator.id;
  const commentId = await deps.desk.removeNote({ id: c.req.param('id'), moderatorId });
  if (commentId === null) return problem(c, 'unknown-note');
  const answer: ChangedItem = { item: await itemOf(c, commentId) };
  return c.json(answer);
});

function markOf(c: AppContext): { commentId: string; by: By } {
  const { deps, signedIn } = c.var;
  const by = { moderator: signedIn.moderator, at: deps.now() };
  return { commentId: c.req.param('id') ?? '', by };
}

function refuseNote(c: AppContext, error: NoteError): Response {
  if (error.kind === 'too-many-notes') {
    return problem(c, error.kind, { detail: `A comment has at most ${MOST_NOTES} notes.` });
  }
  if (error.kind !== 'bad-note') return refuse(c, error);
  const tooLong = `A note has at most ${LONGEST_NOTE} characters.`;
  const message = error.code === 'required' ? 'The note has no text.' : tooLong;
  return problem(c, 'invalid-form', { errors: [{ field: 'body', code: error.code, message }] });
}
