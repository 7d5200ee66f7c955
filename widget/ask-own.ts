import type { Answer } from './ask.ts';
import type { View } from './view.ts';

/** Asks the service as the author of a comment that was sent from this browser. */
export function askOwn<T>(
  { call, place, own, text }: View,
  { id, ...init }: { id: string; method: string; body?: string; keepalive?: boolean },
): Promise<Answer<T>> {
  return call(`${place.api}/api/v1/comments/${id}`, {
    ...init,
    headers: {
      'accept-language': text.lang,
      authorization: `Author ${own.get(id)?.token}`,
      ...(init.body && { 'content-type': 'application/json' }),
    },
  });
}
