import { live as goLive } from './live.ts';
import { extend as extendList, reorder as orderAnew } from './more.ts';

/**
 * One module for what a reader needs a moment later: it is there before anybody can ask for more
 * comments, and two modules would bring much of the same along.
 */
export const live = goLive;
export const extend = extendList;
export const reorder = orderAnew;
