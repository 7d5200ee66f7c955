import type { DeskThread } from '../src/contract/threads.ts';
import { draftPlace } from './replies.ts';
import { keepDraft, NO_DRAFT, readDraft } from './reply-drafts.ts';

/** What was changed in a thread's rules and is not saved yet. */
export type TypedRules = Partial<
  Pick<DeskThread, 'state' | 'message' | 'slowSeconds' | 'mode' | 'announcement'>
>;

const RULES = ['state', 'message', 'slowSeconds', 'mode', 'announcement'] as const;

/** Begun and kept as replies are: by moderator, for a month. */
export function readRules(thread: string): TypedRules {
  try {
    const kept: TypedRules | null = JSON.parse(readDraft(placeOf(thread)).body);
    return kept ?? {};
  } catch {
    return {};
  }
}

export function keepRules(thread: string, typed: TypedRules): void {
  const body = Object.keys(typed).length === 0 ? '' : JSON.stringify(typed);
  keepDraft(placeOf(thread), { ...NO_DRAFT, body });
}

/** Only what is another than what holds already, or than what has just been saved. */
export function changedRules(typed: TypedRules, from: TypedRules): TypedRules {
  const left = { ...typed };
  for (const name of RULES) if (left[name] === from[name]) delete left[name];
  return left;
}

function placeOf(thread: string) {
  return draftPlace(`thread-${thread}`);
}
