import type { Decision, QueueItem } from '../../src/contract/desk.ts';
import { safeHref } from '../address.ts';
import { exactTime } from '../relative-time.ts';
import { currentCard } from '../store.ts';
import { isWide } from '../wide.ts';
import { formatNumber, STATUS_NAMES } from '../words.ts';
import { OnlyButton } from './filter-bar.tsx';
import { Time } from './time.tsx';

/** The right zone: who wrote it, where, and what was decided so far. */
export function About() {
  const item = currentCard.value?.item;
  if (item === undefined) return null;
  return (
    <>
      <Author item={item} />
      <Article item={item} />
      <History decisions={item.decisions} />
    </>
  );
}

/** The same, folded away under the card where there is no room beside it. */
export function NarrowAbout() {
  if (isWide.value) return null;
  return (
    <details class="narrow-about">
      <summary>Author, article, decisions</summary>
      <About />
    </details>
  );
}

function Author({ item }: { item: QueueItem }) {
  const { firstSeen, published, held, spam, rejected } = item.author;
  const total = published + held + spam + rejected;
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
      {firstSeen !== null && total > 0 && (
        <p class="quiet">First seen {exactTime(Date.parse(firstSeen))}</p>
      )}
      <OnlyButton name="author" value={item.email ?? item.name} words="Only this author" />
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

function Article({ item }: { item: QueueItem }) {
  const { title, url, state } = item.thread;
  const href = safeHref(url);
  const words = title ?? url ?? 'An article without an address';
  return (
    <section>
      <h2>Article</h2>
      <p class="strong">
        {href === null ? (
          <bdi>{words}</bdi>
        ) : (
          <a href={href} rel="noopener noreferrer" target="_blank">
            <bdi>{words}</bdi>
          </a>
        )}
      </p>
      <p class="quiet">
        {item.site.name}, {state === 'open' ? 'open for comments' : 'closed for comments'}
      </p>
      <OnlyButton name="thread" value={item.thread.id} words="Only this article" />
    </section>
  );
}

function History({ decisions }: { decisions: readonly Decision[] }) {
  const latestFirst = decisions.toSorted((a, b) => b.at.localeCompare(a.at));
  return (
    <section>
      <h2>Decisions</h2>
      {latestFirst.length === 0 && <p class="quiet">None yet, only screening.</p>}
      <ol class="history">
        {latestFirst.map((decision) => (
          <li key={decision.id}>
            <span class={`status is-${decision.to}`}>{STATUS_NAMES[decision.to]}</span>
            <span>
              {decision.undoes === null ? 'by' : 'again, taken back by'} <bdi>{decision.by}</bdi>
            </span>
            <span class="quiet">
              <Time at={decision.at} />, was {STATUS_NAMES[decision.from].toLowerCase()}
            </span>
            {decision.reason !== null && <span dir="auto">{decision.reason}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
