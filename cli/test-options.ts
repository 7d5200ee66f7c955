import { badArgument } from './command-error.ts';
import { parseArguments } from './parse-arguments.ts';

export const stepNames = ['types', 'lint', 'unit', 'worker', 'build', 'deploy', 'e2e'] as const;
export type StepName = (typeof stepNames)[number];

export const testHelp = `npm test -- [--only ${stepNames.join('|')}]

Runs, in this order: the type check of every project, biome, vitest (unit tests and tests inside
the Workers runtime), the build, a dry run of the deployment, and the browser tests.

  --only STEP   only this one; may be given several times
`;

/** The steps to run, in their order; null asks for the help. */
export function parseTestOptions(argv: string[]): StepName[] | null {
  const { values, positionals } = parseArguments(argv, {
    only: { type: 'string', multiple: true },
    help: { type: 'boolean' },
  });
  if (values.help === true) return null;
  if (positionals.length > 0)
    throw badArgument(`npm test takes no "${positionals[0]}"; use --help.`);
  const only = values.only ?? [];
  const unknown = only.find((name) => !stepNames.some((step) => step === name));
  if (unknown !== undefined) {
    throw badArgument(`--only "${unknown}" is not allowed: give ${stepNames.join(', ')}.`);
  }
  return stepNames.filter((step) => only.length === 0 || only.includes(step));
}
