import type { QueueItem } from '../../src/contract/desk.ts';
import { followHere, goToThreads } from '../go-to-threads.ts';
import { shortcuts } from '../own-keys.ts';
import { path } from '../store.ts';
import { isThreads, threadAddress, threadsAddress } from '../thread-address.ts';
import { Key } from './key.tsx';

/** From a card to its thread: to close it, slow it down, move it. */
export function ThreadLink({ item, current }: { item: QueueItem; current: boolean }) {
  const { id, title, url } = item.thread;
  const address = threadAddress(id);
  return (
    <>
      <a
        href={address}
        title="The thread and its rules"
        aria-keyshortcuts={current ? shortcuts('g') : undefined}
        onClick={(event) => followHere(event, () => goToThreads(address))}
      >
        <bdi>{title ?? url ?? 'an article'}</bdi>
      </a>
      {current && (
        <>
          {' '}
          <Key name="g" />
        </>
      )}
    </>
  );
}

export function ThreadsLink() {
  const address = threadsAddress(null);
  return (
    <a
      class="threads-link"
      href={address}
      aria-current={isThreads(path.value) ? 'page' : undefined}
      onClick={(event) => followHere(event, () => goToThreads(address))}
    >
      Threads
    </a>
  );
}
