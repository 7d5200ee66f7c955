import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Bulk, OwnDecision } from '../../src/contract/bulks.ts';
import { safeHref } from '../address.ts';
import { api, messageOf } from '../api.ts';
import { resumeBulk, run, undoBulk } from '../bulk.ts';
import { bulkWords } from '../bulk-words.ts';
import { refreshNumbers } from '../pages.ts';
import { announce, sessionState, view } from '../store.ts';
import { DECIDED_WORDS, formatNumber, STATUS_NAMES } from '../words.ts';
import { Time } from './time.tsx';

type List = {
  decisions: OwnDecision[];
  next: string | null;
  error: string | null;
  loaded: boolean;
};
const EMPTY: List = { decisions: [], next: null, error: null, loaded: false };

/** What one has decided, newest first; each can be taken back from here, also much later. */
export function Mine() {
  const { site } = view.value;
  const [list, setList] = useState(EMPTY);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    scrollTo({ top: 0, behavior: 'instant' });
    heading.current?.focus({ preventScroll: true });
  }, []);
  const load = async (cursor: string | null) => {
    const answer = await api.ownDecisions(site, cursor);
    if (!answer.ok) {
      if (answer.kind === 'signed-out') sessionState.value = 'expired';
      setList((before) => ({ ...before, error: messageOf(answer), loaded: true }));
      return;
    }
    const { decisions, nextCursor: next } = answer.value;
    setList((before) => ({
      decisions: cursor === null ? decisions : [...before.decisions, ...decisions],
      ...{ next, error: null, loaded: true },
    }));
  };
  useEffect(() => {
    load(null);
  }, [site, sessionState.value]);
  const undo = async (decision: OwnDecision) => {
    const answer = await api.undo(decision.id, site);
    if (!answer.ok) {
      if (answer.kind === 'signed-out') sessionState.value = 'expired';
      return setList((before) => ({ ...before, error: messageOf(answer) }));
    }
    const { result } = answer.value;
    const state = result.result === 'done' ? 'taken-back' : 'overtaken';
    announce(result.result === 'done' ? 'Taken back' : result.message);
    setList((before) => ({
      ...before,
      decisions: withState(before.decisions, decision.id, state),
    }));
    refreshNumbers();
  };
  return (
    <div class="mine">
      <h1 ref={heading} tabIndex={-1}>
        Mine
      </h1>
      <p class="quiet">What you have decided, newest first.</p>
      {list.error !== null && (
        <p class="error" role="alert">
          {list.error}
        </p>
      )}
      <OwnBulks />
      {list.loaded && list.decisions.length === 0 && list.error === null && (
        <p class="quiet">No decisions one by one yet.</p>
      )}
      <ol>
        {list.decisions.map((decision) => (
          <Row key={decision.id} decision={decision} undo={() => undo(decision)} />
        ))}
      </ol>
      {list.next !== null && (
        <button type="button" onClick={() => load(list.next)}>
          Older
        </button>
      )}
    </div>
  );
}

function withState(
  decisions: OwnDecision[],
  id: string,
  state: OwnDecision['state'],
): OwnDecision[] {
  return decisions.map((one) => (one.id === id ? { ...one, state } : one));
}

const STATE_WORDS = {
  'taken-back': 'taken back',
  overtaken: 'changed since, by somebody else or its author',
};

function Row({ decision, undo }: { decision: OwnDecision; undo: () => Promise<void> }) {
  const { row, isOut, press } = useOnce(decision.state, undo);
  const { comment, to, from, at, state } = decision;
  const href = safeHref(comment.thread.url);
  const article = comment.thread.title ?? comment.thread.url ?? 'an article';
  return (
    <li class="own" ref={row} tabIndex={-1}>
      <p>
        <span class={`status is-${to}`}>{STATUS_NAMES[to]}</span>{' '}
        <span class="quiet">was {STATUS_NAMES[from].toLowerCase()}</span> <Time at={at} />
      </p>
      <p>
        <bdi class="strong">{comment.name}</bdi> <span dir="auto">{comment.excerpt}</span>
      </p>
      <p class="quiet">
        on{' '}
        {href === null ? (
          <bdi>{article}</bdi>
        ) : (
          <a href={href} rel="noopener noreferrer" target="_blank">
            <bdi>{article}</bdi>
          </a>
        )}
        , {comment.site.name}
      </p>
      {state === 'stands' ? (
        <button
          type="button"
          aria-label={`Undo: ${STATUS_NAMES[to]}, ${comment.name}`}
          aria-disabled={isOut}
          onClick={press}
        >
          Undo
        </button>
      ) : (
        <p class="quiet">{STATE_WORDS[state]}</p>
      )}
    </li>
  );
}

/** An undo that a double click asks for once, and whose row takes the focus of its button. */
function useOnce(state: OwnDecision['state'], undo: () => Promise<void>) {
  const row = useRef<HTMLLIElement>(null);
  const pressed = useRef(false);
  const out = useRef(false);
  const [isOut, setIsOut] = useState(false);
  const press = async () => {
    if (out.current) return;
    pressed.current = true;
    out.current = true;
    setIsOut(true);
    await undo();
    out.current = false;
    setIsOut(false);
  };
  useLayoutEffect(() => {
    // Whoever has gone on meanwhile stays there.
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (pressed.current && isLost) row.current?.focus({ preventScroll: true });
  }, [state]);
  return { row, isOut, press };
}

/** The button leaves as soon as it is pressed, and the focus stays on its row. */
function focusRow({ currentTarget }: { currentTarget: EventTarget | null }): void {
  if (currentTarget instanceof Element) currentTarget.closest('li')?.focus({ preventScroll: true });
}

/** Bulks stay one line each, however many comments they are about. */
function OwnBulks() {
  const [bulks, setBulks] = useState<Bulk[]>([]);
  const state = run.value?.bulk.state;
  useEffect(() => {
    api.bulks().then((answer) => answer.ok && setBulks(answer.value.bulks));
  }, [state]);
  const shown = bulks.filter((bulk) => bulk.state !== 'gathering' && bulk.state !== 'ready');
  if (shown.length === 0) return null;
  return (
    <section aria-label="Bulk decisions">
      <h2>Many at once</h2>
      <ul>
        {shown.map((bulk) => (
          <li key={bulk.id} class="own" tabIndex={-1}>
            <p>
              <span class={`status is-${bulk.to}`}>{DECIDED_WORDS[bulk.to]}</span>{' '}
              <span class="number">{bulkWords(bulk)}</span> <Time at={bulk.at} />
            </p>
            {bulk.state === 'stopped' && bulk.left > 0 && (
              <button
                type="button"
                onClick={(event) => {
                  focusRow(event);
                  resumeBulk(bulk);
                }}
              >
                Go on with {formatNumber(bulk.left)}
              </button>
            )}{' '}
            {(bulk.state === 'done' || bulk.state === 'stopped') && bulk.done > 0 && (
              <button
                type="button"
                onClick={(event) => {
                  focusRow(event);
                  undoBulk(bulk);
                }}
              >
                Undo all {formatNumber(bulk.done)}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
