import { effect } from '@preact/signals';
import { addressOf, readView } from './address.ts';
import { makeAskSoon } from './ask-soon.ts';
import { catchUp } from './catch-up.ts';
import { PEOPLE } from './components/people-link.tsx';
import { goLive, liveState } from './live.ts';
import { keepOutbox } from './outbox.ts';
import { openView, poll } from './pages.ts';
import { sweepDrafts } from './reply-drafts.ts';
import { isStillSignedIn, lookAgain } from './sign-in.ts';
import {
  askFocus,
  flow,
  now,
  numbers,
  path,
  session,
  sessionState,
  unsent,
  view,
} from './store.ts';
import { isThreads } from './thread-address.ts';
import { formatNumber, QUEUE_NAMES } from './words.ts';

/** ms between two quiet looks for what has come in. */
const POLL = 20_000;
/** The same while changes are told: a message may be lost. */
const LIVE_POLL = 60_000;
const CLOCK = 30_000;

/** Everything that goes on beside what the moderator does. Runs once. */
export function watch(): void {
  effect(keepUnsent);
  effect(nameDocument);
  sweepDrafts(Date.now());
  setInterval(() => {
    now.value = Date.now();
  }, CLOCK);
  const askSoon = makeAskSoon(poll);
  const ask = () => {
    if (document.visibilityState === 'visible') askSoon();
  };
  setInterval(() => {
    if (liveState.peek() !== 'live') ask();
  }, POLL);
  setInterval(ask, LIVE_POLL);
  goLive({
    askSoon,
    catchUp: () => {
      catchUp();
      askSoon();
    },
    isSignedIn: isStillSignedIn,
  });
  document.addEventListener('visibilitychange', onVisible);
  window.addEventListener('focus', lookAgain);
  window.addEventListener('popstate', onPopState);
  window.addEventListener('beforeunload', (event) => {
    if (unsent.peek() > 0) event.preventDefault();
  });
}

function keepUnsent(): void {
  const moderator = session.value?.moderator.id;
  const { acts } = flow.value;
  if (moderator !== undefined) keepOutbox({ moderator, acts });
}

function nameOfScreen(address: string, queue: string): string {
  if (address === PEOPLE) return 'People';
  return isThreads(address) ? 'Threads' : queue;
}

function nameDocument(): void {
  const { queue, mine } = view.value;
  const name = mine ? 'Mine' : QUEUE_NAMES[queue];
  const number = numbers.value === null || mine ? '' : ` ${formatNumber(numbers.value[queue])}`;
  const isDesk = sessionState.value === 'signed-in' || sessionState.value === 'expired';
  document.title = isDesk
    ? `${nameOfScreen(path.value, `${name}${number}`)} – Belowline`
    : 'Sign in – Belowline';
}

function onVisible(): void {
  if (document.visibilityState !== 'visible') return;
  now.value = Date.now();
  lookAgain();
  poll();
}

function onPopState(): void {
  const wasThreads = isThreads(path.peek());
  path.value = location.pathname;
  if (isThreads(location.pathname)) return;
  const next = readView(location.search);
  // The queue was there all the time, behind the thread.
  if (wasThreads && addressOf(next) === addressOf(view.peek())) {
    askFocus('keep');
    return;
  }
  view.value = next;
  if (sessionState.peek() === 'signed-in') openView();
}
