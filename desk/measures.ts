import type { AuthorMeasure, TakeMeasure } from '../src/contract/card.ts';
import type { QueueItem } from '../src/contract/desk.ts';
import { messageOf } from './api.ts';
import { cardApi } from './card-api.ts';
import type { Card, Flow } from './decision-flow.ts';
import { announce, flow, sessionState } from './store.ts';
import { measureWords } from './words.ts';

/** Sets a measure against a comment's author; a message where it could not be. */
export async function takeMeasure(item: QueueItem, asked: TakeMeasure): Promise<string | null> {
  const answer = await cardApi.takeMeasure(item.id, asked);
  if (!answer.ok) {
    if (answer.kind === 'signed-out') sessionState.value = 'expired';
    return messageOf(answer);
  }
  const { measure } = answer.value;
  flow.value = withMeasure(flow.peek(), { item, measure });
  announce(`${item.name}: ${measureWords(measure)}`);
  return null;
}

/** Ends one before its time; a message where it could not be. */
export async function liftMeasure(measureId: string): Promise<string | null> {
  const answer = await cardApi.liftMeasure(measureId);
  const isOver = !answer.ok && answer.kind === 'refused' && answer.problem.status === 409;
  if (!answer.ok && !isOver) {
    if (answer.kind === 'signed-out') sessionState.value = 'expired';
    return messageOf(answer);
  }
  flow.value = withoutMeasure(flow.peek(), measureId);
  announce('It is lifted');
  return null;
}

/** On no card any more. */
export function withoutMeasure(flow: Flow, measureId: string): Flow {
  const cards = flow.cards.map((card) =>
    card.item.author.measure?.id === measureId ? withOn(card, null) : card,
  );
  return { ...flow, cards };
}

/**
 * On this card, and on those that are sure to be the same author's: without an e-mail address only
 * the service knows who is who.
 */
export function withMeasure(
  flow: Flow,
  { item, measure }: { item: QueueItem; measure: AuthorMeasure },
): Flow {
  const email = item.email?.toLowerCase() ?? null;
  const isTheirs = (other: QueueItem) =>
    other.id === item.id ||
    (email !== null && other.email?.toLowerCase() === email && other.site.key === item.site.key);
  const cards = flow.cards.map((card) => (isTheirs(card.item) ? withOn(card, measure) : card));
  return { ...flow, cards };
}

function withOn(card: Card, measure: AuthorMeasure | null): Card {
  return { ...card, item: { ...card.item, author: { ...card.item.author, measure } } };
}
