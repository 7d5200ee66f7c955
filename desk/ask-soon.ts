import { effect } from '@preact/signals';
import type { Polled } from './pages.ts';
import { flow, sessionState } from './store.ts';

/** Changes come in bursts; the queue is not asked for more often than this (ms). */
const PAUSE = 500;
/** The same after an answer that did not come. */
const LONG_PAUSE = 10_000;

let isWanted = false;
let isRunning = false;

/**
 * Has the queue asked for what has changed: at once, then once a pause for as long as there is
 * news. Numbers that crossed with a decision are asked for again when nothing is being sent.
 */
export function makeAskSoon(ask: () => Promise<Polled>): () => void {
  async function run(): Promise<void> {
    if (isRunning) return;
    isRunning = true;
    while (isWanted && mayAsk()) {
      isWanted = false;
      const became = await ask();
      if (became !== 'taken') isWanted = true;
      const pause = became === 'failed' ? LONG_PAUSE : PAUSE;
      await new Promise((resume) => setTimeout(resume, pause));
    }
    isRunning = false;
  }
  effect(() => {
    if (flow.value.acts.length === 0 && sessionState.value === 'signed-in') run();
  });
  document.addEventListener('visibilitychange', run);
  return () => {
    isWanted = true;
    run();
  };
}

/** A desk that nobody sees asks when it is seen again. */
function mayAsk(): boolean {
  const isSeen = document.visibilityState === 'visible';
  return isSeen && sessionState.peek() === 'signed-in' && flow.peek().acts.length === 0;
}
