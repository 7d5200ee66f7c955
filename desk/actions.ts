import { inQueue, nextQueue } from './address.ts';
import {
  canDecide,
  type DecidedStatus,
  decide,
  dismiss,
  goTo,
  retry,
  step,
  undo,
} from './decision-flow.ts';
import { sweepSettled } from './live.ts';
import { fetchMore, goToView } from './pages.ts';
import { askReason, commonReasons } from './reasons.ts';
import { sendDecisions } from './send-decisions.ts';
import { takeBack } from './standing-decision.ts';
import {
  announce,
  askFocus,
  cameBack,
  currentCard,
  dialog,
  flow,
  lastAct,
  sourceShown,
  view,
} from './store.ts';
import { DECIDED_WORDS, firstWords } from './words.ts';

/** Decides about the current card. Nothing happens where it already is what is asked for. */
export function decideCurrent(to: DecidedStatus, reason?: string): void {
  const card = currentCard.peek();
  if (card === undefined || !canDecide(card, to)) return;
  sweepSettled('ahead');
  flow.value = decide(flow.peek(), { id: card.item.id, to, ...(reason && { reason }) });
  lastAct.value = { id: card.item.id, words: DECIDED_WORDS[to], of: firstWords(card.item) };
  moved(DECIDED_WORDS[to]);
}

/** The list of reasons; only where a rejection would change something. */
export function openReasons(): void {
  const card = currentCard.peek();
  if (card === undefined || !canDecide(card, 'rejected')) return;
  askReason({
    name: 'Reject, because',
    reasons: commonReasons([card.item.site.key]),
    reject: (reason) => decideCurrent('rejected', reason),
  });
}

export function undoLast(): void {
  const past = flow.peek().past.at(-1);
  if (past === undefined) return;
  flow.value = undo(flow.peek());
  lastAct.value = { id: past.item.id, words: 'Taken back', of: firstWords(past.item) };
  announce(`Taken back. Current: comment by ${past.item.name}`);
  askFocus('keep');
  sendDecisions();
}

/** Takes back the last decision about the current comment, also one of another visit. */
export function takeBackCurrent(): void {
  const card = currentCard.peek();
  if (card === undefined) return;
  const next = takeBack(flow.peek(), card.item.id);
  if (next === flow.peek()) return;
  flow.value = next;
  lastAct.value = { id: card.item.id, words: 'Taken back', of: firstWords(card.item) };
  announce('Taken back');
  askFocus('keep');
  sendDecisions();
}

export function openMeasures(): void {
  if (currentCard.peek() !== undefined) dialog.value = 'measures';
}

/** The text as it was typed. */
export async function copyCurrent(): Promise<void> {
  const card = currentCard.peek();
  if (card === undefined) return;
  try {
    await navigator.clipboard.writeText(card.item.source);
    announce('Text copied');
  } catch {
    announce('The browser does not let the text be copied.');
  }
}

export function retryCurrent(): void {
  const card = currentCard.peek();
  if (card?.notice?.kind !== 'failed') return;
  flow.value = retry(flow.peek(), card.item.id);
  moved('Sending again');
}

export function dismissCurrent(): void {
  const card = currentCard.peek();
  if (card === undefined || card.notice === null) return;
  flow.value = dismiss(flow.peek(), card.item.id);
  moved('Put aside');
}

export function move(by: 1 | -1): void {
  sweepSettled('everywhere');
  flow.value = step(flow.peek(), by);
  askFocus('top');
  fetchMore();
}

/** Makes a card current where it stands, as a click on it does. */
export function choose(id: string): void {
  if (flow.peek().current === id) return;
  flow.value = goTo(flow.peek(), id);
  fetchMore();
}

export function showCameBack(): void {
  const first = cameBack.peek()[0];
  if (first === undefined) return;
  const { mine, queue } = view.peek();
  if (mine) {
    // No cards are shown there; this one comes along into the queue.
    goToView(inQueue(view.peek(), queue));
    return;
  }
  flow.value = goTo(flow.peek(), first.item.id);
  askFocus('top');
}

export function toggleSource(): void {
  const current = flow.peek().current;
  sourceShown.value = sourceShown.peek() === current ? null : current;
}

export function openNextQueue(): void {
  goToView(inQueue(view.peek(), nextQueue(view.peek().queue)));
}

function moved(words: string): void {
  const next = currentCard.peek();
  announce(
    next === undefined
      ? `${words}. No more comments.`
      : `${words}. Next: comment by ${next.item.name}`,
  );
  askFocus('keep');
  fetchMore();
  sendDecisions();
}
