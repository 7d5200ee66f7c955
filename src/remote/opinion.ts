import type { Finding } from '../domain/comment.ts';

/** What a service says about a comment. Its own words alone never reject one. */
export type Opinion = Pick<Finding, 'score' | 'message'> & {
  verdict: 'publish' | 'hold' | 'spam';
};
