import { edit as openEdit } from './edit.ts';
import { giveLike } from './like.ts';
import { startMuting } from './mute.ts';
import { openGroup } from './open-acts.ts';
import { remove as takeAway } from './remove.ts';

/**
 * One module for all that a reader does with a comment: each part alone would bring most of the
 * others along.
 */
export const like = giveLike;
export const more = openGroup;
export const edit = openEdit;
export const remove = takeAway;
export const mute = startMuting;
