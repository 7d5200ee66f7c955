import type { QueueItem } from '../src/contract/desk.ts';
import type { View } from './address.ts';
import { cardApi } from './card-api.ts';
import { isIn, type Mark, marks, setMark, wordsOf } from './colleagues.ts';
import { type Flow, isLeftAlone } from './decision-flow.ts';
import { latestFirst } from './standing-decision.ts';
import { announce, flow, sessionState, view } from './store.ts';

/** The most that one request answers. */
const MOST = 100;

/**
 * After a gap in which nothing could be heard: asks for the comments on the cards, and each of them
 * says what has happened to it meanwhile, by whom and when.
 */
export async function catchUp(): Promise<void> {
  const before = view.peek();
  if (sessionState.peek() !== 'signed-in' || before.mine) return;
  const ids = toAskFor(flow.peek());
  for (let at = 0; at < ids.length; at += MOST) {
    const asked = ids.slice(at, at + MOST);
    const answer = await cardApi.cards(asked);
    if (!answer.ok || view.peek() !== before) return;
    for (const id of asked) tell(id, answer.value.items);
  }
}

/** The current one first, then what comes next. What is on its way gets an answer of its own. */
export function toAskFor(of: Pick<Flow, 'cards' | 'acts' | 'current'>): string[] {
  const at = of.cards.findIndex(({ item }) => item.id === of.current);
  const ordered = [...of.cards.slice(Math.max(0, at)), ...of.cards.slice(0, Math.max(0, at))];
  return ordered.filter((card) => isLeftAlone(of, card)).map(({ item }) => item.id);
}

function tell(id: string, items: readonly QueueItem[]): void {
  const here = flow.peek();
  const card = here.cards.find(({ item }) => item.id === id);
  if (card === undefined || !isLeftAlone(here, card)) return;
  const now = items.find((item) => item.id === id);
  const mark = markSince(card.item, { now, view: view.peek() });
  // What was told while this was asked for may be newer.
  if (mark === null || (marks.peek().get(id)?.version ?? 0) >= mark.version) return;
  setMark(id, mark);
  if (id === here.current) announce(mark.words);
}

/** What has happened to a comment since it was shown; null where nothing has. */
export function markSince(
  shown: QueueItem,
  { now, view }: { now: QueueItem | undefined; view: View },
): Mark | null {
  if (now === undefined) {
    return { words: 'No longer on your sites', version: shown.version, isSettled: true };
  }
  const isReported = now.reportCount > shown.reportCount;
  if (now.version <= shown.version && !isReported) return null;
  const { version, status } = now;
  const isSettled = !isIn({ site: now.site.key, queues: queuesOf(now) }, view);
  const given = { version, isSettled };
  const decision = lastDecision(shown, now);
  if (status === 'deleted')
    return { ...given, words: wordsOf({ act: 'deleted', by: null, status }) };
  if (decision !== null) {
    const act = decision.undoes === null ? 'decided' : 'undone';
    const words = wordsOf({ act, by: decision.by, status: decision.to });
    return { ...given, words, at: decision.at };
  }
  const act = now.editedAt === shown.editedAt ? 'reported' : 'edited';
  const isKnown = act === 'edited' || isReported;
  return { ...given, words: wordsOf({ act: isKnown ? act : 'posted', by: null, status }) };
}

/** The last one that the card does not know; null where its author has written since. */
function lastDecision(shown: QueueItem, now: QueueItem): QueueItem['decisions'][number] | null {
  const known = new Set(shown.decisions.map(({ id }) => id));
  const [last] = latestFirst(now.decisions.filter(({ id }) => !known.has(id)));
  if (last === undefined) return null;
  const isEditedSince = now.editedAt !== shown.editedAt && (now.editedAt ?? '') > last.at;
  return isEditedSince ? null : last;
}

/** The queues that it stands in now, as the service tells them of a change. */
function queuesOf({ status, reviewed, reportCount }: QueueItem): QueueName[] {
  if (status === 'deleted') return [];
  const isReported = reportCount > 0 && (status === 'published' || status === 'held');
  return [
    status,
    ...(status === 'published' && !reviewed ? (['unreviewed'] as const) : []),
    ...(isReported ? (['reported'] as const) : []),
  ];
}

type QueueName = View['queue'];
