import { useEffect, useRef, useState } from 'preact/hooks';
import type { ThreadDetail } from '../../src/contract/threads.ts';
import { safeHref } from '../address.ts';
import { type Failure, messageOf } from '../api.ts';
import { followHere, goToThreads } from '../go-to-threads.ts';
import { announce, session, sessionState } from '../store.ts';
import { threadsAddress } from '../thread-address.ts';
import { threadsApi } from '../threads-api.ts';
import { formatNumber } from '../words.ts';
import { BackLine, Signs } from './thread-list.tsx';
import { ThreadLog } from './thread-log.tsx';
import { ThreadMove } from './thread-move.tsx';
import { ThreadRules } from './thread-rules.tsx';

/** Takes what the service answers; a sentence for people where it refused, null where it did. */
export type Take = (
  answer: { ok: true; value: ThreadDetail } | Failure,
  words?: string,
) => string | null;

export function ThreadPanel({ id }: { id: string }) {
  const [detail, setDetail] = useState<ThreadDetail | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const take: Take = (answer, words = '') => {
    if (!answer.ok) {
      if (answer.kind === 'signed-out') sessionState.value = 'expired';
      return messageOf(answer);
    }
    setDetail(answer.value);
    announce(words);
    return null;
  };
  const load = async (): Promise<void> => setTrouble(take(await threadsApi.read(id)));
  useEffect(() => {
    void load();
  }, []);
  const isThere = detail !== null;
  useEffect(() => heading.current?.focus(), [isThere]);
  const mayRule = session.value !== null && session.value.moderator.role !== 'moderator';
  return (
    <>
      <BackLine />
      <AllThreads />
      {trouble !== null && (
        <p role="alert" class="error">
          {trouble}{' '}
          <button type="button" onClick={() => void load()}>
            Try again
          </button>
        </p>
      )}
      {detail !== null && (
        <>
          <Head detail={detail} heading={heading} />
          <ThreadRules thread={detail.thread} mayRule={mayRule} take={take} onReload={load} />
          <ThreadMove detail={detail} mayRule={mayRule} onMoved={load} />
          <ThreadLog detail={detail} take={take} />
        </>
      )}
    </>
  );
}

function AllThreads() {
  const address = threadsAddress(null);
  return (
    <p class="back">
      <a href={address} onClick={(event) => followHere(event, () => goToThreads(address))}>
        All threads
      </a>
    </p>
  );
}

type HeadGiven = { detail: ThreadDetail; heading: { current: HTMLHeadingElement | null } };

function Head({ detail, heading }: HeadGiven) {
  const { thread } = detail;
  const href = safeHref(thread.url);
  return (
    <header class="thread-head">
      <h1 ref={heading} tabIndex={-1}>
        <bdi>{thread.title ?? thread.url ?? thread.key ?? 'An article without an address'}</bdi>
      </h1>
      <p class="quiet">
        <bdi>{thread.site.name}</bdi>, {formatNumber(thread.count)} published
        {thread.key !== null && (
          <>
            , key <bdi>{thread.key}</bdi>
          </>
        )}
      </p>
      {href !== null && (
        <p class="quiet">
          <a href={href} rel="noopener noreferrer" target="_blank">
            <bdi>{thread.url}</bdi>
          </a>
        </p>
      )}
      <Signs thread={thread} />
    </header>
  );
}
