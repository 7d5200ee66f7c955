import { decideCurrent, move, showCameBack, undoLast } from '../actions.ts';
import { canDecide, type DecidedStatus } from '../decision-flow.ts';
import { shortcuts } from '../own-keys.ts';
import { replyToCurrent } from '../replies.ts';
import {
  cameBack,
  currentCard,
  flow,
  lastAct,
  sessionState,
  signInPutOff,
  unsent,
  view,
} from '../store.ts';
import { ArrivalsLine } from './arrivals-line.tsx';
import { Key } from './key.tsx';

/**
 * Buttons and the undo line: always in the same place, whatever the cards do. In Mine, where no card
 * is in sight, they are all disabled, as their keys are.
 */
export function ActionBar() {
  return (
    <div class="bar">
      <div class="deciding">
        <DecideButton to="published" label="Publish" hint="f" />
        <DecideButton to="rejected" label="Reject" hint="d" />
        <DecideButton to="spam" label="Spam" hint="s" />
        <DecideButton to="held" label="Hold" hint="h" />
        <ReplyButton />
      </div>
      <div class="moving">
        <MoveButton by={-1} label="Previous" hint="k" />
        <MoveButton by={1} label="Next" hint="j" />
      </div>
      <UndoLine />
      <div class="news">
        <ArrivalsLine />
        <TroubleLine />
      </div>
    </div>
  );
}

function DecideButton(given: { to: DecidedStatus; label: string; hint: string }) {
  return (
    <button
      type="button"
      class={`decide to-${given.to}`}
      disabled={view.value.mine || !canDecide(currentCard.value, given.to)}
      aria-keyshortcuts={shortcuts(given.hint)}
      onClick={() => decideCurrent(given.to)}
    >
      {given.label} <Key name={given.hint} />
    </button>
  );
}

function ReplyButton() {
  const card = currentCard.value;
  return (
    <button
      type="button"
      class="decide"
      disabled={view.value.mine || card === undefined || card.item.status === 'deleted'}
      aria-keyshortcuts={shortcuts('r')}
      onClick={replyToCurrent}
    >
      Reply <Key name="r" />
    </button>
  );
}

function MoveButton(given: { by: 1 | -1; label: string; hint: string }) {
  const { cards, current } = flow.value;
  const end = given.by === 1 ? cards.at(-1) : cards[0];
  return (
    <button
      type="button"
      class="plain"
      disabled={view.value.mine || end === undefined || end.item.id === current}
      aria-keyshortcuts={shortcuts(given.hint)}
      onClick={() => move(given.by)}
    >
      {given.label} <Key name={given.hint} />
    </button>
  );
}

function UndoLine() {
  const act = lastAct.value;
  return (
    <p class="undo">
      <button
        type="button"
        class="plain"
        disabled={view.value.mine || flow.value.past.length === 0}
        aria-keyshortcuts={shortcuts('z', 'u')}
        onClick={undoLast}
      >
        Undo <Key name="z" />
      </button>
      <span class="undo-words">
        {act !== null && (
          <>
            {act.words} <bdi>«{act.of}»</bdi>
          </>
        )}
      </span>
      {unsent.value > 0 && <span class="sending">{unsent.value} being sent</span>}
    </p>
  );
}

/** What needs a look although it is not the current card. */
function TroubleLine() {
  const back = cameBack.value.length;
  if (sessionState.value === 'expired') return <SignedOutLine />;
  if (back === 0) return null;
  return (
    <p class="trouble">
      <span>{back === 1 ? '1 comment came back' : `${back} comments came back`}</span>{' '}
      <button type="button" class="link" onClick={showCameBack}>
        Show
      </button>
    </p>
  );
}

function SignedOutLine() {
  const again = () => {
    signInPutOff.value = false;
  };
  return (
    <p class="trouble">
      <span>Signed out.{unsent.value > 0 && ` ${unsent.value} decided, waiting to be sent.`}</span>{' '}
      <button type="button" class="link" onClick={again}>
        Sign in again
      </button>
    </p>
  );
}
