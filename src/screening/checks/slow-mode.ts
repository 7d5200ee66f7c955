import type { Check } from '../check.ts';

export const slowMode: Check = {
  name: 'slow-mode',
  run: ({ thread }) =>
    thread.waitSeconds > 0
      ? {
          verdict: 'hold',
          score: 0,
          message: `Slow mode: the author has to wait ${thread.waitSeconds} s in this thread.`,
          matches: [],
          refusal: 'slow-mode',
        }
      : null,
};
