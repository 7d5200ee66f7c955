import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A part of the desk that is rarely used and is fetched when it is first shown. */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null;
  return function Later(props: Props) {
    const [state, setState] = useState<'loading' | 'ready' | 'failed'>(
      loaded ? 'ready' : 'loading',
    );
    const fetchPart = () => {
      setState('loading');
      load().then(
        (part) => {
          loaded = part;
          setState('ready');
        },
        () => setState('failed'),
      );
    };
    useEffect(() => {
      if (loaded === null) fetchPart();
    }, []);
    if (state === 'failed') return <NotLoaded onRetry={fetchPart} />;
    const Part = loaded;
    return Part === null ? <p class="quiet">…</p> : <Part {...props} />;
  };
}

function NotLoaded({ onRetry }: { onRetry: () => void }) {
  return (
    <div class="form">
      <p class="error" role="alert">
        This part of the desk could not be loaded.
      </p>
      <button type="button" onClick={onRetry}>
        Try again
      </button>
    </div>
  );
}
