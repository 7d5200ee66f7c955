import type { Check } from '../check.ts';

export const honeypot: Check = {
  name: 'honeypot',
  run: ({ trap }) =>
    trap === ''
      ? null
      : {
          verdict: 'reject',
          score: 1,
          message: 'A field that people cannot see was filled in, so a program sent this.',
          matches: [],
        },
};
