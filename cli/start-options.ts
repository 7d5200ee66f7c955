import { resolve } from 'node:path';
import { badArgument } from './command-error.ts';
import { defaultState } from './database.ts';
import { parseArguments } from './parse-arguments.ts';

export type StartOptions = {
  /** The wanted ports; null takes the last start's, else the usual one. */
  port: number | null;
  demoPort: number | null;
  state: string;
  fresh: boolean;
};

export const startHelp = `npm start -- [options]

Builds, starts the Worker on a local database, and a demo newspaper on another origin.

  --port N        port of the Worker (8787, or the next free one)
  --demo-port N   port of the demo newspaper (8788, or the next free one)
  --state DIR     where comments and sign-ins are kept (.state)
  --fresh         throw away what was kept and begin with the demo's comments
  --help          this text
`;

/** Throws a `CommandError` that names the argument; null asks for the help. */
export function parseStartOptions(argv: string[]): StartOptions | null {
  const { values, positionals } = parseArguments(argv, {
    port: { type: 'string' },
    'demo-port': { type: 'string' },
    state: { type: 'string' },
    fresh: { type: 'boolean' },
    help: { type: 'boolean' },
  });
  if (values.help === true) return null;
  if (positionals.length > 0) {
    throw badArgument(`npm start takes no "${positionals[0]}"; use --help to see what there is.`);
  }
  const port = parsePort('--port', values.port);
  const demoPort = parsePort('--demo-port', values['demo-port']);
  if (port !== null && port === demoPort) {
    throw badArgument(`--port and --demo-port are both ${port}; they must differ.`);
  }
  const state = parseState(values.state);
  return { port, demoPort, state, fresh: values.fresh === true };
}

function parsePort(option: string, value: string | undefined): number | null {
  if (value === undefined) return null;
  const port = /^\d+$/.test(value) ? Number(value) : 0;
  if (port >= 1 && port <= 65_535) return port;
  throw badArgument(`${option} "${value}" is no port; give a number from 1 to 65535.`);
}

function parseState(value: string | undefined): string {
  if (value === undefined) return defaultState;
  if (value.trim() === '') throw badArgument('--state is empty; give the name of a folder.');
  return resolve(value);
}
