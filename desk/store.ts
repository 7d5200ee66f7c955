import { computed, signal } from '@preact/signals';
import type { Flood, QueueCounts } from '../src/contract/desk.ts';
import type { DeskSession } from '../src/contract/desk-session.ts';
import { readView, type View } from './address.ts';
import { cardOf, emptyFlow, type Flow } from './decision-flow.ts';
import { numbersNow } from './queue-numbers.ts';

export type Paging =
  | { state: 'loading' }
  | { state: 'ready' }
  | { state: 'failed'; message: string };

export type Dialog =
  | 'none'
  | 'keys'
  | 'account'
  | 'measures'
  | 'reasons'
  | 'filter'
  | 'all'
  | 'bulk'
  | 'cluster';

/** `expired` keeps the desk on screen: nothing that was decided may get lost. */
export type SessionState = 'loading' | 'signed-in' | 'signed-out' | 'expired' | 'failed';

export const sessionState = signal<SessionState>('loading');
export const session = signal<DeskSession | null>(null);
export const path = signal(location.pathname);
export const view = signal<View>(readView(location.search));

/**
 * Where the current card is to stand: where it is as long as that is in sight, at the top, or as
 * the first of its list under all that stands above it.
 */
export type Place = 'keep' | 'top' | 'first';

export const flow = signal<Flow>(emptyFlow);
/** As the service last told them; null before its first answer. */
export const counts = signal<QueueCounts | null>(null);
/** Where guests are held because more comes in than usual. */
export const floods = signal<readonly Flood[]>([]);
export const paging = signal<Paging>({ state: 'loading' });
/** Whether the service has comments behind the last card. */
export const hasMore = signal(false);

export const dialog = signal<Dialog>('none');
/** The sign-in dialog was closed although the session is over; a line offers it again. */
export const signInPutOff = signal(false);
export const sourceShown = signal<string | null>(null);
/** For the live region. The number makes the same words heard twice. */
export const announcement = signal({ text: '', turn: 0 });
/** Asks the stream to focus its current card: where it stands, or at the top. */
export const focusAsked = signal<{ turn: number; place: Place }>({
  turn: 0,
  place: 'keep',
});
/** The last thing done, for its line. */
export const lastAct = signal<{ id: string; words: string; of: string } | null>(null);
/** ms since 1970, moved on twice a minute. */
export const now = signal(Date.now());

export const currentCard = computed(() => cardOf(flow.value, flow.value.current));
export const numbers = computed(() =>
  counts.value === null
    ? null
    : numbersNow(counts.value, { acts: flow.value.acts, site: view.value.site }),
);
export const unsent = computed(() => flow.value.acts.length);
export const cameBack = computed(() =>
  flow.value.cards.filter((card) => card.notice !== null && card.item.id !== flow.value.current),
);

/** The line must not go on claiming what did not happen. */
export function correctLastAct(id: string, words: string): void {
  const last = lastAct.peek();
  if (last?.id === id) lastAct.value = { ...last, words };
}

export function announce(text: string): void {
  announcement.value = { text, turn: announcement.peek().turn + 1 };
}

export function askFocus(place: Place): void {
  focusAsked.value = { turn: focusAsked.peek().turn + 1, place };
}

/** Into a field that is about to be drawn, before the next key: that would decide about the comment. */
export function focusField(id: string): void {
  queueMicrotask(() => document.getElementById(id)?.focus());
}
