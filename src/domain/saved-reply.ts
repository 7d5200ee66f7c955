import { cleanLine, cleanText } from './clean-text.ts';
import type { By } from './decide.ts';
import { isBlank, lengthOf } from './form-rules.ts';
import { fail, ok, type Result } from './result.ts';

/** A reply that a newsroom keeps ready. */
export type SavedReply = { id: string; title: string; body: string };

/** Of a site: more could not be looked over in a list. */
export const MOST_SAVED = 50;
/** In Unicode code points. */
export const LONGEST_SAVED = { title: 80, body: 5000 } as const;

export type SavedReplyError =
  | { kind: 'too-many-replies' }
  | { kind: 'bad-reply'; errors: FieldError[] };

type FieldError = { field: 'title' | 'body'; code: 'required' | 'too-long' };

export type SavedReplyDeps = {
  newId(now: Date): string;
  listReplies(siteKey: string): Promise<SavedReply[]>;
  saveReply(saved: SavedReply & { siteKey: string; by: By }): Promise<void>;
};

export type SaveReplyInput = {
  siteKey: string;
  /** null adds another one. */
  id: string | null;
  title: string;
  body: string;
  by: By;
};

/** Adds a reply to a site's list, or changes one; null where there is none to change. */
export async function saveReply(
  deps: SavedReplyDeps,
  input: SaveReplyInput,
): Promise<Result<SavedReply | null, SavedReplyError>> {
  const given = { title: cleanLine(input.title), body: cleanText(input.body) };
  const errors = (['title', 'body'] as const).flatMap((field) => checkField(field, given[field]));
  if (errors.length > 0) return fail({ kind: 'bad-reply', errors });
  const there = await deps.listReplies(input.siteKey);
  if (input.id !== null && there.every(({ id }) => id !== input.id)) return ok(null);
  if (input.id === null && there.length >= MOST_SAVED) return fail({ kind: 'too-many-replies' });
  const saved = { ...given, id: input.id ?? deps.newId(input.by.at) };
  await deps.saveReply({ ...saved, siteKey: input.siteKey, by: input.by });
  return ok(saved);
}

function checkField(field: 'title' | 'body', text: string): FieldError[] {
  if (isBlank(text)) return [{ field, code: 'required' }];
  return lengthOf(text) > LONGEST_SAVED[field] ? [{ field, code: 'too-long' }] : [];
}
