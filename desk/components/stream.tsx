import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { choose } from '../actions.ts';
import type { Card } from '../decision-flow.ts';
import { filtersOf } from '../narrowing.ts';
import { openView, showMore } from '../pages.ts';
import { selectedIds } from '../selection.ts';
import {
  flow,
  focusAsked,
  hasMore,
  numbers,
  type Place,
  paging,
  session,
  sourceShown,
  view,
} from '../store.ts';
import { EMPTY_WORDS, QUEUE_NAMES } from '../words.ts';
import { CommentCard } from './comment-card.tsx';
import { NothingFits } from './filter-bar.tsx';

/** The middle zone: all cards there are, one of them current and focused. */
export function Stream() {
  const zone = useRef<HTMLDivElement>(null);
  const { turn, place } = focusAsked.value;
  useLayoutEffect(() => {
    if (turn > 0) focusCurrent(zone.current, place);
  }, [turn]);
  useEffect(() => chooseByHand(zone.current), []);
  const { current } = flow.value;
  return (
    <div class="stream" ref={zone} aria-busy={paging.value.state === 'loading'}>
      <Heading />
      {useDrawnCards().map((card) => (
        <CommentCard
          key={card.item.id}
          card={card}
          current={card.item.id === current}
          source={card.item.id === sourceShown.value}
          selected={selectedIds.value.has(card.item.id)}
        />
      ))}
      <Rest />
    </div>
  );
}

/** Cards drawn above the current one; those that were passed by long ago only cost time. */
const DRAWN_ABOVE = 20;

/** What is drawn only changes above when the page scrolls anyway, so that nothing jumps. */
function useDrawnCards(): readonly Card[] {
  const { cards, current } = flow.value;
  const first = useRef(0);
  const lastTurn = useRef(0);
  const at = cards.findIndex((card) => card.item.id === current);
  const { turn, place } = focusAsked.value;
  if (turn !== lastTurn.current && place !== 'keep') first.current = Math.max(0, at - DRAWN_ABOVE);
  if (at < first.current) first.current = Math.max(0, at - DRAWN_ABOVE);
  lastTurn.current = turn;
  return cards.slice(first.current);
}

function Heading() {
  const { queue, site, q } = view.value;
  const name = session.value?.sites.find((one) => one.key === site)?.name ?? 'All sites';
  return (
    <h1 class="unseen">
      {q === null ? QUEUE_NAMES[queue] : `Search for “${q}”`}, {name}
    </h1>
  );
}

/** What stands where the cards end: nothing yet, nothing left, or why there is nothing. */
function Rest() {
  const state = paging.value;
  const { queue, q, narrow } = view.value;
  if (state.state === 'loading') return <Skeleton />;
  if (state.state === 'failed') return <NotLoaded message={state.message} />;
  if (flow.value.cards.length > 0) return <More />;
  if (q !== null) return <NothingFound q={q} />;
  if (filtersOf(narrow).length > 0) return hasMore.value ? <More /> : <NothingFits />;
  const left = numbers.value?.[queue] ?? 0;
  if (left > 0) return <Skeleton />;
  return (
    <p class="empty" tabIndex={-1}>
      {EMPTY_WORDS[queue]}
    </p>
  );
}

function NothingFound({ q }: { q: string }) {
  if (hasMore.value) return <More />;
  return (
    <p class="empty" tabIndex={-1}>
      Nothing found for “<bdi>{q}</bdi>”. Looked in words, names, e-mail addresses and titles.
    </p>
  );
}

function More() {
  if (!hasMore.value) return null;
  return (
    <p class="more">
      <button type="button" onClick={showMore}>
        More comments
      </button>
    </p>
  );
}

/** Quiet lines, not seen before 400 ms. */
function Skeleton() {
  return (
    <div class="skeleton">
      <p class="unseen">Loading comments</p>
      <div class="line short" />
      <div class="line" />
      <div class="line" />
    </div>
  );
}

function NotLoaded({ message }: { message: string }) {
  return (
    <div class="empty" role="alert">
      <p>The comments could not be loaded. {message}</p>
      <button type="button" onClick={() => openView()}>
        Try again
      </button>
    </div>
  );
}

/**
 * A click makes a card current. So does Tab into one, but not the focus that pressing a pointer
 * brings: the card would grow and the link move away under it.
 */
function chooseByHand(zone: HTMLElement | null): () => void {
  const onEvent = (event: Event) => {
    const { target } = event;
    if (!(target instanceof Element)) return;
    if (event.type === 'focusin' && !target.matches(':focus-visible')) return;
    const id = target.closest('article')?.dataset.id;
    if (id !== undefined) choose(id);
  };
  zone?.addEventListener('click', onEvent);
  zone?.addEventListener('focusin', onEvent);
  return () => {
    zone?.removeEventListener('click', onEvent);
    zone?.removeEventListener('focusin', onEvent);
  };
}

function focusCurrent(zone: HTMLElement | null, place: Place): void {
  const target = zone?.querySelector<HTMLElement>('[aria-current="true"], .empty[tabindex]');
  if (!target || isBusyElsewhere()) return;
  target.focus({ preventScroll: true });
  if (place === 'first') scrollTo({ top: 0, behavior: 'instant' });
  else if (place === 'top' || isOutOfSight(target)) {
    target.scrollIntoView({ block: 'start', behavior: 'instant' });
  }
}

/** Somebody who types or chooses a site keeps the focus. */
function isBusyElsewhere(): boolean {
  const active = document.activeElement;
  return (
    active !== null &&
    active.closest('input:not([type=checkbox]), select, textarea, dialog') !== null
  );
}

function isOutOfSight(target: HTMLElement): boolean {
  const { top, bottom } = target.getBoundingClientRect();
  const above = Number.parseFloat(getComputedStyle(target).scrollMarginTop);
  return top < above - 1 || (bottom > innerHeight && top > innerHeight / 3);
}
