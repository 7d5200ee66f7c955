import { makeBulkDeps, type QueuesDeps } from './bulk-deps.ts';
import { type CardDeps, makeCardDeps } from './card-deps.ts';
import { readConfig, type Variables } from './config.ts';
import type { LiveMessage } from './contract/live.ts';
import type { DeskLine, DeskLiveEnv } from './desk-live-deps.ts';
import type { Comment } from './domain/comment.ts';
import type { DecideDeps } from './domain/decide.ts';
import type { DeleteCommentDeps } from './domain/delete-comment.ts';
import type { DryRunDeps } from './domain/dry-run.ts';
import type { EditCommentDeps } from './domain/edit-comment.ts';
import type { Tempos } from './domain/flood-mode.ts';
import type { Surge } from './domain/floods.ts';
import type { LikeCommentDeps } from './domain/like-comment.ts';
import type { PostCommentDeps } from './domain/post-comment.ts';
import type { QueueAsk, QueueCounts, QueueItem } from './domain/queue.ts';
import type { ReadClusterDeps } from './domain/read-cluster.ts';
import type { ReadCommentDeps } from './domain/read-comment.ts';
import type { ReadThreadDeps } from './domain/read-thread.ts';
import type { ReportCommentDeps } from './domain/report-comment.ts';
import type { SecondStageDeps } from './domain/second-stage.ts';
import type { Site } from './domain/site.ts';
import type { UndoDeps } from './domain/undo-decision.ts';
import { makeDryRunDeps } from './dry-run-deps.ts';
import { type FreshBytes, makeFreshBytes } from './http/fresh-bytes.ts';
import { readFormTime, writeFormTime } from './identity/form-time.ts';
import { makeNewId } from './identity/make-new-id.ts';
import { networkOf } from './identity/network-address.ts';
import { makeProofs, type Proofs } from './identity/proofs.ts';
import { makeSeal, type Seal } from './identity/seal.ts';
import { makePeopleDeps, type PeopleParts } from './people-deps.ts';
import { lookAgain } from './remote/look-again.ts';
import type { MailBinding } from './remote/mail.ts';
import { type Outside, theWorld } from './remote/outside.ts';
import type { WorkersAi } from './remote/workers-ai.ts';
import { fingerprint } from './screening/campaign.ts';
import { RULES_VERSION } from './screening/checks/index.ts';
import { KnownModels } from './screening/classifier/known-models.ts';
import { makeScreeningDeps } from './screening-deps.ts';
import { makeStaffDeps, type StaffDeps } from './staff-deps.ts';
import { findMembers, findMiddle, listKin } from './store/clusters.ts';
import {
  eraseComment,
  findComment,
  findComments,
  insertComment,
  reviseComment,
} from './store/comments.ts';
import { type Database, openDatabase, StoreUnavailable } from './store/database.ts';
import { findDecision, listDecisions, storeDecisions, storeUndo } from './store/decisions.ts';
import { removeLike, storeLike } from './store/likes.ts';
import { findInThread, openThread } from './store/open-thread.ts';
import { countQueues, findQueueItem, pageOfQueue } from './store/queues.ts';
import { receive } from './store/receive.ts';
import { storeReport } from './store/reports.ts';
import { type Found, type SearchAsk, searchComments } from './store/search.ts';
import { findSite, listSites } from './store/sites.ts';
import { findTempos, listSurges } from './store/tempo.ts';
import { pageOfBranch, pageOfThread, shownComments } from './store/thread-pages.ts';
import { countPages, findThreadById } from './store/threads.ts';
import { sweepProofs, takeChallenge } from './store/used-proofs.ts';
import { makeThreadDeps, type ThreadDeps } from './thread-deps.ts';

