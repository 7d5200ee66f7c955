import type {
  AuthorMeasures,
  CommentBranch,
  CommentHistory,
  MeasuresInForce,
  TakeMeasure,
  TakenMeasure,
} from '../src/contract/card.ts';
import { call } from './api.ts';

/** What a card opens on demand. */
export const cardApi = {
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
