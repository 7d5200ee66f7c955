import { useState } from 'preact/hooks';
import type { MeasuresInForce as Answer } from '../../src/contract/card.ts';
import type { QueueItem } from '../../src/contract/desk.ts';
import { cardApi } from '../card-api.ts';
import { liftMeasure } from '../measures.ts';
import { measureWords } from '../words.ts';
import { Fetched } from './fetched.tsx';

/** Everybody on the site whom something is in force against, also whose comments are gone. */
export function MeasuresInForce({ item }: { item: QueueItem }) {
  const [isOpen, setOpen] = useState(false);
  const [turn, setTurn] = useState(0);
  return (
    <details
      class="narrow-about"
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>All that is in force on {item.site.name}</summary>
      {isOpen && (
        <Fetched key={turn} what="what is in force" ask={() => cardApi.inForce(item.site.key)}>
          {({ measures }) =>
            measures.length === 0 ? (
              <p class="quiet">Nothing.</p>
            ) : (
              <ul class="history">
                {measures.map((one) => (
                  <Line key={one.measure.id} one={one} onLifted={() => setTurn(turn + 1)} />
                ))}
              </ul>
            )
          }
        </Fetched>
      )}
    </details>
  );
}

type LineGiven = { one: Answer['measures'][number]; onLifted: () => void };

function Line({ one, onLifted }: LineGiven) {
  const { measure, name } = one;
  const [trouble, setTrouble] = useState<string | null>(null);
  const lift = async () => {
    const failed = await liftMeasure(measure.id);
    setTrouble(failed);
    if (failed === null) onLifted();
  };
  return (
    <li>
      <bdi class="strong">{name || 'Somebody whose comment is erased'}</bdi>{' '}
      <span>
        {measureWords(measure)}, by <bdi>{measure.by}</bdi>
      </span>
      {measure.reason !== null && (
        <span class="because" dir="auto">
          {measure.reason}
        </span>
      )}{' '}
      <button
        type="button"
        aria-label={`Lift it: ${name || 'erased'}, ${measureWords(measure)}`}
        onClick={lift}
      >
        Lift it
      </button>
      {trouble !== null && <p role="alert">{trouble}</p>}
    </li>
  );
}
