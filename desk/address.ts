import type { Queue } from '../src/contract/desk.ts';
import { type Narrowing, readNarrowing } from './narrowing.ts';

/** What the moderator looks at; the address holds all of it. `site` is null for all sites. */
export type View = {
  queue: Queue;
  site: string | null;
  /** What is searched for, in all queues; null looks at the queue. */
  q: string | null;
  /** What the queue is narrowed to. A search and Mine are not; there it waits for the way back. */
  narrow?: Narrowing;
  /** One's own decisions instead of a queue. */
  mine?: true;
};

export const QUEUES: readonly Queue[] = [
  'held',
  'reported',
  'unreviewed',
  'published',
  'spam',
  'rejected',
];

/** In these what comes in stands above; the others grow at their end. */
const NEWEST_FIRST: readonly Queue[] = ['reported', 'published', 'spam', 'rejected'];

/** How the comments of a view stand, unless it is a search. */
export function orderOf({ queue, narrow }: Pick<View, 'queue' | 'narrow'>): Order {
  const sort = ORDERS.find((order) => order === narrow?.sort);
  return sort ?? (NEWEST_FIRST.includes(queue) ? 'newest' : 'oldest');
}

export type Order = (typeof ORDERS)[number];
const ORDERS = ['oldest', 'newest', 'priority'] as const;

/** An unknown queue reads as Held, so that an old bookmark still opens. */
export function readView(search: string): View {
  const asked = new URLSearchParams(search);
  const queue = QUEUES.find((one) => one === asked.get('queue')) ?? 'held';
  const narrow = readNarrowing(asked);
  return {
    ...{ queue, site: asked.get('site') || null, q: asked.get('q')?.trim() || null },
    ...(narrow !== undefined && { narrow }),
    ...(asked.get('queue') === 'mine' && { mine: true as const }),
  };
}

/** There a decision has answered all reports, or all are reported: the filter would say nothing. */
const REPORTED_SAYS_NOTHING: readonly Queue[] = ['reported', 'spam', 'rejected'];

/** Another queue of the same site, narrowed as this view is as far as that means something there. */
export function inQueue({ site, narrow }: View, queue: Queue): View {
  const { reported, ...rest } = { ...narrow };
  const keepsReported = reported !== undefined && !REPORTED_SAYS_NOTHING.includes(queue);
  const kept = keepsReported ? { ...rest, reported } : rest;
  return { queue, site, q: null, ...(Object.keys(kept).length > 0 && { narrow: kept }) };
}

/** Mine of the same site. The filter means nothing there, and waits for the way back. */
export function inMine(view: View): View {
  const { queue: _, ...rest } = view;
  return { ...rest, queue: 'held', q: null, mine: true };
}

export function addressOf(view: View): string {
  const queue = view.mine ? 'mine' : view.queue;
  const narrow = view.mine ? {} : { ...view.narrow };
  const search = new URLSearchParams(view.q === null ? { queue, ...narrow } : { q: view.q });
  if (view.site !== null) search.set('site', view.site);
  return `/desk?${search}`;
}

export function nextQueue(queue: Queue): Queue {
  return QUEUES[(QUEUES.indexOf(queue) + 1) % QUEUES.length] ?? 'held';
}

/** An address that a browser may open; null for everything else, so that it is shown as text. */
export function safeHref(url: string | null): string | null {
  if (url === null || !/^https?:\/\//i.test(url) || !URL.canParse(url)) return null;
  return url;
}
