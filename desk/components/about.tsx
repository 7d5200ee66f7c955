import type { QueueItem } from '../../src/contract/desk.ts';
import { safeHref } from '../address.ts';
import { currentCard, view } from '../store.ts';
import { isWide } from '../wide.ts';
import { Author } from './author.tsx';
import { DecisionLog } from './decision-log.tsx';
import { OnlyButton } from './filter-bar.tsx';

/** The right zone: who wrote it, where, and what was decided so far. */
export function About() {
  const item = currentCard.value?.item;
  if (item === undefined || view.value.mine) return null;
  return (
    <>
      <Author key={item.id} item={item} />
      <Article item={item} />
      <DecisionLog item={item} />
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
        <bdi>{item.site.name}</bdi>,{' '}
        {state === 'open' ? 'open for comments' : 'closed for comments'}
      </p>
      <OnlyButton name="thread" value={item.thread.id} words="Only this article, in this queue" />
    </section>
  );
}
