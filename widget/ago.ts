import type { Text } from './text/en.ts';

/** Minutes, hours and days in seconds, as the words for them stand in `Text.ago` after "now". */
const STEPS = [60, 3600, 86_400];
const LONGEST_S = 7 * 86_400;

/**
 * "5 min ago", within a week; then the date. In words of our own: the first use of `Intl` holds a
 * phone up for longer than drawing all comments does.
 */
export function ago(time: Date, { now, text }: { now: Date; text: Pick<Text, 'ago' | 'date'> }) {
  const seconds = (now.getTime() - time.getTime()) / 1000;
  if (seconds > LONGEST_S) return text.date(time.getDate(), time.getMonth(), time.getFullYear());
  const step = STEPS.findLastIndex((length) => seconds >= length);
  const amount = Math.floor(seconds / (STEPS[step] ?? 1));
  return text.ago[step + 1]?.replace('#', `${amount}`) ?? '';
}
