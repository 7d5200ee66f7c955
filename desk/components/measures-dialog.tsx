import { useRef, useState } from 'preact/hooks';
import type { AuthorMeasure, AuthorMeasures } from '../../src/contract/card.ts';
import type { QueueItem } from '../../src/contract/desk.ts';
import { cardApi } from '../card-api.ts';
import { takeMeasure } from '../measures.ts';
import { exactTime } from '../relative-time.ts';
import { currentCard, dialog } from '../store.ts';
import { measureWords } from '../words.ts';
import { InForce } from './author.tsx';
import { Fetched } from './fetched.tsx';
import { MeasuresInForce } from './measures-in-force.tsx';

/** What can be set against an author, what is in force, and what was. */
export function Measures({ id }: { id: string }) {
  const item = currentCard.value?.item;
  if (item?.id !== id) return <p>This comment is no longer here.</p>;
  return (
    <>
      <p>
        <bdi class="strong">{item.name}</bdi> on <bdi>{item.site.name}</bdi>, known{' '}
        {item.email === null ? 'by name and network' : 'by e-mail address'}. Who comes with another
        one is somebody else.
      </p>
      <InForce item={item} />
      <TakeForm item={item} />
      <Fetched
        key={item.author.measure?.id}
        what="earlier measures"
        ask={() => cardApi.measures(id)}
      >
        {(answer) => <Log answer={answer} />}
      </Fetched>
      <MeasuresInForce item={item} />
    </>
  );
}

const DAYS: readonly [number, string][] = [
  [1, 'for a day'],
  [7, 'for a week'],
  [30, 'for 30 days'],
  [365, 'for a year'],
];

function TakeForm({ item }: { item: QueueItem }) {
  const form = useRef<HTMLFormElement>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);
  const send = async (event: Event) => {
    event.preventDefault();
    if (form.current === null || isSending) return;
    setSending(true);
    const failed = await takeMeasure(item, read(new FormData(form.current)));
    setSending(false);
    setTrouble(failed);
    if (failed === null) dialog.value = 'none';
  };
  return (
    <form class="form measures" ref={form} onSubmit={send}>
      <fieldset>
        <legend>New comments are</legend>
        <label class="check">
          <input type="radio" name="kind" value="hold" defaultChecked /> held for a moderator
        </label>
        <label class="check">
          <input type="radio" name="kind" value="ban" /> rejected: the author is banned, and is told
          no more than that the comment waits
        </label>
      </fieldset>
      <label>
        How long{' '}
        <select name="days">
          {DAYS.map(([days, words]) => (
            <option key={days} value={days} selected={days === 7}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        Reason, for colleagues
        <input name="reason" maxLength={500} autocomplete="off" />
      </label>
      {trouble !== null && (
        <p class="error" role="alert">
          {trouble}
        </p>
      )}
      <button type="submit" class="main" disabled={isSending}>
        {item.author.measure === null ? 'Set it' : 'Set it instead'}
      </button>
      <p class="quiet">What they have written before stays as it is.</p>
    </form>
  );
}

function read(data: FormData) {
  const reason = String(data.get('reason') ?? '').trim();
  return {
    kind: data.get('kind') === 'ban' ? ('ban' as const) : ('hold' as const),
    days: Number(data.get('days')),
    ...(reason !== '' && { reason }),
  };
}

function Log({ answer }: { answer: AuthorMeasures }) {
  const over = answer.measures.filter(({ endedAt, until }) => endedAt !== null || isPast(until));
  if (over.length === 0) return null;
  return (
    <section>
      <h3>Earlier</h3>
      <ol class="history">
        {over.map((measure) => (
          <li key={measure.id}>
            <span>
              {measureWords(measure)}, by <bdi>{measure.by}</bdi>
            </span>
            <span class="quiet">
              {exactTime(Date.parse(measure.at))}; {endOf(measure)}
            </span>
            {measure.reason !== null && (
              <span class="because" dir="auto">
                {measure.reason}
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function endOf({ endedAt, endedBy }: AuthorMeasure): string {
  if (endedAt === null || endedBy === null) return 'ran out';
  return `ended ${exactTime(Date.parse(endedAt))} by ${endedBy}`;
}

function isPast(until: string): boolean {
  return Date.parse(until) <= Date.now();
}
