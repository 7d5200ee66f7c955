import { newId } from '../../src/domain/new-id.ts';
import { BODY_PARSER } from '../../src/domain/parse-body.ts';
import type { NewComment } from '../../src/domain/post-comment.ts';
import { DEFAULT_SCREENING, type Site } from '../../src/domain/site.ts';
import { NO_RULES } from '../../src/domain/thread.ts';
import type { Trace } from '../../src/domain/trace.ts';
import { fingerprint } from '../../src/screening/campaign.ts';
import { judgeCampaign } from '../../src/screening/checks/campaign.ts';
import type { Writing } from '../../src/screening/classifier/writing.ts';
import { readCampaign, selectCampaign } from '../../src/store/campaigns.ts';
import { insertComment } from '../../src/store/comments.ts';
import type { Database } from '../../src/store/database.ts';
import { storeDecisions } from '../../src/store/decisions.ts';
import { saveSite } from '../../src/store/sites.ts';
import { seeded } from './seeded.ts';

/** A site of an installation, whose moderators throw comments out, by the code that ships. */
export class ModeratedSite {
  private readonly chance = seeded(1);
  private time = Date.UTC(2026, 0, 1);

  private readonly db: Database;
  private readonly key: string;

  private constructor(db: Database, key: string) {
    this.db = db;
    this.key = key;
  }

  static async open(db: Database, key: string): Promise<ModeratedSite> {
    await saveSite(db, site(key));
    return new ModeratedSite(db, key);
  }

  /** A comment comes in and a moderator rejects it. */
  async reject(writing: Writing): Promise<void> {
    this.time += 60_000;
    const at = new Date(this.time);
    const id = newId(at, () => Math.floor(this.chance() * 32));
    const trace = traceOf(writing);
    await insertComment(this.db, entry({ id, at, siteKey: this.key, writing, trace }));
    await storeDecisions(this.db, {
      by: { moderator: { id: 'ada', name: 'Ada' }, at },
      decisions: [
        {
          id: `d${id}`,
          commentId: id,
          version: 1,
          from: { status: 'published', reviewed: false },
          to: 'rejected',
          reason: null,
          trace,
          aboutSpam: true,
        },
      ],
    });
  }

  /** What the check says about a comment that comes in, were it stored or not. */
  async judge(writing: Writing): Promise<'publish' | 'hold' | 'spam' | 'reject'> {
    const trace = traceOf(writing);
    const ask = { siteKey: this.key, trace, except: null };
    const known = readCampaign(await this.db.read(selectCampaign(this.db, ask)));
    const text = { body: writing.body, name: '', email: '', website: writing.website };
    return (
      judgeCampaign({ trace, campaign: known, publishedBefore: 0, text })?.verdict ?? 'publish'
    );
  }
}

/** The author of each is another one, so that nothing is found by who wrote it. */
function traceOf({ body, website }: Writing): Trace {
  return fingerprint({ body, website });
}

function site(key: string): Site {
  return {
    key,
    name: key,
    origins: [],
    mode: 'auto',
    email: 'optional',
    website: 'optional',
    closeAfterDays: null,
    editWindowMs: 0,
    maxLength: 5000,
    maxLinks: 2,
    banned: [],
    suspect: [],
    screening: DEFAULT_SCREENING,
    createdAt: new Date(0),
  };
}

type Arrival = { id: string; at: Date; siteKey: string; writing: Writing; trace: Trace };

function entry({ id, at, siteKey, writing, trace }: Arrival): NewComment {
  return {
    comment: {
      id,
      siteKey,
      threadId: '',
      parentId: null,
      rootId: id,
      ancestors: [],
      branchSeq: null,
      replyCount: 0,
      likes: 0,
      rootRank: 0,
      shown: true,
      name: writing.author,
      badge: null,
      moderatorId: null,
      featured: false,
      email: null,
      website: writing.website || null,
      source: writing.body,
      body: [],
      language: null,
      status: 'published',
      reviewed: false,
      verdict: 'publish',
      findings: [],
      createdAt: at,
      editedAt: null,
      reports: 0,
      version: 1,
    },
    thread: {
      id: `thread-of-${siteKey}`,
      siteKey,
      page: 'paper.example/article',
      url: null,
      title: null,
      closedAt: null,
      count: 0,
      createdAt: at,
      rules: NO_RULES,
      version: 1,
    },
    places: trace.places,
    floodSince: { site: null, thread: null },
    trace,
    traces: {
      addressHash: null,
      authorHash: id,
      writerHash: '',
      bodyHash: id,
      requestKey: null,
      requestHash: null,
    },
    bodyParser: BODY_PARSER,
    rulesVersion: 0,
  };
}
