import { signal } from '@preact/signals';
import type { FunctionComponent } from 'preact';
import { useEffect } from 'preact/hooks';

const screen = signal<FunctionComponent | null>(null);
const failed = signal(false);

function load(): void {
  failed.value = false;
  import('./thread-screen.tsx').then(
    ({ ThreadScreen }) => {
      screen.value = ThreadScreen;
    },
    () => {
      failed.value = true;
    },
  );
}

/** The screen of threads is loaded when somebody first goes there. */
export function ThreadsLater() {
  useEffect(() => {
    if (screen.peek() === null) load();
  }, []);
  const Screen = screen.value;
  if (Screen !== null) return <Screen />;
  return (
    <main class="middle">
      {failed.value && (
        <p class="empty" role="alert">
          The threads could not be loaded.{' '}
          <button type="button" onClick={load}>
            Try again
          </button>
        </p>
      )}
    </main>
  );
}
