import type {
  AuthorMeasures,
  CommentBranch,
  CommentHistory,
  MeasuresInForce,
  TakeMeasure,
  TakenMeasure,
} from '../src/contract/card.ts';
import type { Cards } from '../src/contract/cards.ts';
import { call } from './api.ts';

/** What is asked about single comments. */
export const cardApi = {
  /** As they stand now; at most 100. */
  cards: (ids: readonly string[]) =>
    call<Cards>('GET', `/comments?${new URLSearchParams({ ids: ids.join(',') })}`),
  history: (id: string) => call<CommentHistory>('GET', `${pathOf(id)}/history`),
  branch: (id: string) => call<CommentBranch>('GET', `${pathOf(id)}/branch`),
  measures: (id: string) => call<AuthorMeasures>('GET', `${pathOf(id)}/measures`),
  inForce: (site: string) =>
    call<MeasuresInForce>('GET', `/measures?${new URLSearchParams({ site })}`),
  takeMeasure: (id: string, measure: TakeMeasure) =>
    call<TakenMeasure>('POST', `${pathOf(id)}/measures`, measure),
  liftMeasure: (measureId: string) =>
    call<TakenMeasure>('DELETE', `/measures/${encodeURIComponent(measureId)}`),
};

function pathOf(id: string): string {
  return `/comments/${encodeURIComponent(id)}`;
}
