import type { Answer } from './ask.ts';
import { keep, recall } from './storage.ts';
import type { View } from './view.ts';

const NAME = 'belowline:reader';

/** Asks the service as a reader who likes or reports. */
export function askAsReader<T>(
  { call, place, text }: View,
  { path, ...init }: { path: string; method: string; body?: string },
): Promise<Answer<T>> {
  return call(`${place.api}/api/v1/comments/${path}`, {
    ...init,
    headers: {
      'accept-language': text.lang,
      'reader-key': readerKey(),
      ...(init.body && { 'content-type': 'application/json' }),
    },
  });
}

/** Made up at the first like or report; it lets them count once and says nothing else. */
function readerKey(): string {
  const known = recall(NAME, '');
  if (known) return known;
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const key = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  keep(NAME, key);
  return key;
}
