import type { Flood } from '../../src/contract/desk.ts';
import { floods } from '../store.ts';
import { Time } from './time.tsx';

/** Above the queue while it lasts: where guests are held, and why. */
export function FloodLines() {
  if (floods.value.length === 0) return null;
  return (
    <section class="floods" aria-label="Flood mode">
      {floods.value.map((flood) => (
        <FloodLine key={`${flood.site.key} ${flood.thread?.id}`} flood={flood} />
      ))}
    </section>
  );
}

function FloodLine({ flood: { site, thread, since, why } }: { flood: Flood }) {
  return (
    <p>
      <strong>
        Flood mode: {thread !== null && <Article thread={thread} />}
        <bdi>{site.name}</bdi>
      </strong>
      {'. Guests are held unless three of their comments were published. '}
      <bdi>{why}</bdi>
      {since !== null && (
        <>
          {' Began '}
          <Time at={since} focusable />.
        </>
      )}
    </p>
  );
}

function Article({ thread }: { thread: NonNullable<Flood['thread']> }) {
  return (
    <>
      <bdi>{thread.title ?? thread.url ?? 'an article'}</bdi>,{' '}
    </>
  );
}
