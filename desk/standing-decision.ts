import type { Decision, QueueItem } from '../src/contract/desk.ts';
import { cardOf, type Flow, pushUndo } from './decision-flow.ts';

/** Newest first. */
export function latestFirst(decisions: readonly Decision[]): Decision[] {
  return decisions.toSorted((a, b) => b.at.localeCompare(a.at) || b.id.localeCompare(a.id));
}

/**
 * The decision that can be taken back: the last one that stands, unless its author has changed the
 * comment since.
 */
export function standingDecision(item: QueueItem): Decision | null {
  const [standing, before] = standingOnes(item);
  if (standing === undefined || item.status === 'deleted') return null;
  const isNewest = before === undefined || before.at <= standing.at;
  const isEdited = item.editedAt !== null && item.editedAt > standing.at;
  return isNewest && !isEdited ? standing : null;
}

/** Takes it back as if it had been made in this visit: the card shows the comment as it was. */
export function takeBack(flow: Flow, id: string): Flow {
  const card = cardOf(flow, id);
  const isBusy = flow.acts.some((act) => act.item.id === id);
  if (card === undefined || card.notice?.kind === 'gone' || isBusy) return flow;
  const decision = standingDecision(card.item);
  const { status } = card.item;
  if (decision === null || status === 'deleted') return flow;
  const reviewed = standingOnes(card.item).length > 1;
  const item = { ...card.item, status: decision.from, reviewed };
  const past = { key: flow.nextKey, item, to: status, decisionId: decision.id };
  // The undo of this visit must not try the same once more.
  const others = flow.past.filter(({ decisionId }) => decisionId !== decision.id);
  return pushUndo({ ...flow, past: others, nextKey: flow.nextKey + 1 }, past);
}

function standingOnes({ decisions }: QueueItem): Decision[] {
  const undone = new Set(decisions.map(({ undoes }) => undoes));
  return latestFirst(decisions).filter(({ id, undoes }) => undoes === null && !undone.has(id));
}
