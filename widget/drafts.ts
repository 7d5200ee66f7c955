import type { FormInput } from '../src/domain/form-rules.ts';
import { keep, recall } from './storage.ts';
import { type Place, threadName } from './view.ts';

/** One try to send. Sent again as it was, it is stored once, whatever became of the first try. */
export type Attempt = {
  /** The `Idempotency-Key`. */
  key: string;
  /** What the reader had typed; when it differs, the next try is another one. */
  content: string;
  /** The request as it was sent. */
  payload: string;
};
export type Draft = Required<FormInput> & { attempt?: Attempt };

export const EMPTY: Required<FormInput> = { body: '', name: '', email: '', website: '' };

/** Names the draft of a thread (`target` null) or of an answer to one of its comments. */
export function draftName(place: Place, target: string | null): string {
  return `belowline:draft:${threadName(place)}:${target ?? ''}`;
}

export function recallDraft(name: string): Draft {
  return { ...EMPTY, ...recall(name, {}) };
}

/** A draft without a comment is not worth keeping. */
export function keepDraft(name: string, draft: Draft): void {
  keep(name, draft.body ? draft : null);
}
