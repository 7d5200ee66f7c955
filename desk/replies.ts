import { signal } from '@preact/signals';
import type { StaffAnswer } from '../src/contract/beside-comment.ts';
import type { QueueItem } from '../src/contract/desk.ts';
import { type Failure, messageOf } from './api.ts';
import { publishedByReply, refresh } from './flow-replies.ts';
import { fetchMore } from './pages.ts';
import {
  attemptOf,
  type DraftPlace,
  keepDraft,
  readDraft,
  withoutSent,
  withWords,
} from './reply-drafts.ts';
import { staffApi } from './staff-api.ts';
import {
  announce,
  askFocus,
  counts,
  currentCard,
  flow,
  focusField,
  lastAct,
  session,
  sessionState,
  view,
} from './store.ts';
import { firstWords } from './words.ts';

/** The comment whose box is open; its words are kept apart, by comment. */
export const replying = signal<string | null>(null);
/** What is on its way. */
export const replySent = signal<string | null>(null);
/** Why the last try did not go through. */
export const replyTrouble = signal<{ id: string; message: string } | null>(null);
/** Grows when a draft was changed outside its box, so that an open box shows it. */
export const draftTurn = signal(0);
/** The list of saved replies lies over the desk. */
export const savedRepliesShown = signal(false);

export const REPLY_FIELD = 'reply';

export function draftPlace(id: string): DraftPlace {
  return { moderator: session.peek()?.moderator.id ?? '', comment: id };
}

/** Opens the box under the current comment, with what was begun there before. */
export function replyToCurrent(): void {
  const item = currentCard.peek()?.item;
  if (item === undefined || item.status === 'deleted') return;
  replying.value = item.id;
  focusField(REPLY_FIELD);
}

/** What was written stays kept. */
export function closeReply(): void {
  replying.value = null;
  savedRepliesShown.value = false;
  queueMicrotask(() => askFocus('keep'));
}

/** Sends what was written to this comment. Sent again as it was, it is stored once. */
export async function sendReply(item: QueueItem): Promise<void> {
  const { id } = item;
  const place = draftPlace(id);
  const draft = readDraft(place);
  if (replySent.peek() !== null) return;
  const attempt = attemptOf(draft);
  keepDraft(place, { ...draft, attempt });
  replySent.value = id;
  replyTrouble.value = null;
  const { site } = view.peek();
  const publish = item.status === 'published' ? {} : { publish: item.version };
  const body = { body: draft.body, as: draft.as, ...publish };
  const answer = await staffApi.reply({ id, site }, { body, key: attempt.key });
  replySent.value = null;
  if (!answer.ok) return notSent(id, answer);
  const left = withoutSent(readDraft(place), draft.body);
  keepDraft(place, left);
  draftTurn.value += 1;
  if (view.peek().site === site) counts.value = answer.value.counts;
  if (replying.peek() === id && left.body === '') closeReply();
  const { decisionId } = answer.value;
  const after = answer.value.item;
  if (decisionId !== null && after !== null) {
    flow.value = publishedByReply(flow.peek(), { before: item, after, decisionId });
    fetchMore();
    // What "Undo" takes back is the publication; the answer has a way of its own.
    lastAct.value = { id, words: 'Published and answered', of: firstWords(item) };
  } else if (after !== null) flow.value = refresh(flow.peek(), after);
  const words = decisionId === null ? 'Answered' : 'Published and answered';
  announce(`${words}: comment by ${item.name}`);
}

function notSent(id: string, answer: Failure): void {
  if (answer.kind === 'signed-out') sessionState.value = 'expired';
  const message = reasonOf(answer);
  replyTrouble.value = { id, message };
  announce(`The reply is not sent. ${message}`);
}

function reasonOf(answer: Failure): string {
  const [error] = (answer.kind === 'refused' && answer.problem.errors) || [];
  return error?.message ?? messageOf(answer);
}

/** Takes an own answer back; its words return to the box, behind what is begun there. */
export async function deleteAnswer(item: QueueItem, answer: StaffAnswer): Promise<void> {
  const deleted = await staffApi.deleteReply(answer.id);
  if (!deleted.ok) {
    if (deleted.kind === 'signed-out') sessionState.value = 'expired';
    replyTrouble.value = { id: item.id, message: messageOf(deleted) };
    return announce(messageOf(deleted));
  }
  const place = draftPlace(item.id);
  const begun = readDraft(place);
  keepDraft(place, withWords(begun, { body: answer.source, as: answer.badge }));
  draftTurn.value += 1;
  replyTrouble.value = null;
  if (deleted.value.item !== null) flow.value = refresh(flow.peek(), deleted.value.item);
  const where = begun.body.trim() === '' ? 'in the reply box' : 'behind what you have begun';
  announce(`The answer is deleted. Its words are kept ${where}.`);
  askFocus('keep');
}
