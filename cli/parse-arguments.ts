import { type ParseArgsConfig, parseArgs } from 'node:util';
import { badArgument } from './command-error.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** `parseArgs`, with every refusal as one sentence that names the argument and the way to the help. */
export function parseArguments<T extends Options>(argv: string[], options: T) {
  try {
    return parseArgs({ args: argv, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw badArgument(`${sentence(error)} Use --help to see what there is.`);
  }
}

/** Node's message up to its first full stop: what follows there explains POSIX conventions. */
function sentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const first = message.split(/\.\s|\n/)[0] ?? message;
  return `${first.replace(/\.$/, '')}.`;
}
