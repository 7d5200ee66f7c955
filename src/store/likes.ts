import type { ActTraces } from '../domain/find-acted-on.ts';
import type { StoredLike } from '../domain/like-comment.ts';
import { type Database, rowsOf } from './database.ts';
import { countAct } from './reader-acts.ts';

export type LikeAsk = {
  commentId: string;
  traces: ActTraces;
  mostOfNetwork: number;
  now: Date;
};

/**
 * Gives a like, once a reader. By how much a like raises the level of its thread is settled when
 * it is given: one like shared among all published comments.
 */
export async function storeLike(db: Database, ask: LikeAsk): Promise<StoredLike> {
  const { commentId, traces, mostOfNetwork, now } = ask;
  const [, counted, , state] = await db.write([
    ...countAct(db, { rate: traces.rate, now }),
    db.sql(
      `INSERT INTO likes (comment_id, reader_hash, network_hash, share)
       SELECT c.id, ?2, ?3, 1000000 / MAX(1, t.count)
       FROM comments c JOIN threads t ON t.id = c.thread_id
       WHERE changes() = 1 AND c.id = ?1 AND c.status = 'published'
         AND (SELECT COUNT(*) FROM likes WHERE comment_id = ?1 AND network_hash = ?3) < ?4
       ON CONFLICT DO NOTHING`,
      commentId,
      traces.reader,
      traces.network,
      mostOfNetwork,
    ),
    selectLikes(db, { commentId, reader: traces.reader }),
  ]);
  const [row] = rowsOf<LikesRow>(state);
  if (row?.mine === 1) return { likes: row.likes };
  return rowsOf(counted).length === 0 ? 'acting-too-fast' : 'network-has-liked';
}

export async function removeLike(
  db: Database,
  at: { commentId: string; reader: string },
): Promise<number> {
  const [, state] = await db.write([
    db.sql('DELETE FROM likes WHERE comment_id = ?1 AND reader_hash = ?2', at.commentId, at.reader),
    selectLikes(db, at),
  ]);
  return rowsOf<LikesRow>(state)[0]?.likes ?? 0;
}

type LikesRow = { likes: number; mine: number };

function selectLikes(
  db: Database,
  { commentId, reader }: { commentId: string; reader: string },
): D1PreparedStatement {
  return db.sql(
    `SELECT likes, EXISTS (SELECT 1 FROM likes WHERE comment_id = ?1 AND reader_hash = ?2) AS mine
     FROM comments WHERE id = ?1`,
    commentId,
    reader,
  );
}
