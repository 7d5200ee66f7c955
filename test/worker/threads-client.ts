import {
  type DeskThread,
  MovedThread,
  MovePreview,
  ThreadDetail,
  ThreadList,
} from '../../src/contract/threads.ts';
import { parse, type Send, type Service } from './client.ts';

type Who = { headers: Record<string, string> };

/** What a moderator does with whole threads. */
export function threadsOf(service: Service, { headers }: Who) {
  const send = (path: string, request: Send = {}) =>
    service.send(`/api/v1/desk/threads${path}`, { ...request, headers });
  return {
    list: async (query: Record<string, string> = {}) =>
      parse(await send(`?${new URLSearchParams(query)}`), { status: 200, schema: ThreadList }),
    read: async (id: string) => parse(await send(`/${id}`), { status: 200, schema: ThreadDetail }),
    change: async (thread: Pick<DeskThread, 'id' | 'version'>, change: object) =>
      parse(
        await send(`/${thread.id}`, {
          method: 'PATCH',
          json: { version: thread.version, ...change },
        }),
        { status: 200, schema: ThreadDetail },
      ),
    undo: async (id: string, act: string) =>
      parse(await send(`/${id}/acts/${act}`, { method: 'DELETE' }), {
        status: 200,
        schema: ThreadDetail,
      }),
    preview: async (id: string, to: object) =>
      parse(await send(`/${id}/move/preview`, { json: to }), { status: 200, schema: MovePreview }),
    move: async (id: string, ask: object) =>
      parse(await send(`/${id}/move`, { json: ask }), { status: 200, schema: MovedThread }),
    /** The code and the words of the problem that this gets. */
    refused: async (path: string, request: Send = {}) => {
      const { code, detail, title } = await service.refused(`/api/v1/desk/threads${path}`, {
        ...request,
        headers,
      });
      return [code, detail ?? title];
    },
  };
}

export type Threads = ReturnType<typeof threadsOf>;
