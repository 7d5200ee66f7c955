import { useState } from 'preact/hooks';
import type { QueueItem } from '../../src/contract/desk.ts';
import { addressOf } from '../address.ts';
import { liftMeasure } from '../measures.ts';
import { goToView } from '../pages.ts';
import { exactTime } from '../relative-time.ts';
import { view } from '../store.ts';
import { formatNumber, measureWords, shareThrownOut } from '../words.ts';
import { OnlyButton } from './filter-bar.tsx';

/** Who wrote it, as far as this site knows them. */
export function Author({ item }: { item: QueueItem }) {
  const { firstSeen, isCut, published, held, spam, rejected } = item.author;
  const total = published + held + spam + rejected;
  const share = shareThrownOut(item.author);
  return (
    <section>
      <h2>Author</h2>
      <p class="strong">
        <bdi>{item.name}</bdi>
      </p>
      {total === 0 ? (
        <p class="quiet">First comment on {item.site.name}.</p>
      ) : (
        <dl class="numbers">
          <NumberRow label="Published" value={published} />
          <NumberRow label="Held" value={held} />
          <NumberRow label="Spam" value={spam} />
          <NumberRow label="Rejected" value={rejected} />
        </dl>
      )}
      {isCut && <p class="quiet">Of their latest 500 comments</p>}
      {share !== null && <p class="quiet">{share}</p>}
      {firstSeen !== null && total > 0 && (
        <p class="quiet">First seen {exactTime(Date.parse(firstSeen))}</p>
      )}
      <InForce item={item} />
      <AllTheirs item={item} />
      <OnlyButton
        name="author"
        value={item.email ?? item.name}
        words="Only this author, in this queue"
      />
    </section>
  );
}

function NumberRow({ label, value }: { label: string; value: number }) {
  return (
    <div class={value === 0 ? 'none' : undefined}>
      <dt>{label}</dt>
      <dd class="number">{formatNumber(value)}</dd>
    </div>
  );
}

/** What is in force, and the way out of it. */
export function InForce({ item }: { item: QueueItem }) {
  const { measure } = item.author;
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isLifting, setLifting] = useState(false);
  if (measure === null) return null;
  const lift = async () => {
    setLifting(true);
    setTrouble(await liftMeasure(measure.id));
    setLifting(false);
  };
  return (
    <div class="in-force">
      <p>
        <span class="measure">{measureWords(measure)}</span>, by <bdi>{measure.by}</bdi>
      </p>
      {measure.reason !== null && <p dir="auto">{measure.reason}</p>}
      <button type="button" disabled={isLifting} onClick={lift}>
        Lift it
      </button>
      {trouble !== null && <p role="alert">{trouble}</p>}
    </div>
  );
}

/** By the e-mail address where there is one: names are many people's. */
function AllTheirs({ item }: { item: QueueItem }) {
  const q = (item.email ?? item.name).slice(0, 200);
  const there = { ...view.value, site: item.site.key, q };
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    goToView(there);
  };
  return (
    <p>
      <a href={addressOf(there)} onClick={open}>
        {item.email === null ? 'All with this name' : 'All with this e-mail address'}
      </a>
    </p>
  );
}
