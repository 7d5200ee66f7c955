import type { StaffAnswer, Note as WireNote } from '../contract/beside-comment.ts';
import type * as commentsWire from '../contract/comments.ts';
import type * as deskWire from '../contract/desk.ts';
import type { AskedProof } from '../contract/proof.ts';
import type * as threadWire from '../contract/thread.ts';
import { isInForce } from '../domain/author-measure.ts';
import { type Comment, MAX_DEPTH, type ShownComment } from '../domain/comment.ts';
import type { Decision } from '../domain/decision.ts';
import type { Flood } from '../domain/floods.ts';
import type { Note } from '../domain/note.ts';
import type { QueueItem } from '../domain/queue.ts';
import type { CommentView } from '../domain/read-comment.ts';
import type { ThreadView } from '../domain/read-thread.ts';
import type { Report } from '../domain/report.ts';
import type { SiteWithoutWords } from '../domain/site.ts';
import { isClosed, type Thread, titleIn } from '../domain/thread.ts';
import { presentMeasure } from './present-card.ts';

/**
 * Domain to wire. The shapes of contract/ name every member and take no other, so an e-mail or a
 * hash that would reach a reader does not compile.
 */
export function presentComment(comment: ShownComment): threadWire.Comment {
  const isPublished = comment.status === 'published';
  return {
    ...presentFrame(comment),
    name: isPublished ? comment.name : '',
    badge: isPublished ? comment.badge : null,
    body: isPublished ? comment.body : [],
    likes: isPublished ? comment.likes : 0,
    editedAt: isPublished ? (comment.editedAt?.toISOString() ?? null) : null,
    status: isPublished ? 'published' : 'deleted',
  };
}

/** For its author: the text also where readers see none, and `held` for all that waits or worse. */
export function presentOwnComment(comment: Comment): threadWire.Comment {
  const { name, badge, body, status } = comment;
  return {
    ...presentFrame(comment),
    name,
    badge,
    body,
    editedAt: comment.editedAt?.toISOString() ?? null,
    status: status === 'published' || status === 'deleted' ? status : 'held',
  };
}

function presentFrame({ id, parentId, createdAt, likes, replyCount }: ShownComment) {
  return { id, parentId, createdAt: createdAt.toISOString(), likes, replyCount };
}

export function presentThread(
  thread: Thread | null,
  { site, url, now }: { site: SiteWithoutWords; url: string | null; now: Date },
): threadWire.Thread {
  return {
    id: thread?.id ?? null,
    site: site.key,
    url,
    title: titleIn(thread),
    state: thread !== null && isClosed(thread, { site, now }) ? 'closed' : 'open',
    count: thread?.count ?? 0,
    message: thread?.rules.message?.body ?? [],
    announcement: thread?.rules.announcement?.body ?? [],
    slowSeconds: thread?.rules.slowSeconds ?? 0,
  };
}

export function presentForm(
  site: SiteWithoutWords,
  { time, proof }: { time: string; proof: AskedProof | null },
): threadWire.Form {
  const { email, website, maxLength, origins } = site;
  const reasons = [...site.screening.reportReasons];
  return { time, email, website, maxLength, maxDepth: MAX_DEPTH, origins, proof, reasons };
}

/** null where a browser can do nothing: the site wants Turnstile, but it is not configured. */
export function presentAskedProof(
  site: SiteWithoutWords,
  turnstileSiteKey: string | null,
): AskedProof | null {
  if (site.screening.proofBy === 'altcha') return { by: 'altcha' };
  return turnstileSiteKey === null ? null : { by: 'turnstile', siteKey: turnstileSiteKey };
}

export function presentThreadPage(
  view: ThreadView,
  { time, proof, now }: { time: string; proof: AskedProof | null; now: Date },
): threadWire.ThreadPage {
  const { site, url } = view;
  return {
    thread: presentThread(view.thread, { site, url, now }),
    form: presentForm(site, { time, proof }),
    featured: view.featured.map(presentComment),
    comments: view.comments.map(presentComment),
    nextCursor: view.nextCursor,
  };
}

export function presentCommentPage(view: CommentView, now: Date): commentsWire.CommentPage {
  const { comment, thread, site, author } = view;
  const url = thread.url;
  const page = {
    thread: presentThread(thread, { site, url, now }),
    permalink: url === null ? null : `${url}#comment-${comment.id}`,
  };
  if (author === null) return { ...page, comment: presentComment(comment) };
  return {
    ...page,
    comment: presentOwnComment(comment),
    source: comment.source,
    editableUntil: author.editableUntil?.toISOString() ?? null,
  };
}

export function presentDecision(decision: Decision): deskWire.Decision {
  const { id, commentId, by, at, from, to, reason, undoes } = decision;
  return { id, commentId, by, at: at.toISOString(), from, to, reason, undoes };
}

export function presentFlood({ site, thread, since, why }: Flood): deskWire.Flood {
  return {
    site: { key: site.key, name: site.name },
    thread: thread && { id: thread.id, url: thread.url, title: thread.title },
    since: since?.toISOString() ?? null,
    why,
  };
}

function presentReport({ reason, text, at }: Report): deskWire.Report {
  return { reason, text, at: at.toISOString() };
}

/** Only what a moderator wrote has a badge and an account behind it. */
function presentAnswer(answer: Comment): StaffAnswer[] {
  const { id, moderatorId, name, badge, body, source, createdAt } = answer;
  if (badge === null || moderatorId === null) return [];
  return [{ id, moderatorId, name, badge, body, source, createdAt: createdAt.toISOString() }];
}

function presentNote({ id, moderatorId, by, at, body }: Note): WireNote {
  return { id, moderatorId, by, at: at.toISOString(), body };
}

export function presentQueueItem(item: QueueItem, now: Date): deskWire.QueueItem {
  const { comment, site, thread, parent, author } = item;
  const { published, held, spam, rejected } = author.counts;
  return {
    id: comment.id,
    version: comment.version,
    status: comment.status,
    reviewed: comment.reviewed,
    site: { key: site.key, name: site.name },
    thread: {
      id: thread.id,
      url: thread.url,
      title: thread.title,
      state: isClosed(thread, { site, now }) ? 'closed' : 'open',
    },
    parent: parent && {
      id: parent.id,
      name: parent.name,
      body: parent.body,
      language: parent.language,
      status: parent.status,
    },
    name: comment.name,
    badge: comment.badge,
    email: comment.email,
    website: comment.website,
    body: comment.body,
    source: comment.source,
    language: comment.language,
    createdAt: comment.createdAt.toISOString(),
    editedAt: comment.editedAt?.toISOString() ?? null,
    // What passed is kept for trying out thresholds; it is no reason for anything.
    findings: comment.findings.filter(({ verdict }) => verdict !== 'publish'),
    decisions: item.decisions.map(presentDecision),
    reports: item.reports.map(presentReport),
    reportCount: comment.reports,
    answers: item.answers.flatMap(presentAnswer),
    notes: item.notes.map(presentNote),
    featured: item.featuring && { by: item.featuring.by, at: item.featuring.at.toISOString() },
    author: {
      firstSeen: author.firstSeen?.toISOString() ?? null,
      isCut: author.isCut,
      published,
      held,
      spam,
      rejected,
      measure:
        author.measure && isInForce(author.measure, now) ? presentMeasure(author.measure) : null,
    },
    clusterSize: item.clusterSize,
  };
}
