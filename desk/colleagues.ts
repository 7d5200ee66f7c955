import { computed, signal } from '@preact/signals';
import type { QueueItem } from '../src/contract/desk.ts';
import type { DeskChange, DeskMessage, Seat } from '../src/contract/desk-live.ts';
import type { View } from './address.ts';
import { apart } from './apart.ts';
import { session } from './store.ts';
import { DECIDED_WORDS, STATUS_NAMES } from './words.ts';

/** What colleagues do, as the desk's connection tells it. */

/** Other desks that are open now, by their id. Empty while nothing can be heard. */
export const seats = signal<ReadonlyMap<string, Seat>>(new Map());

/** What happened to a comment that is on a card here. */
export type Mark = {
  words: string;
  version: number;
  /** It is no longer in the queue that is looked at: nothing is left to decide here. */
  isSettled: boolean;
  /** When it happened, where that is not just now. */
  at?: string;
};

export const marks = signal<ReadonlyMap<string, Mark>>(new Map());

/** The last change heard of each comment: pages that were asked for before it are older. */
const heard = new Map<string, DeskChange>();
const REMEMBERED = 500;

/** Colleagues who are not the moderator in another window, each once. */
export const colleagues = computed(() => {
  const me = session.value?.moderator.id;
  const people = new Map<string, string | null>();
  for (const { person, name } of seats.value.values()) {
    if (person !== me) people.set(person, name);
  }
  return [...people.values()];
});

/** Who looks at which comment, in words; colleagues only. */
export const lookers = computed(() => {
  const me = session.value?.moderator.id;
  const found = new Map<string, string>();
  for (const { person, name, open } of seats.value.values()) {
    if (person === me || open === null) continue;
    const other = found.has(open) ? 'Several colleagues are' : `${apart(name ?? 'A colleague')} is`;
    found.set(open, other);
  }
  return found;
});

export const settled = computed(
  () => new Set([...marks.value].flatMap(([id, mark]) => (mark.isSettled ? id : []))),
);

/** What a desk knows of the others after this message. */
export function seatsAfter(
  before: ReadonlyMap<string, Seat>,
  message: DeskMessage,
): ReadonlyMap<string, Seat> {
  if (message.type === 'here') return new Map(message.seats.map((seat) => [seat.id, seat]));
  if (message.type === 'seat') return new Map(before).set(message.seat.id, message.seat);
  if (message.type !== 'left') return before;
  const after = new Map(before);
  after.delete(message.id);
  return after;
}

/** Keeps a change in mind; false for one that is older than what is known of its comment. */
export function hear(change: DeskChange): boolean {
  const last = heard.get(change.id);
  // Reports do not change the version.
  if (last !== undefined && last.version > change.version) return false;
  heard.delete(change.id);
  heard.set(change.id, change);
  for (const id of heard.keys()) {
    if (heard.size <= REMEMBERED) break;
    heard.delete(id);
  }
  return true;
}

/** Of a page those that have not left the queue since it was asked for. */
export function stillThere(items: readonly QueueItem[], view: View): QueueItem[] {
  return items.filter((item) => {
    const change = heard.get(item.id);
    return change === undefined || change.version <= item.version || isIn(change, view);
  });
}

/** Whether a comment stands in what is looked at. A search finds it whatever its queue. */
export function isIn(change: Pick<DeskChange, 'site' | 'queues'>, view: View): boolean {
  if (view.site !== null && change.site !== view.site) return false;
  return view.q !== null || change.queues.includes(view.queue);
}

export function markOf(change: DeskChange, view: View): Mark {
  const { version } = change;
  return { words: wordsOf(change), version, isSettled: !isIn(change, view) };
}

export function setMark(id: string, mark: Mark): void {
  marks.value = new Map(marks.peek()).set(id, mark);
}

/** Another list: what was marked in the one before is of no use. */
export function clearMarks(): void {
  if (marks.peek().size > 0) marks.value = new Map();
}

export function wordsOf({ act, by, status }: Pick<DeskChange, 'act' | 'by' | 'status'>): string {
  const isMe = by !== null && by === session.peek()?.moderator.name;
  const who = isMe ? 'you, in another window' : apart(by ?? '');
  switch (act) {
    case 'decided':
      return `${DECIDED_WORDS[status]} by ${who}`;
    case 'undone':
      return `${STATUS_NAMES[status]} again: taken back by ${who}`;
    case 'edited':
      return 'Edited by its author meanwhile';
    case 'deleted':
      return 'Deleted by its author';
    case 'reported':
      return status === 'held' ? 'Held: readers have reported it' : 'Readers have reported it';
    default:
      return 'Changed meanwhile';
  }
}
