import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type Answer, messageOf } from '../api.ts';
import { sessionState } from '../store.ts';

type Given<T> = {
  /** What is fetched, for a sentence: "the branch". */
  what: string;
  ask: () => Promise<Answer<T>>;
  children: (value: T) => ComponentChildren;
};

/** Something that is fetched when it is opened: quiet lines, the thing, or why there is nothing. */
export function Fetched<T>({ what, ask, children }: Given<T>) {
  const [answer, setAnswer] = useState<Answer<T> | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let isHere = true;
    ask().then((given) => {
      if (!isHere) return;
      setAnswer(given);
      if (!given.ok && given.kind === 'signed-out') sessionState.value = 'expired';
    });
    return () => {
      isHere = false;
    };
  }, [turn]);
  if (answer === null) return <Waiting what={what} />;
  if (answer.ok) return <>{children(answer.value)}</>;
  const again = () => {
    setAnswer(null);
    setTurn(turn + 1);
  };
  return (
    <p class="not-fetched" role="alert">
      {messageOf(answer)}{' '}
      <button type="button" onClick={again}>
        Load again
      </button>
    </p>
  );
}

export function Waiting({ what }: { what: string }) {
  return (
    <div class="skeleton">
      <p class="unseen">Loading {what}</p>
      <div class="line short" />
      <div class="line" />
    </div>
  );
}
