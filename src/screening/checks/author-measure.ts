import type { Submission } from '../../domain/submission.ts';
import type { Check, CheckResult } from '../check.ts';

/** What moderators have set against an author. A ban throws out; its author is told `held`. */
export const authorMeasure: Check = { name: 'author-measure', run: checkMeasure };

function checkMeasure({ measure }: Submission): CheckResult | null {
  if (measure === null) return null;
  const { kind, by, until, reason } = measure;
  const set = kind === 'ban' ? 'Its author is banned here' : 'Its author’s comments are held here';
  const why = reason === null ? '' : `: ${reason}`;
  return {
    verdict: kind === 'ban' ? 'reject' : 'hold',
    score: 1,
    message: `${set} until ${until.toISOString().slice(0, 10)}, by ${by}${why}`,
    matches: [],
  };
}
