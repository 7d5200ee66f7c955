import { get, type Load, load, post } from './load.ts';
import { SORTS } from './rows.ts';
import type { Runtime } from './runtime.ts';
import { comment, page, SITE, THREADS } from './seed.ts';

export type Measured = Load & { cpuMs: number };
export type Kind = 'empty' | 'cached' | 'uncached' | 'post';

/** Below this, an answer in the isolate would still count as fresh when its turn comes again. */
const KEYS = THREADS * SORTS.length;

/** Counted up over all rounds, so that no text, author or address comes twice. */
let posted = 1000;
let read = 0;

/** A load of this kind for so many milliseconds, and the processor time that a request took. */
export async function measure(
  runtime: Runtime,
  { kind, connections, ms }: { kind: Kind; connections: number; ms: number },
): Promise<Measured> {
  const to = kind === 'empty' ? runtime.empty : runtime.service;
  const status = kind === 'post' ? 201 : 200;
  const before = runtime.cpuMs();
  const done = await load({ to, next: nextOf(kind, to), status, connections, ms });
  return { ...done, cpuMs: (runtime.cpuMs() - before) / done.requests };
}

function nextOf(kind: Kind, to: URL): () => string {
  if (kind === 'empty') return () => get(to, '/');
  if (kind === 'cached') {
    const request = get(to, threadPath(0, 'newest'));
    return () => request;
  }
  if (kind === 'uncached') {
    return () => {
      read = (read + 1) % KEYS;
      return get(to, threadPath(read % THREADS, SORTS[Math.floor(read / THREADS)] ?? 'newest'));
    };
  }
  return () => {
    posted += 1;
    return postOf(to, { number: posted, thread: posted % THREADS });
  };
}

export function threadPath(thread: number, sort: string): string {
  return `/api/v1/thread?${new URLSearchParams({ site: SITE, url: page(thread), sort })}`;
}

/** Each from somebody else, somewhere else. */
export function postOf(to: URL, { number, thread }: { number: number; thread: number }): string {
  const { name, body } = comment(number);
  const json = { site: SITE, url: page(thread), title: 'Nine weeks', name, body };
  const from = `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
  return post(to, { path: '/api/v1/comments', json, from });
}
