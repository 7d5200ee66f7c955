import type { ThreadPage } from '../src/contract/thread.ts';
import { type Answer, ask } from './ask.ts';
import type { Place, View } from './view.ts';

export type Part = {
  sort: string;
  cursor?: string | null;
  around?: string | undefined;
  branch?: string;
};

/** A page of the thread, never from the browser's cache without asking whether it is still true. */
export function askThread({ api, ...place }: Place, part: Part): Promise<Answer<ThreadPage>> {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...place, ...part })) {
    if (value) query.set(name, value);
  }
  return ask(`${api}/api/v1/thread?${query}`, { cache: 'no-cache' });
}

/** The page that begins at a linked comment; the thread's first where there is no such comment. */
export async function askAround(
  ask: View['ask'],
  { sort, around }: { sort: string; around: string | undefined },
): Promise<Answer<ThreadPage>> {
  const answer = await ask({ sort, around });
  const isUnknown = !answer.ok && answer.failure.code === 'unknown-comment';
  return isUnknown ? ask({ sort }) : answer;
}
