import { signal } from '@preact/signals';
import type { Note } from '../src/contract/beside-comment.ts';
import type { QueueItem } from '../src/contract/desk.ts';
import type { ChangedItem } from '../src/contract/notes.ts';
import { type Answer, messageOf } from './api.ts';
import { cardApi } from './card-api.ts';
import { refresh } from './flow-replies.ts';
import { draftPlace, replying } from './replies.ts';
import { attemptOf, type DraftPlace, keepDraft, readDraft, withoutSent } from './reply-drafts.ts';
import { staffApi } from './staff-api.ts';
import { announce, askFocus, currentCard, flow, focusField, sessionState } from './store.ts';

/** The comment whose box for a note is open. */
export const noting = signal<string | null>(null);
/** Why the last mark did not go through. */
export const markTrouble = signal<{ id: string; message: string } | null>(null);
/** A mark is on its way. */
export const marking = signal(false);
/** The comment whose note is on its way: it stays as it is sent. */
export const noteSent = signal<string | null>(null);

export const NOTE_FIELD = 'note';

/** Puts the current comment on top of its thread, or takes it from there. */
export async function toggleFeatured(): Promise<void> {
  const item = currentCard.peek()?.item;
  if (item === undefined) return;
  const isOn = item.featured !== null;
  const done = isOn ? 'No longer featured' : 'Featured: on top of its thread';
  const { id, version } = item;
  const ask = () => (isOn ? staffApi.unfeature(id) : staffApi.feature(id, version));
  await mark(item, { ask, done });
}

/** What a conflict was about: the card shows it as it stands now, beside the reason. */
async function showAsItStands(id: string): Promise<void> {
  const answer = await cardApi.cards([id]);
  const [item] = answer.ok ? answer.value.items : [];
  if (item !== undefined) flow.value = refresh(flow.peek(), item);
}

export function openNote(): void {
  const item = currentCard.peek()?.item;
  if (item === undefined || item.status === 'deleted') return;
  replying.value = null;
  noting.value = item.id;
  focusField(NOTE_FIELD);
}

/** What was written stays kept. */
export function closeNote(): void {
  noting.value = null;
  queueMicrotask(() => askFocus('keep'));
}

/** Notes are begun and kept as replies are. */
export function notePlace(id: string): DraftPlace {
  return draftPlace(`note-${id}`);
}

export async function sendNote(item: QueueItem): Promise<void> {
  if (marking.peek()) return;
  const place = notePlace(item.id);
  const draft = readDraft(place);
  const { body } = draft;
  const attempt = attemptOf(draft);
  keepDraft(place, { ...draft, attempt });
  const ask = () => staffApi.writeNote(item.id, { body: { body }, key: attempt.key });
  noteSent.value = item.id;
  const isDone = await mark(item, { ask, done: 'Noted' });
  noteSent.value = null;
  if (!isDone) return;
  // In another window it may have been written on.
  keepDraft(place, withoutSent(readDraft(place), body));
  if (noting.peek() === item.id) closeNote();
}

export async function deleteNote(item: QueueItem, note: Note): Promise<void> {
  await mark(item, { ask: () => staffApi.deleteNote(note.id), done: 'The note is deleted' });
  askFocus('keep');
}

function isConflict(answer: Answer<unknown>): boolean {
  if (answer.ok || answer.kind !== 'refused') return false;
  return answer.problem.type === '/problems/changed-meanwhile';
}

type Mark = { ask: () => Promise<Answer<ChangedItem>>; done: string };

/** False where it did not go through; the card then says why. */
async function mark(item: QueueItem, { ask, done }: Mark): Promise<boolean> {
  if (marking.peek()) return false;
  marking.value = true;
  const answer = await ask();
  if (isConflict(answer)) await showAsItStands(item.id);
  marking.value = false;
  if (answer.ok) {
    markTrouble.value = null;
    if (answer.value.item !== null) flow.value = refresh(flow.peek(), answer.value.item);
    announce(done);
    return true;
  }
  if (answer.kind === 'signed-out') sessionState.value = 'expired';
  const [error] = (answer.kind === 'refused' && answer.problem.errors) || [];
  const message = error?.message ?? messageOf(answer);
  markTrouble.value = { id: item.id, message };
  announce(message);
  return false;
}
