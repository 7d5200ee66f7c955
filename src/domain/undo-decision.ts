import type { Comment, Status } from './comment.ts';
import { type By, type DecisionAnswer, explainConflicts, notFound } from './decide.ts';
import { type Decision, maySee } from './decision.ts';

export type UndoDeps = {
  newId(now: Date): string;
  findDecision(id: string): Promise<Decision | null>;
  findComments(ids: string[]): Promise<Comment[]>;
  listDecisions(commentIds: string[]): Promise<Decision[]>;
  /** null when the decision no longer is the last one that stands. */
  storeUndo(ask: {
    undoId: string;
    decisionId: string;
    by: By;
  }): Promise<{ version: number; status: Status } | null>;
};

/** Takes back the last standing decision about a comment; the undo is in the log as well. */
export async function undoDecision(
  deps: UndoDeps,
  { decisionId, by }: { decisionId: string; by: By },
): Promise<DecisionAnswer | null> {
  const decision = await deps.findDecision(decisionId);
  if (decision === null) return null;
  const { commentId } = decision;
  const [comment] = await deps.findComments([commentId]);
  if (comment === undefined || !maySee(by.moderator, comment.siteKey)) return null;
  const undoId = deps.newId(by.at);
  const stored = await deps.storeUndo({ undoId, decisionId, by });
  if (stored !== null) return { commentId, result: 'done', decisionId: undoId, ...stored };
  const conflicts = await explainConflicts(deps, { ids: [commentId], by });
  return conflicts.get(commentId) ?? notFound(commentId);
}
