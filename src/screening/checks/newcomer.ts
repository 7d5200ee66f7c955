import type { Check } from '../check.ts';

/** The first comments of an author whom the site does not know yet, where the site asks for it. */
export const newcomer: Check = {
  name: 'newcomer',
  timeless: true,
  run: ({ site, publishedBefore }) => {
    const { newcomers } = site.screening;
    if (publishedBefore >= newcomers) return null;
    const first = newcomers === 1 ? 'first comment' : `first ${newcomers} comments`;
    return {
      verdict: 'hold',
      score: 0,
      message: `This site reads an author’s ${first}; ${publishedBefore === 0 ? 'none' : publishedBefore} of this one’s ${publishedBefore === 1 ? 'is' : 'are'} published yet.`,
      matches: [],
    };
  },
};
