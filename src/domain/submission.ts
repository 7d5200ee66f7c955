import type { AuthorMeasure } from './author-measure.ts';
import type { Block } from './body.ts';
import type { Field, Finding, Verdict } from './comment.ts';
import type { FloodMode } from './flood-mode.ts';
import type { History, ProtectedName } from './history.ts';
import type { Proof } from './proof.ts';
import type { Mode, ScreeningSettings } from './site.ts';
import type { SiteModel } from './site-model.ts';
import type { Campaign, Trace } from './trace.ts';

/**
 * When the form that a submission came from was drawn, as its signed time says. An edit has no
 * such time: the author's token says more.
 */
export type FormTime =
  | { kind: 'edit' }
  | { kind: 'missing' }
  | { kind: 'forged' }
  | { kind: 'signed'; at: Date };

/** An earlier comment of the site whose folded text is the same. */
export type Earlier = {
  source: string;
  parentId: string | null;
  threadId: string;
  status: 'published' | 'held' | 'spam' | 'rejected' | 'deleted';
  /** Same e-mail, or same name from the same address. */
  sameAuthor: boolean;
};

/** Everything that the checks may look at, gathered before they run: they fetch nothing. */
export type Submission = {
  now: Date;
  site: {
    name: string;
    mode: Mode;
    maxLength: number;
    maxLinks: number;
    banned: readonly string[];
    suspect: readonly string[];
    screening: ScreeningSettings;
  };
  thread: { id: string | null; closed: boolean };
  /** What it is about; a title that nobody gave is ''. */
  article: { title: string };
  parentId: string | null;
  /** The body as it was typed, cleaned. */
  source: string;
  /**
   * What readers see, so that markup hides nothing: the body without its signs, and the fields; one
   * that the site does not ask for is empty.
   */
  text: Record<Field, string>;
  body: readonly Block[];
  /** What came in the field that people never see. */
  trap: string;
  formTime: FormTime;
  proof: Proof;
  /** Comments of the last minute, this one not counted. */
  lastMinute: { address: number; author: number };
  history: { author: History; address: History };
  /** Comments of this author that are published on this site, counted no further than asked for. */
  publishedBefore: number;
  protectedNames: readonly ProtectedName[];
  /** What is in force against its author. */
  measure: AuthorMeasure | null;
  /** null in quiet times. */
  floodMode: FloodMode | null;
  /** Newest first, of the last seven days, at most 20. */
  earlier: readonly Earlier[];
  /** null where a site has learned nothing yet. */
  siteModel: SiteModel | null;
  trace: Trace;
  campaign: Campaign;
};

/**
 * A reason to send a comment back instead of storing it: its author can do something about it, so
 * they are told, and their text stays in the form.
 */
export type Refusal = 'thread-closed' | 'too-long' | 'duplicate' | 'too-fast' | 'proof-needed';

/** What screening made of a submission. */
export type Screening = {
  verdict: Verdict;
  findings: Finding[];
  refusal: Refusal | null;
};
