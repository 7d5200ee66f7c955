import type { ScreeningSettings } from '../src/domain/site.ts';
import { numberBetween } from './option-values.ts';

export const screeningOptions = {
  newcomers: { type: 'string' },
} as const;

type ScreeningValues = { [option in keyof typeof screeningOptions]?: string | undefined };

/** What was given of how a site screens; throws a `CommandError` that says what is allowed. */
export function parseScreening(values: ScreeningValues): Partial<ScreeningSettings> {
  const read: Partial<ScreeningSettings> = {};
  if (values.newcomers !== undefined) {
    const allowed = { from: 0, to: 100, unit: 'comments' };
    read.newcomers = numberBetween('--newcomers', { value: values.newcomers, ...allowed });
  }
  return read;
}
