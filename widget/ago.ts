const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];
const LONGEST_S = 7 * 86_400;

/** "5 minutes ago", within a week; then the date. `lang` is a BCP 47 tag. */
export function ago(time: Date, { now, lang }: { now: Date; lang: string }): string {
  const seconds = (now.getTime() - time.getTime()) / 1000;
  if (seconds > LONGEST_S) return time.toLocaleDateString(lang, { dateStyle: 'medium' });
  const format = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' });
  for (const [unit, length] of STEPS) {
    if (seconds >= length) return format.format(-Math.floor(seconds / length), unit);
  }
  return format.format(0, 'second');
}
