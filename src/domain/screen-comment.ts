import type { AuthorMeasure } from './author-measure.ts';
import { type Block, ownWords, plainText } from './body.ts';
import type { Comment } from './comment.ts';
import type { FloodMode, FloodSince } from './flood-mode.ts';
import type { History, ProtectedName } from './history.ts';
import { type ProofDeps, type ProofGiven, proofOf } from './proof.ts';
import { lookTwice, type SecondStageDeps, type Visit } from './second-stage.ts';
import type { Site } from './site.ts';
import type { SiteModel } from './site-model.ts';
import { type SlowModeDeps, secondsToWait } from './slow-mode.ts';
import type { Earlier, FormTime, Screening, Submission } from './submission.ts';
import { isClosed, siteIn, type Thread } from './thread.ts';
import type { Campaign, Trace } from './trace.ts';

/** What a reader sent, cleaned, with what its site does not ask for left out. */
export type Draft = { body: string; name: string; email: string; website: string };

export type Past = {
  thread: Thread | null;
  parent: Comment | null;
  lastMinute: { address: number; author: number };
  history: { author: History; address: History };
  publishedBefore: number;
  protectedNames: ProtectedName[];
  measure: AuthorMeasure | null;
  floodMode: FloodMode | null;
  floodSince: FloodSince;
  earlier: Earlier[];
  siteModel: SiteModel | null;
  campaign: Campaign;
};

export type PastAsk = {
  site: Site;
  page: string;
  parentId: string | null;
  addressHash: string | null;
  authorHash: string;
  bodyHash: string;
  trace: Trace;
  now: Date;
  /** The comment that is being edited, which is no repetition of itself. */
  except: string | null;
};

export type ScreenCommentDeps = {
  hash(purpose: 'address' | 'author' | 'body', text: string): Promise<string>;
  /** The text as far as two readers would call it the same. */
  comparable(text: string): string;
  /** What variants of a comment have in common. */
  trace(text: { body: string; website: string; author: string }): Trace;
  /** ISO 639-1; null where it is not known. */
  languageOf(text: string): string | null;
  gather(ask: PastAsk): Promise<Past>;
  screen(submission: Submission): Screening;
} & SlowModeDeps &
  ProofDeps &
  SecondStageDeps;

export type ScreenAsk = {
  site: Site;
  page: string;
  /** Where the article can be opened; null where nobody knows. */
  url: string | null;
  /** As the page gives it; what the thread already has goes before it. */
  title: string | undefined;
  parentId: string | null;
  draft: Draft;
  body: Block[];
  trap: string;
  formTime: FormTime;
  proof: ProofGiven;
  address: string | null;
  visit: Visit;
  now: Date;
  /** The comment being edited, and the traces it already has. */
  editing?: { id: string } | undefined;
};

export type Screened = {
  screening: Screening;
  past: Past;
  /** Until this author may write in the thread again. */
  waitSeconds: number;
  trace: Trace;
  /** Of the author's own words; null where it is not known. */
  language: string | null;
  hashes: {
    addressHash: string | null;
    authorHash: string;
    bodyHash: string;
    /** Of the author at whatever site; only ever part of a trace. */
    writerHash: string;
  };
};

/** Gathers what the checks must know and runs them. */
export async function screenComment(deps: ScreenCommentDeps, ask: ScreenAsk): Promise<Screened> {
  const hashes = await hashAll(deps, ask);
  const { site, page, parentId, now } = ask;
  const except = ask.editing?.id ?? null;
  // A name alone is many people's.
  const isKnown = ask.draft.email !== '' || ask.address !== null;
  const trace = deps.trace({ ...ask.draft, author: isKnown ? hashes.writerHash : '' });
  const past = await deps.gather({ site, page, parentId, now, except, trace, ...hashes });
  const closed = past.thread !== null && isClosed(past.thread, { site, now });
  const waitSeconds =
    ask.editing === undefined ? await secondsToWait(deps, { ...past, ...hashes, now }) : 0;
  const proof = await proofOf(deps, { ...ask, isFlood: past.floodMode !== null });
  const text = { ...ask.draft, body: plainText(ask.body) };
  const first = deps.screen({
    now,
    site: siteIn(past.thread, site),
    thread: {
      id: past.thread?.id ?? null,
      closed,
      waitSeconds,
    },
    article: { title: past.thread?.title ?? ask.title ?? '' },
    parentId,
    source: ask.draft.body,
    text,
    body: ask.body,
    trap: ask.trap,
    formTime: ask.formTime,
    proof,
    lastMinute: past.lastMinute,
    history: past.history,
    publishedBefore: past.publishedBefore,
    protectedNames: past.protectedNames,
    measure: past.measure,
    floodMode: past.floodMode,
    earlier: past.earlier,
    siteModel: past.siteModel,
    trace,
    campaign: past.campaign,
  });
  const look = { ...ask, source: ask.draft.body, text, isEdit: ask.editing !== undefined };
  const screening = await lookTwice(deps, { first, look });
  const language = deps.languageOf(ownWords(ask.body));
  return { screening, past, waitSeconds, trace, language, hashes };
}

/** An author is an e-mail; without one a name from an address, since many share a name. */
async function hashAll(deps: ScreenCommentDeps, ask: ScreenAsk): Promise<Screened['hashes']> {
  const { draft, site, address } = ask;
  const author =
    draft.email === ''
      ? `name\n${deps.comparable(draft.name)}\n${address ?? ''}`
      : `email\n${draft.email.toLowerCase()}`;
  const [addressHash, authorHash, writerHash, bodyHash] = await Promise.all([
    address === null ? null : deps.hash('address', address),
    deps.hash('author', `${site.key}\n${author}`),
    deps.hash('author', author),
    deps.hash('body', `${site.key}\n${deps.comparable(plainText(ask.body))}`),
  ]);
  return { addressHash, authorHash, writerHash, bodyHash };
}
