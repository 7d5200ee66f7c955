import { useEffect, useRef, useState } from 'preact/hooks';
import type { DeskThread } from '../../src/contract/threads.ts';
import { messageOf } from '../api.ts';
import { followHere, goToThreads, leaveThreads } from '../go-to-threads.ts';
import { shortcuts } from '../own-keys.ts';
import { announce, sessionState, view } from '../store.ts';
import { threadAddress, threadsAddress } from '../thread-address.ts';
import { duration } from '../thread-words.ts';
import { threadsApi } from '../threads-api.ts';
import { formatNumber } from '../words.ts';
import { Key } from './key.tsx';
import { Time } from './time.tsx';

type Page = { threads: DeskThread[]; cursor: string | null };

/** Threads by their newest comment, or those that a search finds. */
export function ThreadList() {
  const asked = new URLSearchParams(location.search).get('find');
  const [q, setQ] = useState(asked);
  const [page, setPage] = useState<Page | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const { site } = view.value;
  /** Grows with every list that is asked for; answers for an older one are dropped. */
  const turn = useRef(0);
  const load = async (from: Page | null): Promise<void> => {
    const mine = ++turn.current;
    const answer = await threadsApi.list({ site, q, cursor: from?.cursor ?? null });
    if (mine !== turn.current) return;
    if (!answer.ok) {
      if (answer.kind === 'signed-out') sessionState.value = 'expired';
      return setTrouble(messageOf(answer));
    }
    const { threads, nextCursor } = answer.value;
    setTrouble(null);
    setPage({ threads: [...(from?.threads ?? []), ...threads], cursor: nextCursor });
    if (from === null) announce(`${threads.length} threads`);
  };
  useEffect(() => {
    // The cursor of another search leads nowhere here.
    setPage(null);
    void load(null);
    return () => {
      turn.current += 1;
    };
  }, [site, q]);
  useEffect(() => heading.current?.focus(), []);
  const search = (text: string): void => {
    const next = text.trim() || null;
    history.replaceState(null, '', threadsAddress(next));
    setQ(next);
  };
  return (
    <>
      <BackLine />
      <h1 ref={heading} tabIndex={-1}>
        Threads
      </h1>
      <ThreadSearch q={q} onSearch={search} />
      {trouble !== null && (
        <p role="alert" class="error">
          {trouble}{' '}
          <button type="button" onClick={() => void load(null)}>
            Try again
          </button>
        </p>
      )}
      {page?.threads.length === 0 && (
        <p class="quiet">
          {q === null
            ? 'No thread has a comment yet.'
            : 'No thread has this in its title or address.'}
        </p>
      )}
      <ul class="thread-list">
        {page?.threads.map((thread) => (
          <ThreadRow key={thread.id} thread={thread} />
        ))}
      </ul>
      {page !== null && page.cursor !== null && (
        <button type="button" onClick={() => void load(page)}>
          More threads
        </button>
      )}
    </>
  );
}

export function BackLine() {
  return (
    <p class="back">
      <button type="button" class="plain" aria-keyshortcuts={shortcuts('g')} onClick={leaveThreads}>
        Back to the queue <Key name="g" />
      </button>
    </p>
  );
}

function ThreadSearch({ q, onSearch }: { q: string | null; onSearch: (text: string) => void }) {
  const field = useRef<HTMLInputElement>(null);
  const submit = (event: Event): void => {
    event.preventDefault();
    onSearch(field.current?.value ?? '');
  };
  return (
    <form class="thread-search" onSubmit={submit}>
      <label for="thread-search">Title or address</label>
      <input
        id="thread-search"
        ref={field}
        type="search"
        maxLength={2000}
        defaultValue={q ?? ''}
        onSearch={submit}
      />
      <button type="submit">Search threads</button>
    </form>
  );
}

function ThreadRow({ thread }: { thread: DeskThread }) {
  const { id, title, url, key, count, newestAt, site } = thread;
  const address = threadAddress(id);
  return (
    <li>
      <a href={address} onClick={(event) => followHere(event, () => goToThreads(address))}>
        <bdi>{title ?? url ?? key ?? 'An article without an address'}</bdi>
      </a>
      {title !== null && url !== null && (
        <p class="quiet">
          <bdi>{url}</bdi>
        </p>
      )}
      <p class="quiet">
        <span>
          <bdi>{site.name}</bdi>, {formatNumber(count)} published
        </span>
        {newestAt !== null && (
          <span>
            {', '}
            <Time at={newestAt} />
          </span>
        )}
      </p>
      <Signs thread={thread} />
    </li>
  );
}

/** Whatever holds in this thread alone, in words. */
export function Signs({ thread }: { thread: DeskThread }) {
  const signs = [
    thread.isClosed ? 'Closed' : '',
    thread.slowSeconds > 0 ? `Slow: ${duration(thread.slowSeconds)}` : '',
    thread.mode === null ? '' : `Mode ${thread.mode}`,
    thread.announcement === null ? '' : 'Announcement',
  ].filter((sign) => sign !== '');
  if (signs.length === 0) return null;
  return <p class="signs">{signs.join(' · ')}</p>;
}
