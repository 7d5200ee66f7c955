import type { Article } from './articles.ts';

export type Paper = { key: Article['site']; name: string; place: string; motto: string };

/** The two publications that the demo shows; their keys are the keys of their sites. */
export const papers: readonly Paper[] = [
  {
    key: 'daily-planet',
    name: 'The Daily Planet',
    place: 'Verrin',
    motto: 'A newspaper for the city and what lies around it',
  },
  {
    key: 'harbour-post',
    name: 'Harbour Post',
    place: 'Salter’s Reach',
    motto: 'Tides, council and weather since 1871',
  },
];
