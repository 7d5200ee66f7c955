import type { Comment } from './comment.ts';
import { type Moderator, maySee } from './decision.ts';

/** `hold` keeps every new comment of an author for a moderator, `ban` throws it out. */
export type MeasureKind = 'hold' | 'ban';

/** What a moderator has set against an author on one site. */
export type AuthorMeasure = {
  id: string;
  kind: MeasureKind;
  /** The moderator's name at that time. */
  by: string;
  at: Date;
  /** It ends by itself then. */
  until: Date;
  reason: string | null;
  /** null while nobody has lifted or replaced it. */
  endedAt: Date | null;
  endedBy: string | null;
};

const DAY_MS = 86_400_000;

/** Whether it binds its author at this time. */
export function isInForce(measure: AuthorMeasure, now: Date): boolean {
  return measure.endedAt === null && measure.until.getTime() > now.getTime();
}

export type By = { moderator: Moderator; at: Date };

export type NewMeasure = {
  id: string;
  commentId: string;
  kind: MeasureKind;
  until: Date;
  reason: string | null;
};

/** With the comment on whose card it was taken, and the name there; '' once that is erased. */
export type MeasureInForce = { measure: AuthorMeasure; commentId: string; name: string };

export type MeasureDeps = {
  newId(now: Date): string;
  findComment(id: string): Promise<Comment | null>;
  /** Against the comment's author, in the place of what was in force; null where nobody is known. */
  storeMeasure(ask: { measure: NewMeasure; by: By }): Promise<AuthorMeasure | null>;
  findMeasure(id: string): Promise<{ measure: AuthorMeasure; siteKey: string } | null>;
  /** null where it had ended before. */
  endMeasure(ask: { id: string; by: By }): Promise<AuthorMeasure | null>;
  /** All that was ever set against this comment's author on its site, newest first, at most 20. */
  listMeasures(commentId: string): Promise<AuthorMeasure[]>;
  /** Of a site, what ends last first, at most 100. */
  listInForce(ask: { siteKey: string; now: Date }): Promise<MeasureInForce[]>;
};

export type MeasureAsk = {
  commentId: string;
  kind: MeasureKind;
  days: number;
  reason: string | null;
  by: By;
};

/** Sets a measure against a comment's author; null for a comment that is not the moderator's. */
export async function takeMeasure(
  deps: MeasureDeps,
  { commentId, kind, days, reason, by }: MeasureAsk,
): Promise<AuthorMeasure | null> {
  if ((await findOwnComment(deps, { commentId, by })) === null) return null;
  const until = new Date(by.at.getTime() + days * DAY_MS);
  const measure = { id: deps.newId(by.at), commentId, kind, until, reason };
  return deps.storeMeasure({ measure, by });
}

/** Ends a measure before its time; null for one that is unknown or not the moderator's. */
export async function liftMeasure(
  deps: MeasureDeps,
  { id, by }: { id: string; by: By },
): Promise<AuthorMeasure | 'has-ended' | null> {
  const found = await deps.findMeasure(id);
  if (found === null || !maySee(by.moderator, found.siteKey)) return null;
  if (!isInForce(found.measure, by.at)) return 'has-ended';
  return (await deps.endMeasure({ id, by })) ?? 'has-ended';
}

/** The log of an author's measures; null for a comment that is not the moderator's. */
export async function readMeasures(
  deps: MeasureDeps,
  { commentId, by }: { commentId: string; by: By },
): Promise<AuthorMeasure[] | null> {
  if ((await findOwnComment(deps, { commentId, by })) === null) return null;
  return deps.listMeasures(commentId);
}

/** An erased comment has no author any more. */
async function findOwnComment(
  deps: MeasureDeps,
  { commentId, by }: { commentId: string; by: By },
): Promise<Comment | null> {
  const comment = await deps.findComment(commentId);
  if (comment === null || comment.status === 'deleted') return null;
  return maySee(by.moderator, comment.siteKey) ? comment : null;
}
