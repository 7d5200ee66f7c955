import type { Badge } from '../src/contract/thread.ts';

/** What a moderator has begun to answer. */
export type ReplyDraft = {
  body: string;
  as: Badge;
  /** The last try to send it: as long as it says the same, it counts once. */
  attempt: { key: string; content: string } | null;
};

/** Whose draft, and to which comment. */
export type DraftPlace = { moderator: string; comment: string };

type Kept = ReplyDraft & { at: number };

const PREFIX = 'belowline-desk-reply:';
/** A draft this old (ms) is about a comment that nobody remembers. */
const FORGOTTEN = 30 * 86_400_000;

export const NO_DRAFT: ReplyDraft = { body: '', as: 'staff', attempt: null };

/** What the browser would not keep; gone with the page. */
const memory = new Map<string, string>();

export function readDraft(place: DraftPlace): ReplyDraft {
  const name = nameOf(place);
  try {
    const kept: Partial<Kept> | null = JSON.parse(
      memory.get(name) ?? localStorage.getItem(name) ?? '',
    );
    const { body = '', as = 'staff', attempt = null } = kept ?? {};
    return { body, as, attempt };
  } catch {
    return NO_DRAFT;
  }
}

/** Without words there is nothing to keep. */
export function keepDraft(place: DraftPlace, draft: ReplyDraft): void {
  const name = nameOf(place);
  const kept: Kept = { ...draft, at: Date.now() };
  const text = JSON.stringify(kept);
  memory.delete(name);
  try {
    if (draft.body === '') localStorage.removeItem(name);
    else localStorage.setItem(name, text);
  } catch {
    memory.set(name, text);
  }
}

/** What is left of a draft once this was sent: what was added behind it, or all where it differs. */
export function withoutSent(draft: ReplyDraft, sent: string): ReplyDraft {
  if (!draft.body.startsWith(sent)) return draft;
  return { ...draft, body: draft.body.slice(sent.length).trimStart(), attempt: null };
}

/** Words that come back, behind what has been begun meanwhile. */
export function withWords(draft: ReplyDraft, given: Pick<ReplyDraft, 'body' | 'as'>): ReplyDraft {
  if (draft.body.trim() === '') return { ...given, attempt: null };
  return { ...draft, body: `${draft.body.trimEnd()}\n\n${given.body}` };
}

/** The try that this draft is: the earlier one where nothing has changed since. */
export function attemptOf({ body, as, attempt }: ReplyDraft): { key: string; content: string } {
  const content = JSON.stringify([body, as]);
  if (attempt?.content === content) return attempt;
  return { key: crypto.getRandomValues(new Uint32Array(4)).join('-'), content };
}

/** Takes away what was begun long ago and never sent. */
export function sweepDrafts(now: number): void {
  try {
    for (const name of Object.keys(localStorage)) {
      if (!name.startsWith(PREFIX)) continue;
      const kept: Partial<Kept> = JSON.parse(localStorage.getItem(name) ?? '{}');
      if (now - (kept.at ?? now) > FORGOTTEN) localStorage.removeItem(name);
    }
  } catch {
    // Then they stay.
  }
}

function nameOf({ moderator, comment }: DraftPlace): string {
  return `${PREFIX}${moderator}:${comment}`;
}
