import type { FloodSetting, ScreeningSettings } from '../src/domain/site.ts';
import { decimalBetween, numberBetween, oneOf } from './option-values.ts';

export const screeningOptions = {
  newcomers: { type: 'string' },
  'flood-mode': { type: 'string' },
  strictness: { type: 'string' },
  'spam-beyond': { type: 'string' },
  abuse: { type: 'string' },
  nudge: { type: 'string' },
} as const;

const FLOOD_SETTINGS: readonly FloodSetting[] = ['auto', 'on', 'off'];

/** Words for those who do not want to think in logarithms of odds. */
const STRICTNESS = new Map([
  ['lenient', -1],
  ['normal', 0],
  ['strict', 1],
]);

type ScreeningValues = { [option in keyof typeof screeningOptions]?: string | undefined };

/** What was given of how a site screens; throws a `CommandError` that says what is allowed. */
export function parseScreening(values: ScreeningValues): Partial<ScreeningSettings> {
  const read: Partial<ScreeningSettings> = {};
  if (values.newcomers !== undefined) {
    const allowed = { from: 0, to: 100, unit: 'comments' };
    read.newcomers = numberBetween('--newcomers', { value: values.newcomers, ...allowed });
  }
  if (values['flood-mode'] !== undefined) {
    read.floodMode = oneOf('--flood-mode', { value: values['flood-mode'], of: FLOOD_SETTINGS });
  }
  if (values.strictness !== undefined) read.strictness = parseStrictness(values.strictness);
  if (values['spam-beyond'] !== undefined) {
    const allowed = { from: 0, to: 20, or: '' };
    read.spamBeyond = decimalBetween('--spam-beyond', { value: values['spam-beyond'], ...allowed });
  }
  if (values.abuse !== undefined) {
    read.abuse = oneOf('--abuse', { value: values.abuse, of: ['hold', 'off'] });
  }
  if (values.nudge !== undefined) {
    read.nudge = oneOf('--nudge', { value: values.nudge, of: ['on', 'off'] });
  }
  return read;
}

function parseStrictness(value: string): number {
  const named = STRICTNESS.get(value);
  const allowed = { from: -3, to: 3, or: ', or lenient, normal or strict' };
  return named ?? decimalBetween('--strictness', { value, ...allowed });
}
