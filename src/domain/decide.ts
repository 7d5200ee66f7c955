import { isAboutSpam } from './about-spam.ts';
import type { Comment, Status } from './comment.ts';
import { type Decision, type Moderator, maySee } from './decision.ts';
import { canDecide, type DecidedStatus } from './status.ts';
import type { Trace } from './trace.ts';

export type DecisionAsk = {
  commentId: string;
  version: number;
  to: DecidedStatus;
  reason: string | null;
};

export type DecisionAnswer =
  | { commentId: string; result: 'done'; decisionId: string; version: number; status: Status }
  | { commentId: string; result: 'conflict'; message: string; version: number; status: Status }
  | { commentId: string; result: 'not-found'; message: string };

export type NewDecision = DecisionAsk & {
  id: string;
  from: { status: Status; reviewed: boolean };
  /** Of a comment that is thrown out, for one that is older than traces; null otherwise. */
  trace: Trace | null;
  /** Whether the filters learn from it what spam is. */
  aboutSpam: boolean;
};

export type By = { moderator: Moderator; at: Date };

export type DecideDeps = {
  newId(now: Date): string;
  trace(text: { body: string; website: string }): Trace;
  findComments(ids: string[]): Promise<Comment[]>;
  listDecisions(commentIds: string[]): Promise<Decision[]>;
  /** In the order asked; null where the comment had changed before. */
  storeDecisions(ask: {
    decisions: NewDecision[];
    by: By;
  }): Promise<({ version: number; status: Status } | null)[]>;
};

/** Decides about comments, each by itself: one conflict keeps none of the others back. */
export async function decide(
  deps: DecideDeps,
  { asks, by }: { asks: DecisionAsk[]; by: By },
): Promise<DecisionAnswer[]> {
  const comments = await findOwn(deps, { ids: asks.map(({ commentId }) => commentId), by });
  const prepared = asks.map((ask) => prepare(deps, { ask, comment: comments.get(ask.commentId) }));
  const decisions = prepared.flatMap((decision) =>
    decision === null ? [] : [{ ...decision, id: deps.newId(by.at) }],
  );
  const stored = await deps.storeDecisions({ decisions, by });
  let next = 0;
  const answers = asks.map(({ commentId }, i): DecisionAnswer | string => {
    if (prepared[i] === null) return commentId;
    const made = decisions[next];
    const now = stored[next++];
    return made && now ? { commentId, result: 'done', decisionId: made.id, ...now } : commentId;
  });
  const late = answers.filter((answer) => typeof answer === 'string');
  const conflicts = await explainConflicts(deps, { ids: late, by });
  return answers.map((answer) =>
    typeof answer === 'string' ? (conflicts.get(answer) ?? notFound(answer)) : answer,
  );
}

/** Whatever belongs to another site is as good as unknown. */
async function findOwn(
  deps: Pick<DecideDeps, 'findComments'>,
  { ids, by }: { ids: string[]; by: By },
): Promise<Map<string, Comment>> {
  const found = ids.length === 0 ? [] : await deps.findComments(ids);
  const own = found.filter((comment) => maySee(by.moderator, comment.siteKey));
  return new Map(own.map((comment) => [comment.id, comment]));
}

function prepare(
  deps: Pick<DecideDeps, 'trace'>,
  { ask, comment }: { ask: DecisionAsk; comment: Comment | undefined },
): Omit<NewDecision, 'id'> | null {
  if (comment === undefined || comment.version !== ask.version) return null;
  const { status, reviewed } = comment;
  if (!canDecide(comment, ask.to)) return null;
  // What colleagues write teaches no filter.
  const isThrownOut = (ask.to === 'spam' || ask.to === 'rejected') && comment.badge === null;
  const text = { body: comment.source, website: comment.website ?? '' };
  return {
    ...ask,
    from: { status, reviewed },
    trace: isThrownOut ? deps.trace(text) : null,
    aboutSpam: comment.badge === null && isAboutSpam(ask.to, ask.reason),
  };
}

/** For each of these comments, how it stands now and who made it so. */
export async function explainConflicts(
  deps: Pick<DecideDeps, 'findComments' | 'listDecisions'>,
  { ids, by }: { ids: string[]; by: By },
): Promise<Map<string, DecisionAnswer>> {
  if (ids.length === 0) return new Map();
  const [comments, decisions] = await Promise.all([
    findOwn(deps, { ids, by }),
    deps.listDecisions(ids),
  ]);
  return new Map(
    [...comments.values()].map((comment) => {
      const last = decisions.findLast(({ commentId }) => commentId === comment.id);
      const { id: commentId, version, status } = comment;
      return [
        commentId,
        { commentId, result: 'conflict', message: explain(comment, last), version, status },
      ];
    }),
  );
}

function explain(comment: Comment, last: Decision | undefined): string {
  if (comment.status === 'deleted') return 'Its author has deleted this comment.';
  if (last === undefined || last.version < comment.version) {
    return 'Its author has edited this comment meanwhile.';
  }
  if (last.undoes !== null) return `${last.by} has taken a decision back: ${last.to} again.`;
  return `Already decided by ${last.by}: ${last.to}.`;
}

export function notFound(commentId: string): DecisionAnswer {
  return { commentId, result: 'not-found', message: 'There is no such comment on your sites.' };
}
