import { linksOf } from '../../domain/body.ts';
import type { Submission } from '../../domain/submission.ts';
import type { Check, CheckResult } from '../check.ts';

/** Nobody reads a form, writes a comment and a name, and sends it sooner than this. */
const FASTEST_PERSON_MS = 1500;
/** A page left open over night is common; older than this, a signed time was kept for sale. */
const LONGEST_OPEN_MS = 7 * 86_400_000;

export const formTime: Check = { name: 'form-time', run: checkFormTime };

function checkFormTime(submission: Submission): CheckResult | null {
  const { formTime, now } = submission;
  if (formTime.kind === 'edit') return null;
  if (formTime.kind === 'forged') return hold('The signed time of the form is not ours.', 0.9);
  if (formTime.kind === 'missing') return checkWithoutForm(submission);
  const openMs = now.getTime() - formTime.at.getTime();
  if (openMs < FASTEST_PERSON_MS) {
    return hold(`Sent ${(Math.max(0, openMs) / 1000).toFixed(1)} s after the form opened.`, 0.8);
  }
  return openMs > LONGEST_OPEN_MS ? hold('The form was opened more than a week ago.', 0.5) : null;
}

/** Programs may post through the API without a form; together with a link it is suspicious. */
function checkWithoutForm({ body, text }: Submission): CheckResult | null {
  const links = linksOf(body).length > 0 || text.website !== '';
  return links ? hold('Sent without opening a form, and with a link.', 0.6) : null;
}

function hold(message: string, score: number): CheckResult {
  return { verdict: 'hold', score, message, matches: [] };
}
