/**
 * From which score on a comment is held, so that about `rate` of the site's honest comments are.
 *
 * A site has rarely the thousands of honest comments that a quantile of 1 in 1,000 needs. So the
 * upper tail of their scores is taken to fall off exponentially, as tails of sums do, and continued
 * beyond the highest one seen. With few comments that lies far out, which is the margin of safety:
 * it shrinks by itself as honest comments come in.
 */
export function holdThreshold(honestScores: readonly number[], rate: number): number {
  const scores = [...honestScores].sort((a, b) => b - a);
  const size = Math.max(MIN_TAIL, Math.ceil(scores.length * TAIL_SHARE));
  const start = scores[size];
  if (start === undefined) return Number.POSITIVE_INFINITY;
  let excess = 0;
  for (const score of scores.slice(0, size)) excess += score - start;
  const beyond = Math.log(size / (scores.length * rate));
  return start + (excess / size) * Math.max(0, beyond);
}

const TAIL_SHARE = 0.02;
const MIN_TAIL = 10;
