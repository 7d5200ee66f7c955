import type { MeasureDeps } from './domain/author-measure.ts';
import type { CommentHistoryDeps } from './domain/comment-history.ts';
import type { ReadBranchDeps } from './domain/read-branch.ts';
import { makeNewId } from './identity/make-new-id.ts';
import { findAround } from './store/branches.ts';
import { findComment } from './store/comments.ts';
import type { Database } from './store/database.ts';
import {
  endMeasure,
  findMeasure,
  listInForce,
  listMeasures,
  storeMeasure,
} from './store/measures.ts';
import { listRevisions } from './store/revisions.ts';
import { findThreadById } from './store/threads.ts';

/** What the desk asks about one comment, beyond what its card comes with. */
export type CardDeps = MeasureDeps & CommentHistoryDeps & ReadBranchDeps;

export function makeCardDeps(db: Database): CardDeps {
  return {
    newId: makeNewId,
    findComment: (id) => findComment(db, id),
    findThreadById: (id) => findThreadById(db, id),
    listRevisions: (ask) => listRevisions(db, ask),
    findAround: (comment) => findAround(db, comment),
    storeMeasure: (ask) => storeMeasure(db, ask),
    findMeasure: (id) => findMeasure(db, id),
    endMeasure: (ask) => endMeasure(db, ask),
    listMeasures: (id) => listMeasures(db, id),
    listInForce: (ask) => listInForce(db, ask),
  };
}
