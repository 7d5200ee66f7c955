import { cleanText } from './clean-text.ts';
import { type Moderator, maySee, maySetRules } from './decision.ts';
import { parseBody } from './parse-body.ts';
import { fail, ok, type Result } from './result.ts';
import type { Note, Thread } from './thread.ts';
import {
  type NewThreadAct,
  needsEditor,
  type ThreadAct,
  type ThreadChange,
  type ThreadSettings,
} from './thread-act.ts';

export type RuleError =
  | { kind: 'unknown-thread' }
  | { kind: 'unknown-act' }
  | { kind: 'not-an-editor' }
  /** Somebody was faster, or it is not the last act any more; `last` is what was. */
  | { kind: 'thread-changed'; last: ThreadAct | null }
  | { kind: 'not-undoable' };

export type Person = { moderator: Moderator; at: Date };

export type FindThreadDeps = {
  findThreadById(id: string): Promise<Thread | null>;
};

export type RuleThreadDeps = FindThreadDeps & {
  newId(now: Date): string;
  findThreadAct(id: string): Promise<ThreadAct | null>;
  /** The newest first. */
  listThreadActs(threadId: string): Promise<ThreadAct[]>;
  /** Stores the thread's rules and the act; null where the version is not the thread's any more. */
  storeRules(ask: {
    /** As it shall be; `version` is the one that it replaces. */
    thread: Thread;
    act: NewThreadAct;
  }): Promise<Thread | null>;
};

export type RuleInput = { threadId: string; version: number; change: ThreadChange; by: Person };

/** Sets what holds in one thread. Nobody overwrites what they have not seen. */
export async function ruleThread(
  deps: RuleThreadDeps,
  input: RuleInput,
): Promise<Result<Thread, RuleError>> {
  const thread = await findOwnThread(deps, { id: input.threadId, by: input.by });
  if (thread === null) return fail({ kind: 'unknown-thread' });
  return change(deps, { ...input, thread, undoes: null });
}

/** A thread that this moderator may see. */
export async function findOwnThread(
  deps: FindThreadDeps,
  { id, by }: { id: string; by: Person },
): Promise<Thread | null> {
  const thread = await deps.findThreadById(id);
  return thread !== null && maySee(by.moderator, thread.siteKey) ? thread : null;
}

/** An act that can be taken back, with its thread: the last one about it, and no merge. */
export async function findUndoable(
  deps: RuleThreadDeps,
  { threadId, actId, by }: { threadId: string; actId: string; by: Person },
): Promise<Result<{ thread: Thread; act: ThreadAct }, RuleError>> {
  const thread = await findOwnThread(deps, { id: threadId, by });
  if (thread === null) return fail({ kind: 'unknown-thread' });
  const act = await deps.findThreadAct(actId);
  if (act === null || act.threadId !== thread.id) return fail({ kind: 'unknown-act' });
  if (act.kind === 'merge') return fail({ kind: 'not-undoable' });
  return ok({ thread, act });
}

/** Puts back what an act has changed; that is an act as well. */
export async function undoRules(
  deps: RuleThreadDeps,
  { thread, act, by }: { thread: Thread; act: ThreadAct; by: Person },
): Promise<Result<Thread, RuleError>> {
  if (act.kind !== 'change') return fail({ kind: 'not-undoable' });
  return change(deps, { thread, version: act.version, change: act.was, by, undoes: act.id });
}

type Changing = Omit<RuleInput, 'threadId'> & { thread: Thread; undoes: string | null };

async function change(
  deps: RuleThreadDeps,
  { thread, version, change: asked, by, undoes }: Changing,
): Promise<Result<Thread, RuleError>> {
  const before = settingsOf(thread);
  const { was, became } = difference(before, tidy(asked));
  if (needsEditor(became) && !maySetRules(by.moderator, thread.siteKey)) {
    return fail({ kind: 'not-an-editor' });
  }
  if (thread.version !== version) return fail(await changedBy(deps, thread));
  if (Object.keys(became).length === 0) return ok(thread);
  const act = { kind: 'change', was, became, id: deps.newId(by.at), undoes, by } as const;
  const next = applied(thread, { change: became, now: by.at });
  const stored = await deps.storeRules({ thread: next, act });
  return stored === null ? fail(await changedBy(deps, thread)) : ok(stored);
}

export async function changedBy(
  deps: Pick<RuleThreadDeps, 'listThreadActs'>,
  { id }: Thread,
): Promise<RuleError> {
  const [last] = await deps.listThreadActs(id);
  return { kind: 'thread-changed', last: last ?? null };
}

export function settingsOf({ closedAt, rules }: Thread): ThreadSettings {
  const { keptOpen, message, announcement, slowSeconds, mode } = rules;
  return {
    state: closedAt !== null ? 'closed' : keptOpen ? 'open' : 'site',
    message: message?.source ?? null,
    slowSeconds,
    mode,
    announcement: announcement?.source ?? null,
  };
}

/** Texts cleaned as those of comments are; one without anything to see is none. */
function tidy(asked: ThreadChange): ThreadChange {
  const { message, announcement, ...rest } = asked;
  return {
    ...rest,
    ...(message !== undefined && { message: cleanText(message ?? '') || null }),
    ...(announcement !== undefined && { announcement: cleanText(announcement ?? '') || null }),
  };
}

function difference(before: ThreadSettings, asked: ThreadChange) {
  const names = ['state', 'message', 'slowSeconds', 'mode', 'announcement'] as const;
  const changed = names.filter((name) => asked[name] !== undefined && asked[name] !== before[name]);
  const pick = (from: ThreadChange): ThreadChange =>
    Object.fromEntries(changed.map((name) => [name, from[name]]));
  return { was: pick(before), became: pick(asked) };
}

function applied(
  thread: Thread,
  { change: { state, ...change }, now }: { change: ThreadChange; now: Date },
): Thread {
  const { rules } = thread;
  const closedAt = state === 'closed' ? now : null;
  return {
    ...thread,
    ...(state !== undefined && { closedAt }),
    rules: {
      keptOpen: state === undefined ? rules.keptOpen : state === 'open',
      message: change.message === undefined ? rules.message : noteOf(change.message),
      announcement:
        change.announcement === undefined ? rules.announcement : noteOf(change.announcement),
      slowSeconds: change.slowSeconds ?? rules.slowSeconds,
      mode: change.mode === undefined ? rules.mode : change.mode,
    },
  };
}

function noteOf(source: string | null): Note | null {
  return source === null ? null : { source, body: parseBody(source) };
}
