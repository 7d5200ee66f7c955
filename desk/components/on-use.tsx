import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Waiting } from './fetched.tsx';

type Given<Props> = {
  what: string;
  load: () => Promise<ComponentType<Props>>;
  props: Props;
};

type Loaded<Props> = { Part: ComponentType<Props> } | 'loading' | 'failed';

/** A part of the desk that few need: its code comes when it is opened. */
export function OnUse<Props extends object>({ what, load, props }: Given<Props>) {
  const [loaded, setLoaded] = useState<Loaded<Props>>('loading');
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let isHere = true;
    load().then(
      (Part) => isHere && setLoaded({ Part }),
      () => isHere && setLoaded('failed'),
    );
    return () => {
      isHere = false;
    };
  }, [turn]);
  if (loaded === 'loading') return <Waiting what={what} />;
  if (loaded !== 'failed') return <loaded.Part {...props} />;
  const again = () => {
    setLoaded('loading');
    setTurn(turn + 1);
  };
  return (
    <p class="not-fetched" role="alert">
      This part of the desk could not be loaded.{' '}
      <button type="button" onClick={again}>
        Load again
      </button>
    </p>
  );
}
