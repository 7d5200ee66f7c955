import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { MovePreview, ThreadDetail } from '../../src/contract/threads.ts';
import { apart } from '../apart.ts';
import { messageOf } from '../api.ts';
import { goToThreads } from '../go-to-threads.ts';
import { announce } from '../store.ts';
import { threadAddress } from '../thread-address.ts';
import { threadsApi } from '../threads-api.ts';
import { formatNumber } from '../words.ts';

type Given = { detail: ThreadDetail; mayRule: boolean; onMoved: () => Promise<void> };

/** The thread's addresses, and the way to another one: first what would happen, then the button. */
export function ThreadMove({ detail, mayRule, onMoved }: Given) {
  const { thread, addresses, unfinished } = detail;
  const [url, setUrl] = useState('');
  const [preview, setPreview] = useState<MovePreview | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [progress, setProgress] = useState<string | null>(null);
  const isHere = useRef(true);
  useLayoutEffect(
    () => () => {
      isHere.current = false;
    },
    [],
  );
  const look = async (event: Event): Promise<void> => {
    event.preventDefault();
    const answer = await threadsApi.preview(thread.id, url);
    setPreview(answer.ok ? answer.value : null);
    setTrouble(answer.ok ? null : messageOf(answer));
    if (answer.ok) announce(sentence(answer.value));
  };
  /** A large thread goes in steps; the same request goes on where the one before ended. */
  const move = async (kind: 'move' | 'merge', from = thread.id, to = url): Promise<void> => {
    for (let moved = 0; ; ) {
      const ask = { url: to, version: thread.version, expect: kind };
      const answer = await threadsApi.move(from, ask);
      if (!answer.ok) {
        setProgress(null);
        return setTrouble(messageOf(answer));
      }
      moved += answer.value.moved;
      setProgress(`${formatNumber(moved)} comments moved …`);
      if (!answer.value.isDone) continue;
      announce('Moved');
      // Who has gone on to something else meanwhile stays there.
      if (!isHere.current) return;
      if (answer.value.threadId !== thread.id)
        return goToThreads(threadAddress(answer.value.threadId));
      setProgress(null);
      setPreview(null);
      setUrl('');
      return onMoved();
    }
  };
  return (
    <section aria-labelledby="move-title">
      <h2 id="move-title">Address</h2>
      {addresses.length > 0 && (
        <>
          <p class="quiet">Also found under:</p>
          <ul class="addresses">
            {addresses.map((address) => (
              <li key={address}>
                <bdi>{address}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
      {unfinished.map((source) => (
        <p key={source.id} class="error">
          Some comments of <bdi>{source.url ?? 'another thread'}</bdi> are still to come.{' '}
          <button
            type="button"
            disabled={!mayRule || thread.url === null}
            onClick={() => void move('merge', source.id, thread.url ?? '')}
          >
            Go on
          </button>
        </p>
      ))}
      {mayRule ? (
        <form onSubmit={look}>
          <div class="field">
            <label for="move-to">
              Move to another address, or join to the thread that is there
            </label>
            <input
              id="move-to"
              type="url"
              required
              maxLength={2000}
              value={url}
              placeholder="https://"
              onInput={(event) => {
                setUrl(event.currentTarget.value);
                setPreview(null);
              }}
            />
          </div>
          <p class="save">
            <button type="submit">See what would happen</button>
          </p>
        </form>
      ) : (
        <p class="quiet">An editor can move this thread to another address.</p>
      )}
      {preview !== null && (
        <div class="preview">
          <p>{sentence(preview)}</p>
          {preview.kind !== 'none' && (
            <button
              type="button"
              class="main"
              disabled={progress !== null}
              onClick={() => preview.kind !== 'none' && void move(preview.kind)}
            >
              {preview.kind === 'move' ? 'Move the thread' : 'Join the threads for good'}
            </button>
          )}
        </div>
      )}
      {progress !== null && <p role="status">{progress}</p>}
      {trouble !== null && (
        <p role="alert" class="error">
          {trouble}
        </p>
      )}
    </section>
  );
}

function sentence({ kind, to, comments, into, intoComments }: MovePreview): string {
  const own = counted(comments);
  const place = apart(to.url ?? to.page);
  if (kind === 'none') return 'The thread is found under this address already.';
  if (kind === 'move') {
    return `${own} will be found under ${place}. The old address will lead there as well.`;
  }
  const there = intoComments === null ? '' : ` with ${counted(intoComments).replace(/,$/, '')}`;
  const name = apart(into?.title ?? into?.url ?? place);
  return `There is a thread already: “${name}”${there}. ${own} will become part of it, under its rules. This cannot be taken back.`;
}

function counted({ published, others }: MovePreview['comments']): string {
  const all = published + others;
  const of = `${formatNumber(all)} ${all === 1 ? 'comment' : 'comments'}`;
  return others === 0 ? of : `${of}, ${formatNumber(published)} of them published,`;
}
