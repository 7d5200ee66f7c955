import type {
  ChangeThread,
  MovedThread,
  MovePreview,
  ThreadDetail,
  ThreadList,
} from '../src/contract/threads.ts';
import { call } from './api.ts';

const pathOf = (id: string): string => `/threads/${encodeURIComponent(id)}`;

export const threadsApi = {
  list: (ask: { site: string | null; q: string | null; cursor: string | null }) => {
    const given = Object.entries(ask).flatMap(([name, value]) => (value ? [[name, value]] : []));
    return call<ThreadList>('GET', `/threads?${new URLSearchParams(given)}`);
  },
  read: (id: string) => call<ThreadDetail>('GET', pathOf(id)),
  change: (id: string, change: ChangeThread) => call<ThreadDetail>('PATCH', pathOf(id), change),
  undo: (id: string, act: string) =>
    call<ThreadDetail>('DELETE', `${pathOf(id)}/acts/${encodeURIComponent(act)}`),
  preview: (id: string, url: string) =>
    call<MovePreview>('POST', `${pathOf(id)}/move/preview`, { url }),
  move: (id: string, ask: { url: string; version: number; expect: 'move' | 'merge' }) =>
    call<MovedThread>('POST', `${pathOf(id)}/move`, ask),
};