export type Env = Variables &
  DeskLiveEnv & {
    DB: D1Database;
    ASSETS: Fetcher;
    SITE_LEARNER: { getByName(siteKey: string): { learnSoon(siteKey: string): Promise<void> } };
    THREAD_CHANNEL: { getByName(name: string): Channel };
    /** There where wrangler.toml says so. */
    AI?: WorkersAi;
    MAIL?: MailBinding;
  };

/** The connections of those who read a page now. */
export type Channel = {
  fetch: (request: Request) => Promise<Response>;
  announce(messages: LiveMessage[]): Promise<number>;
  /** Has everybody connect again. */
  dismiss(): Promise<void>;
};

/** Everything that a request may need, made once an isolate. */
export type Deps = PeopleParts & {
  now(): Date;
  freshBytes: FreshBytes;
  formTime(siteKey: string): Promise<string>;
  proofs: Proofs;
  tempos(at: { siteKey: string; page: string }): Promise<Tempos>;
  authorToken(commentId: string): Promise<string>;
  isAuthor(commentId: string, token: string | null): Promise<boolean>;
  networkOf(address: string): string;
  isOutage(error: unknown): boolean;
  readThread: ReadThreadDeps & Pick<ReadCommentDeps, 'findThreadById' | 'findComment'>;
  readComment: ReadCommentDeps;
  countPages(ask: { siteKey: string; pages: string[] }): Promise<Map<string, number>>;
  findSite(key: string): Promise<Site | null>;
  /** `ownOrigin` is where this request found the service. */
  write(
    ownOrigin: string,
  ): PostCommentDeps & EditCommentDeps & DeleteCommentDeps & LikeCommentDeps & ReportCommentDeps;
  rulesVersion: number;
  desk: DecideDeps & UndoDeps & ReadClusterDeps & QueueDeps & DryRunDeps & StaffDeps & QueuesDeps;
  threads: ThreadDeps;
  card: CardDeps;
  /** Of the desk’s translate link; see config.ts. */
  translateUrl: string | null;
  /** Has the site learn its decisions anew, within seconds and off this request. */
  learnSoon(siteKey: string): Promise<void>;
  /** Off the request: forgets proofs that can no longer be used. */
  sweepProofs(): Promise<void>;
  channel(of: { siteKey: string; page: string }): Channel;
  deskLine(): DeskLine;
  hashRequest(text: string): Promise<string>;
};

export type QueueDeps = {
  listSites(): Promise<Site[]>;
  pageOfQueue(ask: QueueAsk): Promise<QueueItem[]>;
  countQueues(siteKeys: string[]): Promise<QueueCounts>;
  searchComments(ask: SearchAsk): Promise<Found>;
  listSurges(siteKeys: string[]): Promise<Surge[]>;
  findQueueItem(id: string): Promise<QueueItem | null>;
  findComment(id: string): Promise<Comment | null>;
};

