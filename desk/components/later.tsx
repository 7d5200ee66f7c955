import {
  type ComponentChildren,
  type ComponentType,
  Fragment,
  type FunctionComponent,
} from 'preact';
import { part, usePart } from '../use-part.ts';
import { Waiting } from './fetched.tsx';

type Look = {
  /** What is fetched, for who cannot see the quiet lines: "the form". */
  what: string;
  /** Stands around what is shown in its place, where the part brings this along itself. */
  Frame?: FunctionComponent<{ children: ComponentChildren }>;
};

/** A part of the desk that is rarely used and is fetched when it is first shown. */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { what, Frame = Fragment }: Look,
): FunctionComponent<Props> {
  const wanted = part(load);
  return function Later(props: Props) {
    const { state, Part, again } = usePart(wanted);
    if (Part !== null) return <Part {...props} />;
    return (
      <Frame>{state === 'failed' ? <NotLoaded onRetry={again} /> : <Waiting what={what} />}</Frame>
    );
  };
}

function NotLoaded({ onRetry }: { onRetry: () => void }) {
  return (
    <p class="not-fetched" role="alert">
      This part of the desk could not be loaded.{' '}
      <button type="button" onClick={onRetry}>
        Load again
      </button>
    </p>
  );
}
