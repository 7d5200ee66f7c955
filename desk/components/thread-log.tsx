import { useState } from 'preact/hooks';
import type { ThreadAct, ThreadDetail } from '../../src/contract/threads.ts';
import { actWords } from '../thread-words.ts';
import { threadsApi } from '../threads-api.ts';
import type { Take } from './thread-panel.tsx';
import { Time } from './time.tsx';

/** All that was done with the thread, the newest first; the last act can be taken back. */
export function ThreadLog({ detail, take }: { detail: ThreadDetail; take: Take }) {
  const [trouble, setTrouble] = useState<string | null>(null);
  const { thread, acts } = detail;
  const undo = async (act: ThreadAct): Promise<void> =>
    setTrouble(take(await threadsApi.undo(thread.id, act.id), 'Taken back'));
  return (
    <section aria-labelledby="log-title">
      <h2 id="log-title">Log</h2>
      {acts.length === 0 && <p class="quiet">Nothing was done with this thread yet.</p>}
      {trouble !== null && (
        <p role="alert" class="error">
          {trouble}
        </p>
      )}
      <ol class="thread-log">
        {acts.map((act, at) => (
          <li key={act.id}>
            <p>
              {act.undoes !== null && 'Taken back: '}
              <bdi>{actWords(act).join('. ')}</bdi>
            </p>
            <p class="quiet">
              <bdi>{act.by}</bdi>, <Time at={act.at} focusable />
            </p>
            {at === 0 && act.kind !== 'merge' && (
              <button type="button" onClick={() => void undo(act)}>
                Take back
              </button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
