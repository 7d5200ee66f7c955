import type { Moderator } from './decision.ts';
import type { Mode } from './site.ts';

/** Open or closed by hand, or as the site's rule about old threads says. */
export type ThreadState = 'site' | 'open' | 'closed';

/** What moderators set for a thread; texts as they were typed, null for none. */
export type ThreadSettings = {
  state: ThreadState;
  message: string | null;
  slowSeconds: number;
  mode: Mode | null;
  announcement: string | null;
};

export type ThreadChange = Partial<ThreadSettings>;

/** Where a thread is found. */
export type ThreadPlace = { page: string; url: string | null };

/** What was done, as it was before and as it became. */
export type ThreadDeed =
  | { kind: 'change'; was: ThreadChange; became: ThreadChange }
  | { kind: 'move'; was: ThreadPlace; became: ThreadPlace }
  /** `was` is the thread that became part of this one. */
  | { kind: 'merge'; was: ThreadPlace & { id: string }; became: ThreadPlace };

/** One act of a moderator about a thread, kept for ever. */
export type ThreadAct = ThreadDeed & {
  id: string;
  threadId: string;
  /** The moderator's name at that time. */
  by: string;
  at: Date;
  /** The thread's version after it. */
  version: number;
  /** The act that this one took back. */
  undoes: string | null;
};

/** Whoever acts: a person at the desk, or the command that moves a whole site. */
export type ActBy = { moderator: Pick<Moderator, 'id' | 'name'>; at: Date };

export type NewThreadAct = ThreadDeed & { id: string; undoes: string | null; by: ActBy };

/** What only those may set who set a site's rules. Closing and slowing down cannot wait for them. */
const RULES_OF_EDITORS: readonly (keyof ThreadSettings)[] = ['mode', 'announcement'];

export function needsEditor(change: ThreadChange): boolean {
  return RULES_OF_EDITORS.some((name) => change[name] !== undefined);
}
