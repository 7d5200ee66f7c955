import type { DeskChange } from '../contract/desk-live.ts';
import type { Comment } from '../domain/comment.ts';
import type { Decision } from '../domain/decision.ts';
import { queuesOf } from '../domain/queue.ts';
import type { AppContext } from './app-env.ts';

/**
 * What happened to which comments: as they are now, or their ids where that must be asked. Who has
 * decided, and whether that took something back, is in the log, oldest first.
 */
type News =
  | { act: 'decided'; comments: Comment[]; decisions: Decision[] }
  | ({ act: Exclude<DeskChange['act'], 'undone' | 'decided'> } & (
      | { ids: string[] }
      | { comments: Comment[] }
    ));

/**
 * After comments came, changed, left or were decided about: tells those who are at the desk. Off the
 * request; a message that is lost costs freshness and nothing else.
 */
export function tellDesk(c: AppContext, news: News): void {
  const told = tell(c, news);
  c.executionCtx.waitUntil(told.catch((error) => console.error('desk live', error)));
}

async function tell(c: AppContext, news: News): Promise<void> {
  const { deps } = c.var;
  const comments = 'ids' in news ? await deps.desk.findComments(news.ids) : news.comments;
  if (comments.length === 0) return;
  const last = lastDecisions(news.act === 'decided' ? news.decisions : []);
  const changes = comments.map(
    (comment): DeskChange => ({
      id: comment.id,
      version: comment.version,
      site: comment.siteKey,
      status: comment.status,
      queues: queuesOf(comment),
      act: news.act,
      by: null,
      ...last.get(comment.id),
    }),
  );
  await deps.deskLine().announce(changes);
}

function lastDecisions(decisions: Decision[]): Map<string, Pick<DeskChange, 'act' | 'by'>> {
  return new Map(
    decisions.map(({ commentId, by, undoes }) => [
      commentId,
      { by, act: undoes === null ? 'decided' : 'undone' },
    ]),
  );
}

/** After sessions were ended: their desks hear nothing more. */
export function checkDesks(c: AppContext): void {
  const checked = Promise.resolve().then(() => c.var.deps.deskLine().check());
  c.executionCtx.waitUntil(checked.catch((error) => console.error('desk live', error)));
}
