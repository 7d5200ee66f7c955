const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];
const LONGEST_DAYS = 7;

/** "5 minutes ago", within a week; then the date. `lang` is a BCP 47 tag. */
export function ago(time: Date, { now, lang }: { now: Date; lang: string }): string {
  const seconds = Math.max(0, (now.getTime() - time.getTime()) / 1000);
  if (seconds > LONGEST_DAYS * 86_400) {
    return time.toLocaleDateString(lang, { dateStyle: 'medium' });
  }
  const [unit, length] = STEPS.find(([, length]) => seconds >= length) ?? ['second', 1];
  const count = unit === 'second' ? 0 : Math.floor(seconds / length);
  return new Intl.RelativeTimeFormat(lang, { numeric: 'auto' }).format(-count, unit);
}
