import { giveLike } from './like.ts';
import { openGroup } from './open-acts.ts';

/** One module for all of it: each part alone would bring most of the others along. */
export const like = giveLike;
export const openActs = openGroup;
