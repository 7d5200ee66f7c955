import { badArgument } from './command-error.ts';

/** Throws a `CommandError` that names the option and what may be given. */
export function oneOf<T extends string>(
  option: string,
  ask: { value: string; of: readonly T[] },
): T {
  const found = ask.of.find((allowed) => allowed === ask.value);
  if (found !== undefined) return found;
  throw badArgument(`${option} "${ask.value}" is not allowed: give ${orList(ask.of)}.`);
}

type NumberAsk = { value: string; from: number; to: number; unit: string; or?: string };

/** Throws a `CommandError` that names the option and its limits. */
export function numberBetween(
  option: string,
  { value, from, to, unit, or = '' }: NumberAsk,
): number {
  const number = /^\d{1,9}$/.test(value) ? Number(value) : -1;
  if (number >= from && number <= to) return number;
  throw badArgument(
    `${option} "${value}" is not allowed: give a whole number of ${unit} from ${from} to ${to}${or}.`,
  );
}

type DecimalAsk = { value: string; from: number; to: number; or: string };

/** Throws a `CommandError` that names the option and its limits. */
export function decimalBetween(option: string, { value, from, to, or }: DecimalAsk): number {
  const number = /^-?\d{1,3}(?:\.\d{1,2})?$/.test(value) ? Number(value) : Number.NaN;
  if (number >= from && number <= to) return number;
  throw badArgument(
    `${option} "${value}" is not allowed: give a number from ${from} to ${to}, such as 1.5${or}.`,
  );
}

function orList(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
