/** What there is beyond the service itself: the time, and everybody else. Tests give stand-ins. */
export type Outside = {
  now: () => Date;
  fetch: (input: string, init: RequestInit) => Promise<Response>;
  /** Ends a call that takes longer than so many milliseconds. */
  deadline: (ms: number) => AbortSignal;
};

/** The runtime's own. */
export const theWorld: Outside = {
  now: () => new Date(),
  fetch: (input, init) => fetch(input, init),
  deadline: (ms) => AbortSignal.timeout(ms),
};

/** Gives up on work that does not look at the signal itself. */
export function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}
