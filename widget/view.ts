import type { Comment, Form, Sort, Thread, ThreadPage } from '../src/contract/thread.ts';
import type { Answer, ask } from './ask.ts';
import type { Part } from './ask-thread.ts';
import type { Text } from './text/en.ts';

/** What the browser keeps of a comment that was sent from it. */
export type Own = {
  token: string;
  source: string;
  /** Until when it can be edited and deleted, in ms since 1970; 0 when that is over. */
  until: number;
};

/** Where a thread is: the service, the site, the page's address or key. */
export type Place = {
  api: string;
  site: string;
  url: string | undefined;
  key: string | undefined;
};

/** One thread on one page, from its first answer until the element leaves or shows another. */
export type View = {
  host: HTMLElement;
  place: Place;
  text: Text;
  signal: AbortSignal;
  sort: Sort;
  /** The order that its reader has chosen; kept with their consent alone. */
  chosen: string | undefined;
  thread: Thread;
  form: Form;
  comments: Map<string, Comment>;
  /** What the newsroom puts on top, as the first page told it. */
  featured: Comment[];
  /** There where copies stand on top: tells them of a comment that is removed, or back. */
  lose?: (id: string, isLost: boolean) => void;
  own: Map<string, Own>;
  /** Ids of comments that this browser likes. */
  liked: string[];
  /** There where its reader has muted somebody: what draws such a comment. */
  folder?: (comment: Comment) => ((comment: Comment) => HTMLElement) | undefined;
  nextCursor: string | null;
  /** Whether the list began at a linked comment, so that others may stand before it. */
  isPartial: boolean;
  /** Top comments whose answers have all been asked for. */
  complete: Set<string>;
  /** One request; this and the next are here so that what is loaded on use need not bring them along. */
  call: typeof ask;
  /** A page of the thread. */
  ask: (part: Part) => Promise<Answer<ThreadPage>>;
  /** Draws again what has changed. */
  draw: () => void;
  /** Tells what happened without taking the focus; what went wrong is also shown. */
  say: (message: string, isFailure?: boolean) => void;
  /** Moves the focus to a comment and marks it. */
  show: (id: string) => void;
  articleOf: (id: string) => HTMLElement | undefined;
  /** Moves the form below a comment or, for null, back to the top. */
  reply: (id: string | null) => void;
};

/** What names a thread in the browser's storage. */
export function threadName({ site, key, url }: Place): string {
  return `${site}:${key ?? url}`;
}
