import type { Decision, QueueItem } from '../../src/contract/desk.ts';
import { takeBackCurrent } from '../actions.ts';
import { shortcuts } from '../own-keys.ts';
import { latestFirst, standingDecision } from '../standing-decision.ts';
import { flow } from '../store.ts';
import { STATUS_NAMES } from '../words.ts';
import { Key } from './key.tsx';
import { Time } from './time.tsx';

/** Who decided what, when and why; the last decision that stands can be taken back. */
export function DecisionLog({ item }: { item: QueueItem }) {
  const standing = standingDecision(item);
  const isBusy = flow.value.acts.some((act) => act.item.id === item.id);
  return (
    <section>
      <h2>Decisions</h2>
      {item.decisions.length === 0 && <p class="quiet">None yet, only screening.</p>}
      <ol class="history">
        {latestFirst(item.decisions).map((decision) => (
          <li key={decision.id}>
            <Line decision={decision} />
          </li>
        ))}
      </ol>
      {standing !== null && (
        <button
          type="button"
          disabled={isBusy}
          aria-keyshortcuts={shortcuts('Z')}
          onClick={takeBackCurrent}
        >
          Take back “{STATUS_NAMES[standing.to].toLowerCase()}” <Key name="Z" />
        </button>
      )}
    </section>
  );
}

function Line({ decision }: { decision: Decision }) {
  return (
    <>
      <span class={`status is-${decision.to}`}>{STATUS_NAMES[decision.to]}</span>
      <span>
        {decision.undoes === null ? 'by' : 'again, taken back by'} <bdi>{decision.by}</bdi>
      </span>
      <span class="quiet">
        <Time at={decision.at} />, was {STATUS_NAMES[decision.from].toLowerCase()}
      </span>
      {decision.reason !== null && (
        <span class="because" dir="auto">
          {decision.reason}
        </span>
      )}
    </>
  );
}