/** `given` is what tests put in the place of the clock and of the world outside. */
export function makeDeps(env: Env, given: Partial<Outside> = {}): Deps {
  const outside = { ...theWorld, ...given };
  const { now } = outside;
  const config = readConfig(env);
  const seal = makeSeal(config.secret);
  const db = openDatabase(env.DB);
  // Public reads may come from a replica near the reader; they are cached for longer than it lags.
  const near = openDatabase(env.DB, { batch: (all) => env.DB.withSession().batch(all) });
  const models = new KnownModels();
  const proofs = makeProofs({ seal, config, outside }, (taken) => takeChallenge(db, taken));
  const isOutage = (error: unknown) => error instanceof StoreUnavailable;
  return {
    now,
    isOutage,
    networkOf,
    freshBytes: makeFreshBytes({ now: () => now().getTime(), isOutage }),
    formTime: (siteKey) => writeFormTime(seal, { siteKey, now: now() }),
    proofs,
    sweepProofs: () => sweepProofs(db, now()),
    tempos: (at) => findTempos(near, at),
    authorToken: (id) => seal.sign('author-token', id),
    isAuthor: async (text, signature) =>
      signature !== null && seal.verify('author-token', { text, signature }),
    hashRequest: (text) => seal.hash('request', text),
    readThread: readThreadDeps(near),
    readComment: readCommentDeps(db),
    countPages: (ask) => countPages(near, ask),
    findSite: (key) => findSite(near, key),
    write: (ownOrigin) => ({
      ...writeDeps(db, { seal, ownOrigin, models }),
      ...proofs,
      lookAgain: (look) => lookAgain({ outside, config, ai: env.AI }, look),
    }),
    rulesVersion: RULES_VERSION,
    desk: {
      ...deskDeps(db),
      ...makeDryRunDeps(db, models),
      ...makeStaffDeps(db, seal),
      ...makeBulkDeps(db),
    },
    threads: makeThreadDeps(db),
    card: makeCardDeps(db),
    translateUrl: config.translateUrl,
    learnSoon: (siteKey) => env.SITE_LEARNER.getByName(siteKey).learnSoon(siteKey),
    channel: ({ siteKey, page }) => env.THREAD_CHANNEL.getByName(`${siteKey} ${page}`),
    ...makePeopleDeps(db, { env, config, seal, outside }),
    deskLine: () => env.DESK_CHANNEL.getByName('desk'),
  };
}

function readThreadDeps(db: Database): Deps['readThread'] {
  return {
    openThread: (ask) => openThread(db, ask),
    findInThread: (at) => findInThread(db, at),
    findThreadById: (id) => findThreadById(db, id),
    findComment: (id) => findComment(db, id),
    shownComments: (ids) => shownComments(db, ids),
    pageOfThread: (ask) => pageOfThread(db, ask),
    pageOfBranch: (ask) => pageOfBranch(db, ask),
  };
}

function readCommentDeps(db: Database): ReadCommentDeps {
  return {
    findComment: (id) => findComment(db, id),
    findThreadById: (id) => findThreadById(db, id),
    findSite: (key) => findSite(db, key),
  };
}

function writeDeps(
  db: Database,
  { seal, ownOrigin, models }: { seal: Seal; ownOrigin: string; models: KnownModels },
): Omit<ReturnType<Deps['write']>, keyof Proofs | keyof SecondStageDeps> {
  return {
    ...readCommentDeps(db),
    ownOrigin,
    rulesVersion: RULES_VERSION,
    newId: makeNewId,
    hash: seal.hash,
    ...makeScreeningDeps(db, models),
    receive: (ask) => receive(db, ask),
    readFormTime: (ask) => readFormTime(seal, ask),
    insertComment: (entry) => insertComment(db, entry),
    reviseComment: (revision) => reviseComment(db, revision),
    eraseComment: (at) => eraseComment(db, at),
    storeLike: (ask) => storeLike(db, ask),
    removeLike: (at) => removeLike(db, at),
    storeReport: (report) => storeReport(db, report),
  };
}

function deskDeps(db: Database): DecideDeps & UndoDeps & ReadClusterDeps & QueueDeps {
  return {
    newId: makeNewId,
    trace: fingerprint,
    findComment: (id) => findComment(db, id),
    findComments: (ids) => findComments(db, ids),
    findDecision: (id) => findDecision(db, id),
    listDecisions: (ids) => listDecisions(db, ids),
    storeDecisions: (ask) => storeDecisions(db, ask),
    storeUndo: (ask) => storeUndo(db, ask),
    listSites: () => listSites(db),
    pageOfQueue: (ask) => pageOfQueue(db, ask),
    searchComments: (ask) => searchComments(db, ask),
    countQueues: (keys) => countQueues(db, keys),
    listSurges: (keys) => listSurges(db, keys),
    findQueueItem: (id) => findQueueItem(db, id),
    findMiddle: (id) => findMiddle(db, id),
    listKin: (ask) => listKin(db, ask),
    findMembers: (seqs) => findMembers(db, seqs),
  };
}
