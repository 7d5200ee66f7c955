import { dailyPlanetComments } from './comments-daily-planet.ts';
import { harbourPostComments } from './comments-harbour-post.ts';
import type { SeedComment } from './seed-comment.ts';

/** All of the demo's comments. The fog horn has none: somebody has to be the first. */
export const seedComments: readonly SeedComment[] = [
  ...dailyPlanetComments,
  ...harbourPostComments,
];
