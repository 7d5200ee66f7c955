import {
  closeBulk,
  goOnBulk,
  isUnderWay,
  leftAsIs,
  run,
  showLeft,
  stopBulk,
  undoBulk,
} from '../bulk.ts';
import { decideSelected } from '../bulk-begin.ts';
import { lacking, showTakenBack } from '../bulk-cards.ts';
import { bulkWords } from '../bulk-words.ts';
import { shortcuts } from '../own-keys.ts';
import { askReason, commonReasons } from '../reasons.ts';
import { clearSelection, rangeAdds, selected, selectRange } from '../selection.ts';
import { askFocus, view } from '../store.ts';
import { formatNumber } from '../words.ts';
import { Key } from './key.tsx';

/** Lies over the end of the stream, so that no card moves when it comes or goes. */
export function SelectionLine() {
  const count = selected.value.length;
  const hasRun = run.value !== null && !['gathering', 'ready'].includes(run.value.bulk.state);
  if (count === 0 && !hasRun) return null;
  return (
    <section class="selection" aria-label="Selection">
      {hasRun && <RunLine />}
      {count > 0 && <Selected count={count} />}
    </section>
  );
}

/** What can be done with all that is selected. */
function Selected({ count }: { count: number }) {
  const reasons = commonReasons(selected.value.map(({ site }) => site.key));
  const because = () => {
    const reject = (reason: string) => decideSelected('rejected', reason);
    askReason({ name: `Reject ${formatNumber(count)} selected, because`, reasons, reject });
  };
  return (
    <p class="selected">
      <strong class="number">{formatNumber(count)} selected</strong>
      <RangeButton />
      <button type="button" class="decide to-published" onClick={() => decideSelected('published')}>
        Publish
      </button>
      <button type="button" class="decide to-rejected" onClick={() => decideSelected('rejected')}>
        Reject
      </button>
      {reasons.length > 0 && (
        <button type="button" class="decide to-rejected" onClick={because}>
          <span class="unseen">Reject, </span>because…
        </button>
      )}
      <button type="button" class="decide to-spam" onClick={() => decideSelected('spam')}>
        Spam
      </button>
      {selected.value.some(({ status }) => status !== 'held') && (
        <button type="button" class="decide to-held" onClick={() => decideSelected('held')}>
          Hold
        </button>
      )}
      <button type="button" class="plain" onClick={clearSelection}>
        Clear
      </button>
    </p>
  );
}

/** Once a card other than the current one is selected. Where it comes and goes it moves no other. */
function RangeButton() {
  if (rangeAdds.value === 0) return null;
  const select = () => {
    selectRange();
    askFocus('keep');
  };
  return (
    <button type="button" class="plain range" aria-keyshortcuts={shortcuts('X')} onClick={select}>
      Select to current <Key name="X" />
    </button>
  );
}

/** How far the bulk is, and what can be done about it. */
function RunLine() {
  if (run.value === null) return null;
  const { bulk, cut } = run.value;
  const { state } = bulk;
  const goesOn = isUnderWay(bulk);
  const stretch = state === 'undoing' ? bulk.undone + bulk.kept : bulk.done + bulk.conflicts;
  const whole = state === 'undoing' ? bulk.undone + bulk.kept + bulk.done : bulk.total;
  return (
    <div class="bulk-run">
      <p>
        {cut !== null && <strong class="error">{cut} </strong>}
        <span class="number">{bulkWords(bulk)}</span>
        {state === 'stopped' && ', stopped'}
      </p>
      {goesOn && <progress aria-label="Bulk decision" value={stretch} max={Math.max(1, whole)} />}
      <p class="bulk-acts">
        {(cut !== null || (state === 'stopped' && bulk.left > 0)) && (
          <button type="button" onClick={() => goOnBulk()}>
            Go on
          </button>
        )}
        {state === 'deciding' && (
          <button type="button" onClick={() => stopBulk()}>
            Stop
          </button>
        )}
        {(state === 'done' || state === 'stopped') && bulk.done > 0 && (
          <button type="button" onClick={() => undoBulk()}>
            Undo all {formatNumber(bulk.done)}
          </button>
        )}
        {bulk.conflicts + bulk.kept > 0 && leftAsIs.value === null && (
          <button type="button" class="link" onClick={() => showLeft()}>
            Why left?
          </button>
        )}
        {state === 'undone' && lacking.value === view.value && (
          <button type="button" onClick={showTakenBack}>
            Show what is back
          </button>
        )}
        {!goesOn && (
          <button type="button" class="plain" onClick={closeBulk}>
            Close
          </button>
        )}
      </p>
      <Left />
    </div>
  );
}

function Left() {
  if (leftAsIs.value === null) return null;
  return (
    <ul class="quiet left-as-is">
      {[...Map.groupBy(leftAsIs.value, ({ message }) => message)].map(([message, those]) => (
        <li key={message}>
          {formatNumber(those.length)}: {message}
        </li>
      ))}
    </ul>
  );
}
