import type { Check } from '../check.ts';

export const siteMode: Check = {
  name: 'site-mode',
  timeless: true,
  run: ({ site }) =>
    site.mode === 'pre'
      ? {
          verdict: 'hold',
          score: 0,
          message: 'This site reads every comment before it is shown.',
          matches: [],
        }
      : null,
};
