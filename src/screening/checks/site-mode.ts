import type { Check } from '../check.ts';

export const siteMode: Check = {
  name: 'site-mode',
  timeless: true,
  run: ({ site }) =>
    site.mode === 'pre'
      ? {
          verdict: 'hold',
          score: 0,
          message: 'Every comment is read here before it is shown.',
          matches: [],
        }
      : null,
};
