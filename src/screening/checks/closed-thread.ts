import type { Check } from '../check.ts';

export const closedThread: Check = {
  name: 'closed-thread',
  run: ({ thread }) =>
    thread.closed
      ? {
          verdict: 'reject',
          score: 1,
          message: 'The thread was closed.',
          matches: [],
          refusal: 'thread-closed',
        }
      : null,
};
