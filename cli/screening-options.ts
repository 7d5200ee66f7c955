import type { FloodSetting, ScreeningSettings } from '../src/domain/site.ts';
import { badArgument } from './command-error.ts';
import { decimalBetween, numberBetween, oneOf } from './option-values.ts';

export const screeningOptions = {
  newcomers: { type: 'string' },
  'flood-mode': { type: 'string' },
  strictness: { type: 'string' },
  'spam-beyond': { type: 'string' },
  proof: { type: 'string' },
  'proof-by': { type: 'string' },
  'proof-cost': { type: 'string' },
  'second-stage': { type: 'string' },
  abuse: { type: 'string' },
  nudge: { type: 'string' },
  'report-reasons': { type: 'string' },
  'reject-reasons': { type: 'string' },
  'reports-to-hold': { type: 'string' },
  presence: { type: 'string' },
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
  if (values['report-reasons'] !== undefined) {
    const value = values['report-reasons'];
    read.reportReasons = parseReasons('--report-reasons', { value, from: 1, to: 12 });
  }
  if (values['reject-reasons'] !== undefined) {
    const value = values['reject-reasons'];
    read.rejectReasons = parseReasons('--reject-reasons', { value, from: 0, to: 9 });
  }
  if (values['reports-to-hold'] !== undefined) {
    const allowed = { from: 0, to: 1000, unit: 'reports' };
    const value = values['reports-to-hold'];
    read.reportsToHold = numberBetween('--reports-to-hold', { value, ...allowed });
  }
  if (values.presence !== undefined) {
    read.presence = oneOf('--presence', { value: values.presence, of: ['names', 'number'] });
  }
  return { ...read, ...parseProof(values), ...parseSecondStage(values) };
}

const PROOFS: readonly ScreeningSettings['proof'][] = ['off', 'flood', 'always'];
const PROVERS: readonly ScreeningSettings['proofBy'][] = ['altcha', 'turnstile'];
const SECOND_STAGES: readonly ScreeningSettings['secondStage'][] = ['off', 'akismet', 'workers-ai'];

function parseProof(values: ScreeningValues): Partial<ScreeningSettings> {
  const { proof, 'proof-by': proofBy, 'proof-cost': cost } = values;
  const allowed = { from: 1000, to: 10_000_000, unit: 'hashes' };
  return {
    ...(proof !== undefined && { proof: oneOf('--proof', { value: proof, of: PROOFS }) }),
    ...(proofBy !== undefined && {
      proofBy: oneOf('--proof-by', { value: proofBy, of: PROVERS }),
    }),
    ...(cost !== undefined && {
      proofCost: numberBetween('--proof-cost', { value: cost, ...allowed }),
    }),
  };
}

function parseSecondStage(values: ScreeningValues): Partial<ScreeningSettings> {
  const { 'second-stage': value } = values;
  if (value === undefined) return {};
  return { secondStage: oneOf('--second-stage', { value, of: SECOND_STAGES }) };
}

/**
 * What the Worker must be given for these settings. A command cannot see a deployed Worker's
 * secrets, so it says what is needed and leaves it at that.
 */
export function needsOf({ proof, proofBy, secondStage }: ScreeningSettings): string[] {
  const needs: string[] = [];
  if (proof !== 'off' && proofBy === 'turnstile') {
    needs.push('Turnstile needs the secrets TURNSTILE_SITE_KEY and TURNSTILE_SECRET.');
  }
  if (secondStage === 'akismet') needs.push('Akismet needs the secret AKISMET_KEY.');
  if (secondStage === 'workers-ai') needs.push('Workers AI needs the binding AI in wrangler.toml.');
  const until = 'Until it is there, every comment that depends on it is held.';
  return needs.map((need) => `${need} ${until}`);
}

function parseStrictness(value: string): number {
  const named = STRICTNESS.get(value);
  const allowed = { from: -3, to: 3, or: ', or lenient, normal or strict' };
  return named ?? decimalBetween('--strictness', { value, ...allowed });
}

type ReasonsAsk = { value: string; from: number; to: number };

/** Reasons between commas, each short enough for a line of a form; an empty text empties the list. */
function parseReasons(option: string, { value, from, to }: ReasonsAsk): string[] {
  const reasons = [...new Set(value.split(',').map((reason) => reason.trim()))].filter(Boolean);
  const tooLong = reasons.find((reason) => [...reason].length > 60);
  if (tooLong !== undefined) {
    throw badArgument(`${option} has "${tooLong}", which is longer than 60 characters.`);
  }
  if (reasons.length >= from && reasons.length <= to) return reasons;
  throw badArgument(`${option} "${value}" is not allowed: give ${from} to ${to} reasons.`);
}
