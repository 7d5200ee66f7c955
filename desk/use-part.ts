import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A part of the desk whose code comes when it is first shown, and then stays. */
export type Part<Props> = {
  load: () => Promise<ComponentType<Props>>;
  loaded: ComponentType<Props> | null;
};

export function part<Props>(load: Part<Props>['load']): Part<Props> {
  return { load, loaded: null };
}

type Use<Props> = {
  state: 'loading' | 'ready' | 'failed';
  /** null until it is there. */
  Part: ComponentType<Props> | null;
  /** Tries once more. */
  again: () => void;
};

export function usePart<Props>(wanted: Part<Props>): Use<Props> {
  const [state, setState] = useState<Use<Props>['state']>('loading');
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (wanted.loaded !== null) return;
    let isHere = true;
    const end = (next: Use<Props>['state']) => {
      if (isHere) setState(next);
    };
    wanted.load().then(
      (loaded) => {
        wanted.loaded = loaded;
        end('ready');
      },
      () => end('failed'),
    );
    return () => {
      isHere = false;
    };
  }, [turn]);
  const again = () => {
    setState('loading');
    setTurn(turn + 1);
  };
  return { state, Part: wanted.loaded, again };
}
